"""The English wording around a figure: its clause, its manner, its part of the whole."""

import re
from collections.abc import Iterator
from typing import Final

from digest.figures.terms import terms
from digest.language.numerals import WORD

_CLAUSE: Final = re.compile(
    r"[;:—–()]|, |(?<= )(?:and|while|but|as|when|after|before|with|which|where|leaving|who|"
    r"bringing|including|compared|than|because|although)(?= )"
)
_BREAK: Final = re.compile(_CLAUSE.pattern.replace("|who|", "|"))
_MARKS: Final = {
    "expected": r"expect\w*|forecast\w*|predict\w*|anticipat\w*|project(?:ed|s|ion\w*)|foresees?",
    "possible": r"can|could|(?-i:may)|might|up to|as many as|risk\w*|threat\w*|if|fear\w*",
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
    "more": r"next to|nearby|similar|another|additional\w*|further|extra|more(?! than)|other",
    "not": r"not|never|no|denied|false",
    "whole": r"nation-?wide|national\w*|world-?wide|global\w*|overall|altogether",
    "among": r"among|excluding|except",
    "record": r"record|since|ever|this (?:year|season)",
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
_BY: Final = re.compile(
    r"\b(?:by|(?:fell|fall\w*|rose|rise\w*|rising|drop\w*|climb\w*|slip\w*|tumbl\w*|soar\w*|jump\w*|"
    r"surg\w*|declin\w*|gr[eo]w\w*|slid\w*|advanc\w*)(?: \w+ly)?)\s*$",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"\b(?:from|compared (?:with|to)|than|versus|vs\.?)(?: (?:an?|the|its|their))?"
    r"(?: (?:initial|earlier|previous|first|original|preliminary|prior|revised)"
    r"(?: (?:reading|estimate|count|figure|forecast|report|tally|toll|total|number) of)?)?\s*$",
    re.IGNORECASE,
)
_OF_ALL: Final = re.compile(
    rf"(?:\b(?:first|last|next|final|remaining|top)"
    rf"|(?:\d|\b(?:{WORD}))(?: [mbt]r?illion)?(?: out)?[ -]of(?: the| its| their)?)[ -]$",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_NAMING: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W_][\w’'-]*")
_LONGEST_NAME: Final = 7
_RANGE_ENDS: Final = re.compile(
    rf"^\s*(?:(?:to(?! [$€£])|[-–]|or|and)\s*[$€£]?\d|(?:to|or) (?:{WORD})\b)", re.IGNORECASE
)
_RANGE_OPENS: Final = re.compile(
    r"\b(?:between|from)\s+$|\bbetween [\w.,$€£]+(?: \w+)? and $"
    rf"|(?:\d\s*(?:to|[-–]|or)\s*|\b(?:{WORD}) (?:to|or) )$",
    re.IGNORECASE,
)


def clause(before: str, after: str) -> tuple[str, str]:
    """What stands before and behind a figure in its own clause.

    A figure behind "after" or "with" alone belongs to the clause before these.
    """
    breaks = list(_CLAUSE.finditer(before))
    ends = len(before)
    while breaks:
        last = breaks.pop()
        ahead = before[last.end() : ends]
        if not (last[0].isalpha() and not terms(ahead)):
            return before[last.end() :], _CLAUSE.split(after)[0]
        ends = last.start()
        if _DIGIT.search(before, breaks[-1].end() if breaks else 0, ends):
            return before[last.end() :], _CLAUSE.split(after)[0]
    return before, _CLAUSE.split(after)[0]


def nearest(before: str, after: str) -> tuple[str, str]:
    """What stands before and behind a figure up to the next break, but for "who"."""
    return _CLAUSE.split(before)[-1], _BREAK.split(after)[0]


def is_earlier(before: str) -> bool:
    """Whether a figure behind these words is what something was before."""
    return bool(_FROM.search(before))


def is_of_all(before: str) -> bool:
    """Whether a figure behind these words is what others are a part of: nine in "two of nine"."""
    return bool(_OF_ALL.search(before))


def is_range(before: str, after: str) -> bool:
    """Whether a figure between these words is one end of a range."""
    return bool(_RANGE_ENDS.match(after) or _RANGE_OPENS.search(before))


def named_by(told: str) -> str:
    """The words of a clause that name what its figure is of: "talks on the deal would resume"."""
    words = _NAMING.findall(told)
    telling = [bool(terms(word)) for word in words]
    if True not in telling:
        return ""
    words, telling = words[telling.index(True) :], telling[telling.index(True) :]
    words, telling = words[:_LONGEST_NAME], telling[:_LONGEST_NAME]
    return " ".join(words[: len(words) - telling[::-1].index(True)])


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
