"""How densely each sentence packs the words that its article repeats: sumy's Luhn method."""

import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain
from types import ModuleType
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from digest.summarize.candidates import Candidate

if TYPE_CHECKING:
    from sumy.summarizers.luhn import LuhnSummarizer

_NEEDLESS: Final = ("nltk", "nltk.stem", "nltk.stem.snowball", "requests")


class _Sentence(Struct, frozen=True, kw_only=True):
    """One as sumy looks at it: its own tokenizer needs data from the network."""

    words: tuple[str, ...]


def densities(candidates: Sequence[Candidate]) -> dict[Candidate, float]:
    """Luhn's rating of each, the highest being 1 (H. P. Luhn, 1958)."""
    said = Counter(chain.from_iterable(each.stems for each in candidates))
    repeated = frozenset(stem for stem, count in said.items() if count > 1)
    rate = _luhn().rate_sentence
    ratings = {each: float(rate(_Sentence(words=each.stems), repeated)) for each in candidates}
    highest = max(ratings.values(), default=0) or 1
    return {each: rating / highest for each, rating in ratings.items()}


@cache
def _luhn() -> "LuhnSummarizer":
    """Sumy's, without the stemmers and the network client that it loads and we do not use.

    They would take a worker 0.4 s and 35 MB, nearly all that sumy takes.
    """
    absent = [name for name in _NEEDLESS if name not in sys.modules]
    sys.modules.update((name, ModuleType(name)) for name in absent)
    try:
        from sumy.summarizers.luhn import LuhnSummarizer  # noqa: PLC0415 - takes 0.1 s
    finally:
        for name in absent:
            del sys.modules[name]
    luhn = LuhnSummarizer()
    luhn.stem_word = str  # ours are stems already
    return luhn
