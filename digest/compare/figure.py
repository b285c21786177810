"""A figure, with what tells whether another is of the same thing.

Precision goes before recall. Two figures are of one thing if they have one dimension (money,
a share, a length, a count of the same noun), most words of the clauses they stand in, and
nothing that sets them apart: another month, another party, another half of a pair.
"""

from typing import Final

from msgspec import Struct

from digest.compare.namings import Name
from digest.compare.sentence import Sentence, differ
from digest.language.numerals import Numeral
from digest.language.words import stems

_EQUAL: Final = 0.02
"""How far numbers may be apart that are taken for one."""

_FEWEST: Final = 2
_WHOLLY, _PARTLY = 0.6, 0.45
"""Shares of a clause's words that the other sentence must have: of one clause, of both."""


class Figure(Struct, frozen=True, kw_only=True, eq=False):
    """A number that a sentence puts on something, or a name that it gives to somebody."""

    number: Numeral | Name
    dimension: str
    label: str
    """What it counts, in the sentence's words; empty: nothing."""

    told: tuple[str, str]
    """The words before and behind it in its clause."""

    near: frozenset[str]
    """Telling stems close by: of its clause, or up to a name of all before it."""

    clause: frozenset[str]
    """Telling stems of its clause."""

    words: frozenset[str]
    """All stems of its clause."""

    said: Sentence
    """The sentence that has it."""

    own: str
    """Its clause, with what it counts in place of it."""

    who: frozenset[str]
    """What a clause behind says of them: "who took it late"."""

    beside: tuple[Numeral, ...]
    """The other numbers of its kind there."""

    others: tuple[Numeral, ...]
    """All others that are measured as it is, or count anything as it does."""

    before: tuple[Numeral, ...]
    """Those of them that it was before."""

    names: frozenset[str]
    """Of whom it is told: the names up to it and close behind, and what opens its sentence."""

    attached: frozenset[str]
    """The name right behind it, or right before an age: "in Egypt" of "52 percent in Egypt"."""

    term: Numeral | None
    """The time behind it that it is a figure of: "in three years", "after 68 weeks"."""

    marks: frozenset[str]
    """What kind of statement it is in: expected, wanted, a rate, a change."""

    @property
    def change(self) -> str:
        """How its sentence says that it is not what it was."""
        return self.said.change

    @property
    def scope(self) -> frozenset[str]:
        """What may tell of it: where its sentence has several such figures, its clause alone."""
        return self.clause | self.words if self.beside else self.said.stems

    def is_of(self, other: object) -> bool:
        """Whether both are figures of one thing."""
        if not isinstance(other, Figure) or self.dimension != other.dimension:
            return False
        shared = len(self.clause & other.said.stems), len(other.clause & self.said.stems)
        if min(shared) == 0 or differ(self.attached, other.attached):
            return False
        if _was(self, other) or _was(other, self):
            return True
        if self.marks != other.marks or _apart(self, other):
            return False
        covers = sorted((shared[0] / len(self.clause), shared[1] / len(other.clause)))
        enough = self.clause == other.clause or min(shared) >= _FEWEST
        return enough and covers[1] >= _WHOLLY and covers[0] >= _PARTLY


def _was(one: Figure, other: Figure) -> bool:
    """Whether one's sentence names the other's number as what it was before."""
    return any(other.number.agrees(each) for each in one.before)


def _apart(one: Figure, other: Figure) -> bool:
    """Whether something close to one figure shows that the other is of another thing."""
    different = not one.number.agrees(other.number)
    return bool(
        _tells_more(one, other)
        or _tells_more(other, one)
        or (one.who - other.said.stems and other.who - one.said.stems)
        or (one.names - other.scope and other.names - one.scope)
        or (one.dimension == "degrees" and one.said.days != other.said.days)
        or (one.term and other.term and not one.term.agrees(other.term))
        or (different and (_also(one, other) or _also(other, one)))
        or one.said.is_of_another_event(other.said)
        or _under_others(one, other)
    )


def _tells_more(one: Figure, other: Figure) -> bool:
    """Whether its clause speaks of something that the other's sentence does not.

    Who found a bag is nothing more where the other says that it was found.
    """
    more = one.near - other.scope
    if not more:
        return False
    agent: list[str] = []
    for stem in stems(one.own):
        if stem in other.said.passives - one.said.passives:
            return not more.issubset(agent)
        agent.append(stem)
    return True


def _under_others(one: Figure, other: Figure) -> bool:
    """Whether the sentences have other numbers too that count one thing, and differ as well."""
    mine, theirs = one.said.amounts, other.said.amounts
    return any(
        mine[word] != one.number
        and theirs[word] != other.number
        and not mine[word].agrees(theirs[word])
        for word in mine.keys() & theirs.keys()
    )


def _also(one: Figure, other: Figure) -> bool:
    """Whether one's sentence has the other's number too, as that of another thing."""
    value = other.number.value
    return any(abs(each.value - value) <= _EQUAL * value for each in one.others)
