"""A figure: a number or name that a sentence puts on something, and what tells of what."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from msgspec import Struct

from digest.figures.calendar import CLOSE
from digest.figures.changing import without_change
from digest.figures.namings import Name
from digest.figures.sentence import Sentence, differ
from digest.figures.speakers import speaker
from digest.figures.terms import terms
from digest.figures.wording import clause, marks
from digest.language.numerals import Numeral

COUNTS: Final = frozenset({"person", "count", "bare"})
"""Dimensions of what is counted: persons, things, and numbers that leave out of what."""


_ATTACHED: Final = re.compile(
    r" (?:[a-z]+ ){0,4}?(?:in|of|near) (?:the )?"
    r"((?:[A-Z][\w.’'-]+)(?: [A-Z][\w.’'-]+)*)"
)
_LISTED: Final = re.compile(
    r"(?: (?!(?:was|were|are|is|have|had|has|died|dead|killed|injured|wounded|hurt|missing|"
    r"arrested|rescued|left)\b)[\w’'-]+){1,3}(?:,| and|, and) "
)
"""What stands between two numbers of one list: "men, ", "women and "."""

_COMPARED: Final = ({"person", "bare"}, {"person", "count"})
"""A bare number may be one of persons; what one reader takes for persons, another may not."""


class Figure(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """A number that a sentence puts on something, or a name that it gives to somebody."""

    number: Numeral | Name
    dimension: str
    """Of a measure its own; of a count one of `COUNTS`; of a name "who" or "where"."""

    label: str
    """What it counts, in the sentence's words; empty: nothing."""

    head: str
    """The term of what is counted, of whom an age is, or of what stands behind a hyphen."""

    kind: frozenset[str]
    """Which of them: the terms between the number and its noun."""

    role: str
    """What became of them; empty: that is not said."""

    said: Sentence
    """The sentence that has it."""

    is_earlier: bool
    """It is what something was before."""

    is_of_all: bool
    """It is what others are a part of: nine in "two of the nine"."""

    is_first: bool
    """No other figure stands before it in its sentence."""

    others: tuple[tuple[str, Numeral | Name], ...]
    """The other figures of its sentence that are not of an earlier time, with their dimension."""

    was: tuple[tuple[str, Numeral | Name], ...]
    """Those that are of an earlier time."""

    @property
    def before(self) -> str:
        """All that stands before it in its sentence."""
        return self.said.text[: self.number.start]

    @property
    def after(self) -> str:
        """All that stands behind it."""
        return self.said.text[self.number.end :]

    @cached_property
    def told(self) -> tuple[str, str]:
        """The words before and behind it in its clause."""
        return clause(self.before, self.after)

    @cached_property
    def clause(self) -> str:
        """Its clause, with what it counts in place of it."""
        return f"{self.told[0]} {self.label} {self.told[1]}"

    @cached_property
    def near(self) -> frozenset[str]:
        """What its clause tells of besides."""
        return terms(f"{without_change(self.told[0])} {self.told[1]}") | self.kind

    @cached_property
    def own(self) -> frozenset[str]:
        """The terms of the name that it is; of a number none."""
        return terms(self.number.text) if isinstance(self.number, Name) else frozenset()

    @cached_property
    def attached(self) -> frozenset[str]:
        """The terms of the place or name right behind it: "in Egypt" of "52 percent in Egypt"."""
        found = _ATTACHED.match(self.after)
        return terms(found[1]) if found else frozenset()

    @cached_property
    def marks(self) -> frozenset[str]:
        """What kind of statement it is in: expected, wanted, a rate, a change."""
        return frozenset(marks(self.told[0], self.after))

    @cached_property
    def speaker(self) -> str:
        """Whom its sentence names for it; empty: nobody."""
        return speaker(self.said.whole, self.number.start)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The terms of whom its sentence names for it."""
        return terms(self.speaker)

    def follows(self, other: "Figure") -> bool:
        """Whether one of the sentences has both: "14, up from nine" follows nine."""
        return _has_once(self, other) or _has_once(other, self)

    def agrees(self, other: "Figure") -> bool:
        """Whether both can be meant of one thing: the same number or name, told roughly."""
        if self.dimension == other.dimension == "hour":
            return abs(self.number.value - other.number.value) <= CLOSE
        return self.number.agrees(other.number)

    def is_said_against(self, other: "Figure") -> bool:
        """Whether the sentences name others for them."""
        return differ(self.speakers, other.speakers)

    @property
    def change(self) -> str:
        """How its sentence says that it is not what it was."""
        return self.said.change

    @cached_property
    def listed(self) -> tuple[tuple[str, Numeral | Name], ...]:
        """The counts listed with it: three and five of "two men, three women and five boys"."""
        found, ends = list[tuple[str, Numeral | Name]](), self.number.end
        for kind, number in self.others:
            if kind in COUNTS and _LISTED.fullmatch(self.said.text, ends, number.start):
                found.append((kind, number))
                ends = number.end
        return tuple(found)

    @property
    def listed_before(self) -> Iterator[tuple[str, Numeral | Name]]:
        """The count that it is listed behind: two, of the three."""
        for kind, number in self.others:
            if kind in COUNTS and _LISTED.fullmatch(self.said.text, number.end, self.number.start):
                yield kind, number

    def others_have(self, found: tuple[str, Numeral | Name]) -> bool:
        """Whether another figure of its sentence is the same."""
        kind, number = found
        return any(each == kind and one.value == number.value for each, one in self.others)

    def compares_with(self, other: "Figure") -> bool:
        """Whether both measure or count in a way that can be compared.

        Of two numbers that leave out of what they are, nobody can tell, unless one follows the
        other.
        """
        both = {self.dimension, other.dimension}
        if both <= COUNTS and self.follows(other):
            return True
        return both in _COMPARED or (len(both) == 1 and both != {"bare"})


def _has_once(one: Figure, other: Figure) -> bool:
    """Whether the sentence of one has the number of the other as what it was before.

    Of "fell by 20 from 90" the first is no state of the second.
    """
    return "change" not in one.marks and any(
        number.value == other.number.value
        and (kind == other.dimension or {kind, other.dimension} <= COUNTS)
        for kind, number in one.was
    )
