"""What shows that two figures are of different things, however alike their sentences are.

Precision goes before recall: each rule costs a few real differences and spares more wrong ones.
"""

from typing import Final

from digest.figures.figure import Figure
from digest.figures.people import are_of_other_doers, are_other_people, became_otherwise
from digest.figures.periods import CALENDAR, are_of_other_times, is_new
from digest.figures.scopes import are_two_quantities, are_two_stages
from digest.figures.wholes import are_of_other_kinds, are_of_other_parts

_FEW: Final = 2
"""Words of a sentence that another does not have, if the two are alike."""

_MUCH_LESS: Final = 0.7
"""Of a whole, at most: a figure of a place within another's that is so much smaller."""


def are_apart(one: Figure, other: Figure) -> bool:
    """Whether something in their sentences shows that two figures are of different things."""
    if became_otherwise(one, other) or are_other_people(one, other):
        return True
    return not one.follows(other) and (
        are_of_other_parts(one, other)
        or are_of_other_times(one, other)
        or _are_of_other_places(one, other)
        or are_of_other_kinds(one, other)
        or are_of_other_doers(one, other)
        or _is_only_possible(one, other)
        or _are_known(one, other)
        or _are_known(other, one)
        or _are_contrasted(one, other)
        or are_two_stages(one.clause, other.clause)
        or are_two_quantities(one.clause, other.clause)
    )


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


def _is_only_possible(one: Figure, other: Figure) -> bool:
    """Whether one is what may come, the other what has, and neither what the other has become."""
    return "possible" in one.marks ^ other.marks and not (
        one.dimension in CALENDAR or is_new(one, other)
    )


def _are_known(one: Figure, other: Figure) -> bool:
    """Whether the other's sentence has the one's number as that of another thing, or as a sum."""
    if any(kind == one.dimension and one.number.agrees(each) for kind, each in other.others):
        return True
    more = one.number.value - other.number.value
    return more > 0 and more in {
        sum(each.value for _, each in other.listed),
        *(each.value for _, each in other.listed_before),
    }


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
