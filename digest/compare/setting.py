"""What an English sentence sets a number in: which event, day and hour it tells of.

"The strike on the market" and "the strike on the school" are two events, whatever else their
sentences share; so are a first and a second vote, or what happened on Monday and on Tuesday.
"""

import re
from calendar import month_abbr, month_name
from functools import cache
from typing import Final, TypeAlias

from msgspec import Struct

from digest.compare.wording import days, nothing
from digest.language.words import stems

_Frames: TypeAlias = dict[tuple[str, str], frozenset[str]]

_ORDINAL: Final = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|(?:fir|thir)st|second|third|(?:four|fif|six|seven|eigh|nin|ten|"
    r"eleven|twelf)th|(?:semi-?|quarter-?)?finals?"
    r"|(?:19|20)\d\d|(?:last|previous|past|this|next) "
    r"(?:year|month|week|quarter|decade|season|winter|spring|summer|autumn)"
    r"|(?:flight|route|room|highway|interstate|unit|terminal|gate|line|no\.) [A-Z]{0,2}\d+"
    r"|\d+(?= (?:\w+ ){1,3}(?:street|avenue|road|boulevard|lane|drive)))\b",
    re.IGNORECASE,
)
_FRAME: Final = re.compile(
    r"\b(?P<word>[A-Za-z][\w’'-]*) "
    r"(?P<by>on|of|at|against|for|from|to|with|over|about|in(?= (?:(?:the|an?) )?[a-z])) "
    r"(?:the |an? |its |their |his |her )?(?P<what>(?:[A-Za-z][\w’'-]* )?[A-Za-z][\w’'-]*)"
)


_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being) (?P<verb>[a-z]+)\b")


class Setting(Struct, frozen=True, kw_only=True, eq=False):
    """What a sentence sets its numbers in."""

    stems: frozenset[str]
    frames: _Frames
    """What its words are tied to: ("strike", "on") to "market"."""

    ordinals: frozenset[str]
    """What says which: "third", "38th", "2019", "last week", "flight 302", "114" of a street."""

    days: frozenset[str]
    passives: frozenset[str]
    """What is or was done to something: "found" of "a bag was found"."""

    def is_other(self, other: "Setting") -> bool:
        """Whether it is of another event."""
        return differ(self.ordinals, other.ordinals) or any(
            self.frames[tie] - other.stems and other.frames[tie] - self.stems
            for tie in self.frames.keys() & other.frames.keys()
        )


def setting(sentence: str, text: str) -> Setting:
    """What a sentence sets its numbers in; `text` is it without who says it."""
    return Setting(
        stems=frozenset(stems(sentence)),
        frames=_frames(text),
        ordinals=frozenset(match[0].lower() for match in _ORDINAL.finditer(text)),
        days=days(text),
        passives=frozenset(stems(" ".join(_PASSIVE.findall(text)))),
    )


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something of a kind, and not the same."""
    return bool(one and other and one.isdisjoint(other))


@cache
def _months() -> frozenset[str]:
    return frozenset(stems(" ".join(month_name[1:] + month_abbr[1:])))


def _frames(text: str) -> _Frames:
    found: _Frames = {}
    for match in _FRAME.finditer(text):
        tied = frozenset(stems(match["what"])) - nothing() - _months()
        if tied and (word := stems(match["word"])):
            tie = word[0], match["by"]
            found[tie] = found.get(tie, frozenset()) | tied
    return found
