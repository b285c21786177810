"""How an English sentence says that something is not what it was."""

import re
from typing import Final

CHANGE: Final = (
    r"(?:up|down|r[io]se\w*|rising|fell|fall\w*|gr[eo]w\w*|growing|drop\w*|climb\w*|jump\w*|"
    r"surg\w*|declin\w*|increas\w*|decreas\w*|gain\w*|lost|slip\w*|tumbl\w*|soar\w*|add\w*|"
    r"expand\w*|swell\w*|swollen|gone up|went up|shr[aiu]nk\w*|raise[sd]?|lower\w*|cut|trim\w*|"
    r"slid\w*|advanc\w*|accelerat\w*)"
)
"""Verbs that say that a number is not what it was."""

_PHRASE: Final = r"(?: (?:in|at|of|from|on|with|among|for|after|without|by) [^,;]{1,60}?)?"
_SUBJECT: Final = re.compile(
    rf"(?:^|[,;] )\s*(?P<of>(?:[\w’'-]+ ){{0,3}}?[\w’'-]+s{_PHRASE}) (?:(?:have|has|had) )?"
    rf"{CHANGE}(?! (?:the|its|their) )(?: [\w,.%-]+){{0,4}} to(?: an? \w+ of)?\s*$"
)
_NUMBER_OF: Final = re.compile(
    r"\b(?:number|tally|count|total|toll|estimate|figure|list) (?:of|for) (?:the )?"
    r"(?P<of>[^;]{1,120}?) (?:to|at|is|was|reached|passed|hit|by)\s*$"
)
_LEVEL: Final = re.compile(
    rf"(?: (?:has|have|had))?(?: now)? {CHANGE}(?: \w+ly)? to\s*$|"
    r"\b(?:cut|raised|lowered|lowers|raises|revised|updated|increased) (?:its|the|their)"
    r"(?: (?:estimate|figure|forecast|count|tally|toll|number)\b)?"
)
"""How a number is said to be what something has come to."""
_CHANGED: Final = re.compile(
    r"\b(?:(?P<either>now|so far|revised|first put|"
    r"still (?=missing|trapped|without|stuck|unaccounted)|"
    r"(?<!year )(?<!years )(?<!month )(?<!months )(?<!week )(?<!quarter )(?<!day )earlier)"
    r"|(?P<up>(?:rose|risen|rises|climbed|grew|grown|jumped|up|increased|raised|swelled|swollen)"
    r"(?: [^\s,;]+){0,10}? to)"
    r"|(?P<down>(?:fell|fallen|dropped|down|declined|lowered|cut|reduced)(?: [^\s,;]+){0,10}? to))"
    r"(?= \W{0,2}\w*\d|\b)",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(
    r"\b(?:now|no longer|originally|initially|at first|previously|(?:been|was|were) (?:due|aiming)|"
    r"postponed|delayed|put off|push(?:es|ed)? back|put back|brought forward|moved up|extended|"
    r"correct(?:s|ed|ing)|revis(?:es|ed|ing)|upgraded|updated|amended|slashed|lifted|trimmed|"
    r"(?:raised|lowered|cut|raises|lowers|cuts) (?:its|the|their)|"
    r"than (?:first|previously|initially))\b",
    re.IGNORECASE,
)


def without_change(before: str) -> str:
    """What stands before a figure, without how it has come to that."""
    return _LEVEL.sub(" ", before)


def subject_of(before: str) -> str:
    """What has risen or fallen to the number behind these words, or how many of what there are."""
    match = _NUMBER_OF.search(before) or _SUBJECT.search(before)
    return match["of"] if match else ""


def is_moved(sentence: str) -> bool:
    """Whether it says that something was put right or put off."""
    return bool(_MOVED.search(sentence))


def change(sentence: str) -> str:
    """How it says that something is not what it was: "up", "down", "either"; empty: it does not."""
    found = _CHANGED.search(sentence)
    return str(found.lastgroup) if found else ""
