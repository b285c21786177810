"""How densely each sentence packs the words that its article repeats: sumy's Luhn method."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from digest.summarize.candidates import Candidate


class _Stemmed:
    """The tokenizer that sumy asks: ours, since its own needs data from the network."""

    def __init__(self, words: dict[str, tuple[str, ...]]) -> None:
        self._words = words

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return self._words[sentence]


def densities(candidates: Sequence[Candidate]) -> dict[Candidate, float]:
    """Luhn's rating of each, the highest being 1 (H. P. Luhn, 1958)."""
    from sumy.models.dom import Sentence  # noqa: PLC0415 - takes 0.4 s
    from sumy.summarizers.luhn import LuhnSummarizer  # noqa: PLC0415 - the same

    said = Counter(chain.from_iterable(each.stems for each in candidates))
    repeated = frozenset(stem for stem, count in said.items() if count > 1)
    tokenizer = _Stemmed({each.text: each.stems for each in candidates})
    luhn = LuhnSummarizer()
    ratings = {
        each: float(luhn.rate_sentence(Sentence(each.text, tokenizer), repeated))
        for each in candidates
    }
    highest = max(ratings.values(), default=0) or 1
    return {each: rating / highest for each, rating in ratings.items()}
