"""Whether a figure is of a part of what another is of, of another kind of it, or comes on top."""

import re
from typing import Final

from digest.figures.calendar import MONTH
from digest.figures.figure import COUNTS, Figure
from digest.figures.scopes import parts
from digest.figures.sentence import differ
from digest.figures.terms import terms_found
from digest.language.numerals import WORD

_AMOUNT_OF: Final = re.compile(
    r"([\w’'-]+) (?:of|worth|totall?ing)(?: (?:about|around|nearly|almost|roughly|up to))?\s*$"
)
_OF_THE: Final = re.compile(r" of (?:those|these|them|the)\b(?! [\w-]+['’]s)")
_SIZE: Final = re.compile(
    rf"\b(?P<number>\d+|(?:{WORD}))-(?P<of>(?!(?:old|olds)\b)[a-z]+)(?= [a-z])", re.IGNORECASE
)
_MODEL: Final = re.compile(
    rf"(?<![IiOo]n )(?<![Aa]t )\b(?P<of>(?!{MONTH}\b|\w+day\b)[A-Z][\w.]+) "
    r"(?P<number>\d{1,4}|[B-Z])\b(?![.,]\d)"
)
_AMONG: Final = re.compile(
    r"\bamong (?:those|the (?:dead|injured|wounded|victims|casualties|missing|arrested))\b"
)
_FURTHER: Final = re.compile(
    r"\b(?:a further|another|an additional|an extra) (?:(?:about|some|estimated) )?$", re.IGNORECASE
)
_SHARES: Final = frozenset({"share", "points", "degrees", "temperature"})
"""Dimensions in which a change and what it comes to are told alike: inflation rose 3 percent."""


def are_of_other_parts(one: Figure, other: Figure) -> bool:
    """Whether one is of a part of what the other is of, or of another part."""
    if one.is_of_all != other.is_of_all or _is_among(one) != _is_among(other):
        return True
    if _is_on_top(one, other) or _is_of_a_change(one, other):
        return True
    mine, theirs = (parts(each.clause, each.said.text) for each in (one, other))
    if mine != theirs and mine.isdisjoint(theirs):
        return True
    return differ(_amount_of(one), _amount_of(other))


def are_of_other_kinds(one: Figure, other: Figure) -> bool:
    """Whether one is of a flat of two bedrooms or a model 3, the other of one bedroom or a model Y.

    And of shares, whether one is that of all, or the highest of a day.
    """
    if one.dimension == "share" and (
        _is_highest(one) != _is_highest(other) or "whole" in one.marks ^ other.marks
    ):
        return True
    mine, theirs = _kinds(one), _kinds(other)
    return any(mine[of] != theirs[of] for of in mine.keys() & theirs.keys())


def _is_on_top(one: Figure, other: Figure) -> bool:
    """Whether one is a further lot or a part of some, unless both count the dead, or the hurt."""
    if one.role and one.role == other.role:
        return False
    return _is_further(one) != _is_further(other) or (
        one.dimension in COUNTS and _is_part(one) != _is_part(other)
    )


def _is_of_a_change(one: Figure, other: Figure) -> bool:
    """Whether only one is by how much something has changed."""
    return one.dimension not in _SHARES and "change" in one.marks ^ other.marks


def _is_among(figure: Figure) -> bool:
    """Whether it is of those who are some of others: "nine firefighters were among those hurt"."""
    return bool(_AMONG.search(" ".join(figure.told)))


def _is_further(figure: Figure) -> bool:
    """Whether it comes on top of what is told beside it: "a further 40 boats"."""
    return bool(_FURTHER.search(figure.before))


def _is_part(figure: Figure) -> bool:
    return bool(_OF_THE.match(figure.after))


def _amount_of(figure: Figure) -> frozenset[str]:
    """What it is an amount of: "bail" of "on bail of $800"."""
    return terms_found(_AMOUNT_OF, figure.told[0])


def _is_highest(figure: Figure) -> bool:
    return figure.number.text.lower().startswith("as much as")


def _kinds(figure: Figure) -> dict[str, str]:
    """The numbers of kinds in its clause, by what they are of: "one-bedroom", "Model 3"."""
    return {
        match["of"].lower(): match["number"].lower()
        for told in figure.told
        for pattern in (_SIZE, _MODEL)
        for match in pattern.finditer(told)
    }
