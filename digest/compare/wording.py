"""The English wording around a figure: its clause, its manner, what sets it apart."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from digest.compare.changing import CHANGE
from digest.language.words import stems, stop_words

_CLAUSE: Final = re.compile(
    r"[;:—–()]|, |(?<= )(?:and|while|but|as|when|after|before|with|which|where|leaving|who|"
    r"bringing|including|compared|than|because|although)(?= )"
)
_IDLE: Final = (
    "said says put puts stand stands stood reach reached reaches total come came amount level "
    "number figure count estimate estimated now still far latest report reported monday "
    "tuesday wednesday thursday friday saturday sunday today yesterday noon evening morning "
    "night afternoon et gmt within "
    "percent million billion thousand year years announced about around roughly nearly "
    "remain remains remained later first passed nightfall dawn due "
    "people observers officials analysts according least most "
    "have has had was were will would also just only day days"
)
_MARKS: Final = {
    "expected": r"expect\w*|forecast\w*|predict\w*|anticipat\w*|project(?:ed|s|ion\w*)|foresees?",
    "possible": r"can|could|may|might|up to|as many as|risk\w*|threat\w*|if|fear\w*",
    "wanted": r"plan(?:s|ned)?|propos\w+|goal|target\w*|aims?|seek\w*|want\w*|hop\w+|offer\w*|"
    r"ask\w*|promis\w*|pledg\w*|vow\w*|order(?:s|ed)|request\w*|demand\w*|approv\w*|set aside|"
    r"intend\w*",
    "future": r"will|would|shall|going to|(?:is|are) to",
    "rate": r"per|each|every|average|annual\w*|a (?:day|week|month|year|dose|share|head)"
    r"(?! (?:later|ago|earlier|before|after)\b)|an hour|daily|weekly|monthly|yearly|apiece",
    "past": r"(?:last|previous|prior|past) (?:year|month|week|quarter|decade|season|winter|spring|"
    r"summer|autumn)|"
    r"(?:year|month|week|decade)s? (?:ago|earlier|before)|earlier|before|until|originally|once|"
    r"used to|"
    r"(?:in|since|of|from|during) (?:19|20)\d\d",
    "part": r"including|among them|of them|of those|of these|of which|of whom|half of|most of",
    "more": r"next to|neighbou?r\w*|nearby|similar|another|"
    r"additional\w*|further|extra|more(?! than)|other",
    "not": r"not|never|no|denied|false",
    "harmed": r"kill\w*|dead|died|deaths?|injur\w*|wounded|missing|arrested|shot",
    "whole": r"nation-?wide|national\w*|world-?wide|global\w*|overall|altogether",
    "among": r"among|excluding|except",
    "against": r"against|oppos\w+",
    "record": r"record|since|ever|this (?:year|season)",
    "less": r"clos(?:e|es|ed|ing)|cuts?|cutting|los(?:e|es|t|ing|s|ses)|shed|lay|laid|scrap\w*|"
    r"axed?",
}
_MARK: Final = re.compile(
    "|".join(rf"\b(?P<{mark}>{listed})\b" for mark, listed in _MARKS.items()), re.IGNORECASE
)
_UP_TO_A_BREAK: Final = re.compile(r"[;:—–()]|, | (?!(?:19|20)\d\d\b)[$€£]?\d")
_PERIOD: Final = re.compile(
    r"[^,;.\d]{0,60}?(?:,? compared (?:with|to)|,? from|,? than|,? over|,? in)"
    r" (?:a|one|the past|the last|the previous|last|the same) [^,;.\d]{0,20}?"
    r"(?:year|month|quarter|week)"
)
_DAY: Final = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b"
)
_CLOCK: Final = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|"
    r"\b(?:noon|midnight|evening|night|overnight|morning|afternoon)\b"
)
_BY: Final = re.compile(rf"\b(?:by|{CHANGE}(?: \w+ly)?)\s*$", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?:from|compared (?:with|to)|than|versus|vs\.?)\s*$", re.IGNORECASE)
_PART: Final = re.compile(
    r"(?:\b(?:first|last|next|final|remaining|top)|\d(?: out)?[ -]of(?: the| its| their)?)[ -]$",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_NAMING: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W_][\w’'-]*")
_LONGEST_NAME: Final = 7
_JOINT: Final = re.compile(r"\b(?:co|ex|vice|non|anti|pre)-[^\W\d]+|\b(?:over|under|aged) \d+\b")
_RANGE_ENDS: Final = re.compile(r"^\s*(?:to|[-–]|or|and)\s*[$€£]?\d|^[-–]")
_RANGE_OPENS: Final = re.compile(r"\b(?:between|from)\s+$|[$€£]?\d\s*(?:to|[-–]|or)\s*$")


@cache
def idle() -> frozenset[str]:
    """Stems that say nothing of what a figure is a figure of."""
    return frozenset(stems(_IDLE))


@cache
def nothing() -> frozenset[str]:
    """Stems that make no clause."""
    return idle() | stop_words("en")


def clause(before: str, after: str) -> tuple[str, str]:
    """What stands before and behind a figure in its own clause.

    A figure behind "after" or "with" alone belongs to the clause before these.
    """
    breaks = list(_CLAUSE.finditer(before))
    ends = len(before)
    while breaks:
        last = breaks.pop()
        ahead = before[last.end() : ends]
        if not (last[0].isalpha() and nothing().issuperset(stems(ahead))):
            return before[last.end() :], _CLAUSE.split(after)[0]
        ends = last.start()
        if _DIGIT.search(before, breaks[-1].end() if breaks else 0, ends):
            return before[last.end() :], _CLAUSE.split(after)[0]
    return before, _CLAUSE.split(after)[0]


def days(text: str) -> frozenset[str]:
    """The days and hours that it names: "monday", "8 may", "9:40"."""
    found = [*_DAY.finditer(text), *_CLOCK.finditer(text)]
    return frozenset(match[0].lower() for match in found)


def is_earlier(before: str) -> bool:
    """Whether a figure behind these words is what something was before."""
    return bool(_FROM.search(before))


def is_part(before: str) -> bool:
    """Whether a figure behind these words is one of several, or what others are a part of."""
    return bool(_PART.search(before))


def named_by(told: str) -> str:
    """The words of a clause that name what its figure is of: "talks on the deal would resume"."""
    words = _NAMING.findall(told)
    telling = [not idle().issuperset(stems(word)) and bool(stems(word)) for word in words]
    if True not in telling:
        return ""
    words, telling = words[telling.index(True) :], telling[telling.index(True) :]
    words, telling = words[:_LONGEST_NAME], telling[:_LONGEST_NAME]
    return " ".join(words[: len(words) - telling[::-1].index(True)])


def joint(text: str) -> frozenset[str]:
    """Its words that say another thing together than alone: "co-pilot", "over 65"."""
    return frozenset(match[0].lower() for match in _JOINT.finditer(text))


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
