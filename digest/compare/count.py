"""A number of people or things, with what tells whether another counts the same."""

from typing import Final

from msgspec import Struct

from digest.compare.sentence import Sentence, differ
from digest.language.numerals import Numeral

_SHARED: Final = (2, 1)
"""Words that sentences must share to count the same thing, by whether several tell which it is."""

_PLENTY: Final = 3
"""Words: tolls share so many, or most of those of the shorter sentence: the blast, the place."""


class Count(Struct, frozen=True, kw_only=True, eq=False):
    """A number that a sentence puts on something."""

    number: Numeral
    thing: str
    """What is counted, in one word: "soldiers"; "people" for persons of no kind."""

    noun: str
    """The same as it is written there: "troops"."""

    words: tuple[str, ...]
    """Which of them: "North", "Korean"."""

    kind: frozenset[str]
    """The stems of these."""

    role: str
    """What became of them: "killed", "injured"; empty: not one of these."""

    places: frozenset[str]
    """Where, in stems."""

    context: frozenset[str]
    """Stems of the rest of the sentence."""

    doing: frozenset[str]
    """What they did or do: "carrying" of "arrested for carrying knives"."""

    beside: tuple[float, ...]
    """The other numbers there."""

    said: Sentence
    """The sentence that has it."""

    change: str
    """How its sentence says that it is not what it was: "up", "down", "either" or not: ""."""

    def is_of(self, other: object) -> bool:
        """Whether both count the same thing: the same toll, or as much else in common."""
        if not isinstance(other, Count):
            return False
        if (self.thing, self.role) != (other.thing, other.role) or self.kind != other.kind:
            return False
        if _apart(self, other):
            return False
        shared = len(self.context & other.context)
        fewest = min(len(self.context), len(other.context))
        if self.role:
            return shared >= _PLENTY or 2 * shared > fewest or not fewest
        return bool(self.kind) and shared >= _SHARED[len(self.kind) > 1]


def _apart(one: Count, other: Count) -> bool:
    """Whether something in the sentences shows that they count of different events."""
    if one.said.is_of_another_event(other.said):
        return True
    if differ(one.places, other.said.stems) and differ(other.places, one.said.stems):
        return True
    if not (one.change or other.change) and differ(one.said.days, other.said.days):
        return True
    if one.doing - other.said.stems or other.doing - one.said.stems:
        return True
    same = one.number.value == other.number.value
    return not same and (other.number.value in one.beside or one.number.value in other.beside)
