"""The English wording around a figure: its clause, its manner, what sets it apart."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from digest.language.words import stems

_CLAUSE: Final = re.compile(
    r"[;:—–()]|, |(?<= )(?:and|while|but|as|when|after|before|with|which|where|leaving|who|"
    r"bringing|including|compared|than|because|although)(?= )"
)
_ATTRIBUTION: Final = re.compile(
    r"^(?:[^,;]{2,60}? (?:said|says|estimated|reported|announced|told (?:reporters|staff|\w+))"
    r"(?: (?:on )?\w+day)?(?: that)? )"
    r"|^[^,;]{2,40}? (?:puts?|gave|gives|estimates?|counted|counts)(?= (?:the|un)\w* )"
    r"|,? according to [^,;]+"
    r"|, [^,;]{2,60}? (?:said|says|told \w+|measured|reported|announced|estimated|ruled)\b[^,;]*"
    r"|,? (?:[\w’'-]+ ){1,6}(?:said|says)(?: (?:on )?\w+day)?(?=[.,;]|$)"
)
_IDLE: Final = (
    "said says put puts stand stands stood reach reached reaches total come came amount level "
    "number figure count estimate estimated now still far new latest report reported monday "
    "tuesday wednesday thursday friday saturday sunday today yesterday noon evening morning "
    "night percent million billion thousand year years announced about around roughly nearly "
    "people observers officials analysts according least most gave gives give made make makes "
    "given have has had was were will would also just only day days"
)
_GROUPS: Final = (
    "first second third fourth fifth sixth last final next previous initial",
    "north south east west northern southern eastern western north-east south-west",
    "men women man woman",
    "boys girls boy girl",
    "father mother son daughter brother sister husband wife",
    "adults children teenagers pupils teachers students",
    "export exports import imports",
    "revenue profit sales loss income earnings turnover debt deficit surplus growth spending",
    "minimum maximum average median cheapest dearest highest lowest largest smallest",
    "old former new",
    "driver passenger pilot pedestrian cyclist",
    "win won lose lost drawn",
    "month quarter week decade year",
    "wholesale retail",
    "spring summer autumn winter",
    "january february march april may june july august september october november december",
    "roads railways schools hospitals bridges",
    "oil gas coal copper gold",
    "cars vans lorries buses trains planes",
    "long high wide deep tall",
    "winner runner-up champion finalist",
    "alive dead killed injured wounded missing arrested",
    "democrat democrats republican republicans",
    "house senate",
    "core headline",
    "federal state local",
    "buy bought sell sold",
    "born died",
    "opened closed",
    "rise rose risen fall fell fallen",
    "food energy rent",
    "minister mayor president governor",
)
_MARKS: Final = {
    "expected": r"expect\w*|forecast\w*|predict\w*|anticipat\w*|project(?:ed|s|ion\w*)|foresees?",
    "possible": r"could|may|might|up to|as many as|risk\w*|threat\w*|if|fear\w*",
    "wanted": r"plan(?:s|ned)?|propos\w+|goal|target\w*|aims?|seek\w*|want\w*|hop\w+|offer\w*|"
    r"ask\w*",
    "rate": r"per|each|every|average|annual\w*|a (?:day|week|month|year|dose|share|head)|"
    r"an hour|daily|weekly|monthly|yearly|apiece",
    "past": r"(?:last|previous|prior|past) (?:year|month|week|quarter|decade|season)|"
    r"(?:year|month|week|decade)s? (?:ago|earlier|before)|earlier|originally|once|used to|"
    r"(?:in|since|of|from|during) (?:19|20)\d\d",
    "part": r"including|among them|of them|of those|of these|of which|of whom|half of|most of",
    "more": r"another|additional\w*|further|extra|more(?! than)|other",
    "not": r"not|never|no|denied|false",
    "harmed": r"kill\w*|dead|died|deaths?|injur\w*|wounded|missing|arrested|shot",
    "against": r"against|oppos\w+",
    "record": r"record|since|ever|this (?:year|season)",
    "less": r"clos(?:e|es|ed|ing)|cuts?|cutting|los(?:e|es|t|ing|s|ses)|shed|lay|laid|scrap\w*|"
    r"axed?",
}
_MARK: Final = re.compile(
    "|".join(rf"\b(?P<{mark}>{listed})\b" for mark, listed in _MARKS.items()), re.IGNORECASE
)
_UP_TO_A_BREAK: Final = re.compile(r"[;:—–()]|, | (?!(?:19|20)\d\d\b)\d")
_PERIOD: Final = re.compile(
    r"[^,;.\d]{0,60}?(?:,? compared (?:with|to)|,? from|,? than|,? over|,? in)"
    r" (?:a|one|the past|the last|the previous|last|the same) [^,;.\d]{0,20}?"
    r"(?:year|month|quarter|week)"
)
_CHANGE: Final = (
    r"(?:up|down|r[io]se\w*|rising|fell|fall\w*|gr[eo]w\w*|growing|drop\w*|climb\w*|jump\w*|"
    r"surg\w*|declin\w*|increas\w*|decreas\w*|gain\w*|lost|slip\w*|tumbl\w*|soar\w*|add\w*|"
    r"expand\w*|shr[aiu]nk\w*|raise[sd]?|lower\w*|cut|trim\w*|slid\w*|advanc\w*|accelerat\w*)"
)
_SUBJECT: Final = re.compile(
    rf"(?:^|[,;] )(?P<of>(?:[\w’'-]+ ){{0,3}}?[\w’'-]+s) (?:(?:have|has|had) )?{_CHANGE}"
    r"(?: [\w,.%-]+){0,4} to\s*$"
)
_NUMBER_OF: Final = re.compile(r"\bnumber of (?P<of>[^,;]*?)\b(?:to|at|is|was|reached|hit|by)\s*$")
_DAY: Final = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b"
)
_BY: Final = re.compile(rf"\b(?:by|{_CHANGE}(?: \w+ly)?)\s*$", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?:from|compared (?:with|to)|than|versus|vs\.?)\s*$", re.IGNORECASE)
_RANGE_ENDS: Final = re.compile(r"^\s*(?:to|[-–]|or|and)\s*[$€£]?\d|^[-–]")
_RANGE_OPENS: Final = re.compile(r"\b(?:between|from)\s+$|[$€£]?\d\s*(?:to|[-–]|or)\s*$")
_CHANGED: Final = re.compile(
    r"\b(?:(?P<either>now|so far|revised|still|earlier|first put)"
    r"|(?P<up>(?:rose|risen|rises|climbed|grew|grown|jumped|up|increased)(?: \w+){0,4} to|"
    r"had (?:reached|burned))"
    r"|(?P<down>(?:fell|fallen|dropped|down|declined)(?: \w+){0,4} to))\b",
    re.IGNORECASE,
)


@cache
def idle() -> frozenset[str]:
    """Stems that say nothing of what a figure is a figure of."""
    return frozenset(stems(_IDLE))


@cache
def rivals() -> tuple[frozenset[str], ...]:
    """Groups of stems of which one sets a figure apart from another that has a different one."""
    return tuple(frozenset(stems(group)) for group in _GROUPS)


def without_speaker(sentence: str) -> str:
    """The sentence with spaces in place of who says it."""
    return _ATTRIBUTION.sub(lambda said: " " * len(said[0]), sentence)


def clause(before: str, after: str) -> tuple[str, str]:
    """What stands before and behind a figure in its own clause."""
    return _CLAUSE.split(before)[-1], _CLAUSE.split(after)[0]


def days(text: str) -> frozenset[str]:
    """The days that it names: "monday", "8 May"."""
    return frozenset(match[0].lower() for match in _DAY.finditer(text))


def subject_of(before: str) -> str:
    """What has risen or fallen to the number behind these words, or how many of what there are."""
    match = _NUMBER_OF.search(before) or _SUBJECT.search(before)
    return match["of"] if match else ""


def is_earlier(before: str) -> bool:
    """Whether a figure behind these words is what something was before."""
    return bool(_FROM.search(before))


def is_range(before: str, after: str) -> bool:
    """Whether a figure between these words is one end of a range."""
    return bool(_RANGE_ENDS.match(after) or _RANGE_OPENS.search(before))


def marks(before: str, after: str) -> Iterator[str]:
    """What kind of statement a figure is in: expected, wanted, a rate, a change.

    `before` is its clause up to it, `after` the rest of its sentence.
    """
    for mark in _MARK.finditer(f"{before} {_UP_TO_A_BREAK.split(after)[0]}"):
        yield str(mark.lastgroup)
    if _PERIOD.match(after):
        yield "past"
    if _BY.search(before):
        yield "change"


def change(sentence: str) -> str:
    """How it says that something is not what it was: "up", "down", "either"; empty: it does not."""
    found = _CHANGED.search(sentence)
    return str(found.lastgroup) if found else ""
