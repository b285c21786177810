"""Whom figures are of: what became of them, what they are, what they are called, what they did."""

import re
from functools import cache
from typing import Final

from digest.figures.figure import COUNTS, Figure
from digest.figures.periods import CALENDAR
from digest.figures.roles import GATHERED, OF_THINGS, PERSON
from digest.figures.sentence import differ
from digest.figures.terms import term, terms_found

_NAMED: Final = re.compile(r"(?:\b[A-Z][\w’'-]+ ){1,4}[A-Z][\w’'-]+(?:, (?:aged )?)?$")
_DOER: Final = re.compile(
    r"\b((?:[A-Z][\w’'-]+ ){1,4})(?:(?:also|then|has|have|had|will|would) )?[a-z]+ "
    r"(?:(?:an?|its|his|her|their|about|some|only|just|another) )?$"
)
"""A name, its verb, and what it did so many of: "Voss scored 24"."""

_ARMED: Final = "soldier police rebel officer guard sailor gunman firefighter rescuer"
_IRREGULAR: Final = "rebel gunman"
_CAPTIVES: Final = "hostage prisoner"
_SEXES: Final = ("man woman", "man girl", "boy woman", "boy girl")
_ALIKE: Final = (
    frozenset({"missing", "trapped"}),
    frozenset({"missing", "taken"}),
    frozenset({"rescued", "freed"}),
    frozenset({"injured", "treated"}),
)
"""Roles that are one, told differently."""


def became_otherwise(one: Figure, other: Figure) -> bool:
    """Whether one counts the dead and the other the injured, or things."""
    roles = {one.role, other.role}
    if one.role and other.role:
        return len(roles) > 1 and not any(roles <= alike for alike in _ALIKE)
    for each, beside in ((one, other), (other, one)):
        if each.role and each.role != GATHERED and beside.dimension == "bare":
            return True
        if each.role and each.role not in OF_THINGS and beside.dimension == "count":
            return True
        hurt = each.role in {"killed", "injured"}
        if hurt and beside.dimension == "person" and beside.head != each.head:
            return True
    return False


def are_other_people(one: Figure, other: Figure) -> bool:
    """Whether they are ages of two, or count soldiers and rebels, or cars and houses."""
    if one.dimension == "age" and differ(_name_of(one), _name_of(other)):
        return True
    heads = frozenset({one.head, other.head})
    if len(heads) < 2 or "" in heads:
        return False
    if one.dimension == "age":
        told = one.head in other.said.all_terms or other.head in one.said.all_terms
        return told or any(heads == _heads(sexes) for sexes in _SEXES)
    if one.dimension == other.dimension == "person" and PERSON not in heads:
        return (
            heads == _heads(_CAPTIVES)
            or len(heads & _heads(_ARMED)) == 1
            or len(heads & _heads(_IRREGULAR)) == 1
        )
    return not COUNTS.issuperset((one.dimension, other.dimension))


def are_of_other_doers(one: Figure, other: Figure) -> bool:
    """Whether one is of what somebody did of whom the other's sentence knows nothing."""
    if one.dimension in CALENDAR:
        return False
    mine, theirs = _doer(one), _doer(other)
    return bool(
        mine
        and theirs
        and mine.isdisjoint(other.said.all_terms)
        and theirs.isdisjoint(one.said.all_terms)
    )


def _name_of(figure: Figure) -> frozenset[str]:
    """The terms of the name right before an age: "Ida Voss, 41"."""
    return terms_found(_NAMED, figure.before)


def _doer(figure: Figure) -> frozenset[str]:
    return terms_found(_DOER, figure.before)


@cache
def _heads(listed: str) -> frozenset[str]:
    return frozenset(map(term, listed.split()))
