"""How densely each sentence packs the words that its article repeats: sumy's Luhn method."""

import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain
from types import ModuleType
from typing import TYPE_CHECKING, Final

from digest.summarize.candidates import Candidate

if TYPE_CHECKING:
    from sumy.models.dom import Sentence
    from sumy.summarizers.luhn import LuhnSummarizer

_STEMMERS: Final = ("nltk", "nltk.stem", "nltk.stem.snowball")


class _Stemmed:
    """The tokenizer that sumy asks: ours, since its own needs data from the network."""

    def __init__(self, words: dict[str, tuple[str, ...]]) -> None:
        self._words = words

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return self._words[sentence]


def densities(candidates: Sequence[Candidate]) -> dict[Candidate, float]:
    """Luhn's rating of each, the highest being 1 (H. P. Luhn, 1958)."""
    sentence, luhn = _sumy()
    said = Counter(chain.from_iterable(each.stems for each in candidates))
    repeated = frozenset(stem for stem, count in said.items() if count > 1)
    tokenizer = _Stemmed({each.text: each.stems for each in candidates})
    ratings = {
        each: float(luhn.rate_sentence(sentence(each.text, tokenizer), repeated))
        for each in candidates
    }
    highest = max(ratings.values(), default=0) or 1
    return {each: rating / highest for each, rating in ratings.items()}


@cache
def _sumy() -> "tuple[type[Sentence], LuhnSummarizer]":
    """What sumy does here, without nltk: it loads all of that for stemmers, and ours are others.

    That would take a worker 0.3 s and 30 MB, three quarters of all that sumy takes.
    """
    absent = [name for name in _STEMMERS if name not in sys.modules]
    sys.modules.update((name, ModuleType(name)) for name in absent)
    try:
        from sumy.models.dom import Sentence  # noqa: PLC0415 - takes 0.1 s
        from sumy.summarizers.luhn import LuhnSummarizer  # noqa: PLC0415 - the same
    finally:
        for name in absent:
            del sys.modules[name]
    return Sentence, LuhnSummarizer()
