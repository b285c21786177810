"""What shows that two figures are of different things, however alike their sentences are.

Precision goes before recall: each rule costs a few real differences and spares more wrong ones.
"""

import re
from functools import cache
from typing import Final

from digest.figures.calendar import MONTH
from digest.figures.figure import COUNTS, Figure
from digest.figures.periods import are_of_other_times
from digest.figures.roles import GATHERED, OF_THINGS, PERSON
from digest.figures.scopes import are_two_quantities, are_two_stages, parts
from digest.figures.sentence import differ
from digest.figures.terms import term, terms
from digest.language.numerals import WORD

_AMOUNT_OF: Final = re.compile(
    r"([\w’'-]+) (?:of|worth|totall?ing)(?: (?:about|around|nearly|almost|roughly|up to))?\s*$"
)
_OF_THE: Final = re.compile(r" of (?:those|these|them|the)\b(?! [\w-]+['’]s)")
_NAMED: Final = re.compile(r"(?:\b[A-Z][\w’'-]+ )+[A-Z][\w’'-]+(?:, (?:aged )?)?$")
_SIZE: Final = re.compile(
    rf"\b(?P<number>\d+|(?:{WORD}))-(?P<of>(?!(?:old|olds)\b)[a-z]+)(?= [a-z])", re.IGNORECASE
)
_MODEL: Final = re.compile(
    rf"(?<![IiOo]n )(?<![Aa]t )\b(?P<of>(?!{MONTH}\b|\w+day\b)[A-Z][\w.]+) "
    r"(?P<number>\d{1,4}|[B-Z])\b(?![.,]\d)"
)
_ARMED: Final = "soldier police fighter rebel officer guard sailor gunman firefighter rescuer"
_CAPTIVES: Final = "hostage prisoner"
_SEXES: Final = ("man woman", "man girl", "boy woman", "boy girl")
_SHARES: Final = frozenset({"share", "points", "degrees", "temperature"})
"""Dimensions in which a change and what it comes to are told alike: inflation rose 3 percent."""

_FEW: Final = 2
"""Words of a sentence that another does not have, if the two are alike."""

_MUCH_LESS: Final = 0.7
"""Of a whole, at most: a figure of a place within another's that is so much smaller."""

_ALIKE: Final = (
    frozenset({"missing", "trapped"}),
    frozenset({"missing", "taken"}),
    frozenset({"rescued", "freed"}),
    frozenset({"injured", "treated"}),
)
"""Roles that are one, told differently."""


def are_apart(one: Figure, other: Figure) -> bool:
    """Whether something in their sentences shows that two figures are of different things."""
    if _became_otherwise(one, other) or _are_other_people(one, other):
        return True
    return not one.follows(other) and (
        _are_of_other_parts(one, other)
        or are_of_other_times(one, other)
        or _are_of_other_places(one, other)
        or _are_of_other_sizes(one, other)
        or _are_known(one, other)
        or _are_known(other, one)
        or _are_contrasted(one, other)
        or are_two_stages(one.clause, other.clause)
        or are_two_quantities(one.clause, other.clause)
    )


def _became_otherwise(one: Figure, other: Figure) -> bool:
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


def _are_other_people(one: Figure, other: Figure) -> bool:
    if one.dimension == "age" and differ(_name_of(one), _name_of(other)):
        return True
    heads = frozenset({one.head, other.head})
    if len(heads) < 2 or "" in heads:
        return False
    if one.dimension == "age":
        told = one.head in other.said.all_terms or other.head in one.said.all_terms
        return told or any(heads == _heads(sexes) for sexes in _SEXES)
    if one.dimension == other.dimension == "person" and PERSON not in heads:
        return heads == _heads(_CAPTIVES) or len(heads & _heads(_ARMED)) == 1
    return not COUNTS.issuperset((one.dimension, other.dimension))


def _name_of(figure: Figure) -> frozenset[str]:
    """The terms of the name right before an age: "Ida Voss, 41"."""
    found = _NAMED.search(figure.before)
    return terms(found[0]) if found else frozenset()


def _are_of_other_parts(one: Figure, other: Figure) -> bool:
    """Whether one is of a part of what the other is of, or of another part."""
    if one.is_of_all != other.is_of_all:
        return True
    same_role = one.role and one.role == other.role
    if one.dimension in COUNTS and not same_role and _is_part(one) != _is_part(other):
        return True
    if one.dimension not in _SHARES and "change" in one.marks ^ other.marks:
        return True
    mine, theirs = (parts(each.clause, each.said.text) for each in (one, other))
    if mine != theirs and mine.isdisjoint(theirs):
        return True
    return differ(_amount_of(one), _amount_of(other))


def _is_part(figure: Figure) -> bool:
    return bool(_OF_THE.match(figure.after))


def _amount_of(figure: Figure) -> frozenset[str]:
    """What it is an amount of: "bail" of "on bail of $800"."""
    found = _AMOUNT_OF.search(figure.told[0])
    return terms(found[1]) if found else frozenset()


def _are_of_other_places(one: Figure, other: Figure) -> bool:
    """Whether they stand beside the names of two places, or one of a place in the other's."""
    if one.attached - other.said.all_terms and other.attached - one.said.all_terms:
        return True
    for whole, part in ((one, other), (other, one)):
        if "whole" in whole.marks - part.marks and part.said.places - whole.said.all_terms:
            return True
    return any(
        whole.attached
        and whole.attached < part.attached
        and part.number.value < _MUCH_LESS * whole.number.value
        for whole, part in ((one, other), (other, one))
    )


def _are_of_other_sizes(one: Figure, other: Figure) -> bool:
    """Whether one is of a flat of two bedrooms or a model 3, the other of one bedroom or a model Y.

    And whether one is the highest of a day, the other what it came to.
    """
    if one.dimension == "share" and _is_highest(one) != _is_highest(other):
        return True
    mine, theirs = _sizes(one), _sizes(other)
    return any(mine[of] != theirs[of] for of in mine.keys() & theirs.keys())


def _is_highest(figure: Figure) -> bool:
    return figure.number.text.lower().startswith("as much as")


def _sizes(figure: Figure) -> dict[str, str]:
    """The numbers behind hyphens in its clause, by what they are of."""
    return {
        match["of"].lower(): match["number"].lower()
        for told in figure.told
        for pattern in (_SIZE, _MODEL)
        for match in pattern.finditer(told)
    }


def _are_known(one: Figure, other: Figure) -> bool:
    """Whether the other's sentence has the one's number as that of another thing, or as a sum."""
    if any(kind == one.dimension and one.number.agrees(each) for kind, each in other.others):
        return True
    listed = [each.value for _, each in other.listed]
    return bool(listed) and one.number.value == other.number.value + sum(listed)


def _are_contrasted(one: Figure, other: Figure) -> bool:
    """Whether their sentences are alike but for a word or two: the price of wheat, that of corn."""
    mine, theirs = one.said, other.said
    named = one.own | other.own
    strange = (
        len(mine.terms - theirs.all_terms - named),
        len(theirs.terms - mine.all_terms - named),
    )
    if strange == (1, 1):
        return len(mine.terms & theirs.terms) > 1
    return max(strange) <= _FEW and mine.is_tied_otherwise(theirs)


@cache
def _heads(listed: str) -> frozenset[str]:
    return frozenset(map(term, listed.split()))
