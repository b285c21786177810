"""What a sentence says that nobody has said before: by its words, names and numbers."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from typing import Final

from msgspec import Struct

from digest.language.names import names, numbers
from digest.language.numerals import numerals
from digest.language.reading import MOST, Read
from digest.language.words import stems, words
from digest.summarize.candidates import Candidate

_SAME: Final = 0.6
"""Share of a sentence's words that another one has which says the same."""

_STRANGE: Final = 0.3
"""Share of its words, used by nobody before, with which a sentence says something new."""


_NEAR: Final = 0.25
"""Share of its words that a sentence has in common with one that tells the same figure."""


class _Fact(Struct, frozen=True, kw_only=True, eq=False):
    """What one sentence says."""

    stems: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]

    def shared(self, other: "_Fact") -> float:
        """Share of its words that another has too."""
        return len(self.stems & other.stems) / (len(self.stems) or 1)


def unsaid(
    found: Sequence[Candidate], earlier: Sequence[Read], said: Iterable[str], *, language: str
) -> list[Candidate]:
    """The candidates that say what neither the earlier reports nor the `said` sentences do.

    A new figure, a new name or many new words are news. The same in other words is none,
    unless a figure in it has changed.
    """
    texts = [line.text for read in earlier for line in read.lines]
    known = [_fact(text, language) for text in dict.fromkeys(chain(said, texts))]
    words = frozenset(chain.from_iterable(each.stems for each in known))
    named = frozenset(chain.from_iterable(each.names for each in known))
    facts = ((each, _fact(each.text, language)) for each in found)
    return [
        each
        for each, fact in facts
        if _tells_a_figure(fact, known) or _tells_a_thing(fact, known, words, named)
    ]


@lru_cache(maxsize=MOST)  # the same for each day of a story's timeline
def _fact(text: str, language: str) -> _Fact:
    spelled = [f"{each.value:g}" for each in numerals(text)] if language == "en" else []
    named = (word for name in names(text) for word in words(name))
    return _Fact(
        stems=frozenset(stem for stem in stems(text, language) if not stem[0].isdigit()),
        numbers=frozenset([*numbers(text), *spelled]),
        names=frozenset(named),
    )


def _tells_a_figure(fact: _Fact, known: Sequence[_Fact]) -> bool:
    """Whether it holds a number that no sentence on the same matter has."""
    near = (each.numbers for each in known if fact.shared(each) >= _NEAR)
    return bool(fact.numbers) and not fact.numbers <= frozenset(chain.from_iterable(near))


def _tells_a_thing(
    fact: _Fact, known: Sequence[_Fact], words: AbstractSet[str], named: AbstractSet[str]
) -> bool:
    """Whether it says something in words or of names that are new."""
    if any(fact.shared(each) >= _SAME for each in known):
        return False
    strange = sum(stem not in words for stem in fact.stems)
    return strange >= _STRANGE * len(fact.stems) or not fact.names <= named
