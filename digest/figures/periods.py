"""Of which month, week, round, vote or poll a figure is, by what stands around it."""

import re
from functools import lru_cache
from typing import Final

from digest.figures.calendar import WEEKDAY
from digest.figures.figure import Figure
from digest.figures.sentence import differ

_MONTH: Final = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_WHICH: Final = re.compile(
    r"\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|\d{1,3}(?:st|nd|rd|th)|"
    r"(?:semi-?|quarter-?)?finals?)\b",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"\b(?:this|next|last|previous|current|coming) (?:year|quarter|month|week|season)\b"
    r"|\b(?:first|second|third|fourth)[ -](?:quarter|half)\b"
    r"|\bweek (?:ended|ending) \w+ \d+"
    r"|\b(?:house|senate|upper house|lower house|committee)\b",
    re.IGNORECASE,
)
_PRIOR: Final = re.compile(
    r"\b(?:prior|previous|preceding) (?:week|month|quarter|year)|"
    r"\b(?:week|month|quarter|year)s? (?:ago|earlier|before|prior)\b"
)
_COMPARED: Final = re.compile(r"\b(?:from|than|compared (?:with|to)|over|versus)\b.*")
_CHAMBER: Final = re.compile(
    r"(?<!White )\b(House|Senate|committee|Commons|Lords|lower house|upper house)\b"
    r"(?: (?:on|late|early) \w+| \w+day)? (?:passed|approved|voted|backed|rejected|confirmed|"
    r"adopted)\b"
)
_POLL: Final = re.compile(r"\b(?:polls?|survey)\b", re.IGNORECASE)
_POLLSTER: Final = re.compile(
    r"\b([A-Z]\w+)(?:/[A-Z]\w+)?(?:['’]s)? (?:poll|survey)"
    r"|(?:[Pp]oll|[Ss]urvey)(?: conducted)? (?:by|from) (?:the )?([A-Z]\w+)"
    r"|^([A-Z]\w+) (?:found|put|has|gave|credited)"
)
_ZONE: Final = re.compile(r" \(?(?P<zone>GMT|UTC|BST|CES?T|E[DS]?T|C[DS]?T|P[DS]?T|[A-Z]{2}T)\b")
_ON: Final = re.compile(rf"\bon ({WEEKDAY})\b", re.IGNORECASE)
_A_DAY: Final = re.compile(r"day$|[a-z]\.? \d|\d [a-z]{3}")
_OPENS_ON: Final = re.compile(rf"\W*On ({WEEKDAY})\b")
CALENDAR: Final = frozenset({"date", "weekday", "year", "hour"})


def are_of_other_times(one: Figure, other: Figure) -> bool:
    """Whether one is of another month, round, week, vote or poll than the other."""
    if one.dimension != "floor" and _differ_in(_WHICH, one.said.text, other.said.text):
        return True
    if one.dimension in CALENDAR:
        return one.dimension == "hour" and (
            differ(_dates(one), _dates(other)) or _zone(one) != _zone(other)
        )
    mine, theirs = one.said.text, other.said.text
    return (
        _differ_in(_MONTH, one.clause, other.clause)
        or _is_prior(one) != _is_prior(other)
        or any(_differ_in(pattern, mine, theirs) for pattern in (YEAR, _PERIOD, _CHAMBER))
        or (differ(_days(one), _days(other)) and not is_new(one, other))
        or _are_of_other_terms(one, other)
        or _are_of_other_polls(one, other)
    )


def _zone(figure: Figure) -> str:
    """In which zone an hour is told; empty: that of the place, as most are."""
    found = _ZONE.match(figure.after)
    return found["zone"][0] if found else ""


def _dates(figure: Figure) -> frozenset[str]:
    """The days that its sentence names, without the hours."""
    return frozenset(filter(_A_DAY.search, figure.said.days))


def _is_prior(figure: Figure) -> bool:
    """Whether it is of the week or year before, not only compared with that."""
    return bool(_PRIOR.search(_COMPARED.sub("", figure.clause)))


def is_new(one: Figure, other: Figure) -> bool:
    """Whether one is what the other has come to."""
    return bool(one.change or other.change or one.said.revises or other.said.revises)


def _are_of_other_terms(one: Figure, other: Figure) -> bool:
    """Whether one is told of five weeks, the other of nine."""
    if one.dimension == "time":
        return False
    mine, theirs = (
        [number for dimension, number in each.others if dimension == "time"]
        for each in (one, other)
    )
    return bool(mine and theirs) and not any(a.agrees(b) for a in mine for b in theirs)


def _days(figure: Figure) -> frozenset[str]:
    """The days that its clause puts it on."""
    opening = _OPENS_ON.match(figure.said.text)
    return _said(_ON, figure.clause) | frozenset([opening[1].lower()] if opening else [])


def _are_of_other_polls(one: Figure, other: Figure) -> bool:
    whole = one.said.whole, other.said.whole
    if one.dimension != "share" or not all(map(_POLL.search, whole)):
        return False
    return _differ_in(_POLLSTER, *whole)


def _differ_in(pattern: re.Pattern[str], one: str, other: str) -> bool:
    """Whether both texts have what a pattern finds, and not the same."""
    return differ(_said(pattern, one), _said(pattern, other))


@lru_cache(maxsize=2048)
def _said(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    """What a pattern finds in a text, in lower case."""
    found = (match[match.lastindex or 0] for match in pattern.finditer(text))
    return frozenset(each.lower().replace("-", " ") for each in found)
