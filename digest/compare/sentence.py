"""An English sentence, as figures are read from it and told apart by it."""

import re
from calendar import month_abbr, month_name
from functools import cache, cached_property
from typing import Final

from digest.compare.changing import change
from digest.compare.measures import Measure, measures
from digest.compare.speakers import without_speaker
from digest.compare.wording import days, joint, nothing
from digest.language.numerals import Numeral, counts_something, numerals
from digest.language.words import stems

_WHICH: Final = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|"
    r"twelf)th|(?:semi-?|quarter-?)?finals?|(?:19|20)\d\d"
    r"|(?:last|previous|past|this|next) "
    r"(?:year|month|week|quarter|decade|season|winter|spring|summer|autumn)"
    r"|(?:flight|route|room|highway|interstate|unit|terminal|gate|line|no\.) [a-z]{0,2}\d+"
    r"|\d+(?= (?:\w+ ){1,3}(?:street|avenue|road|boulevard|lane|drive)))\b"
)
_TIE: Final = re.compile(
    r"\b(?P<word>[A-Za-z][\w’'-]*) "
    r"(?P<by>on|of|at|against|for|from|to|with|over|about|in(?= (?:(?:the|an?) )?[a-z])) "
    r"(?:the |an? |its |their |his |her )?(?P<what>(?:[A-Za-z][\w’'-]* )?[A-Za-z][\w’'-]*)"
)
_NEXT: Final = re.compile(r" ([a-z]+)")
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being) (?P<verb>[a-z]+)\b")


class Sentence:
    """An English sentence; each view of it is made once, when it is asked for."""

    def __init__(self, whole: str) -> None:
        self.whole = whole

    @cached_property
    def text(self) -> str:
        """It with spaces in place of who says it."""
        return without_speaker(self.whole)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all of it, and its joint words."""
        return frozenset(stems(self.whole)) | joint(self.whole)

    @cached_property
    def counts_something(self) -> bool:
        """Whether there is a number in it."""
        return counts_something(self.whole)

    @cached_property
    def numbers(self) -> tuple[Numeral, ...]:
        """Its cardinal numbers."""
        return tuple(numerals(self.text)) if self.counts_something else ()

    @cached_property
    def measured(self) -> tuple[Measure, ...]:
        """What it measures."""
        return tuple(measures(self.text)) if self.counts_something else ()

    @cached_property
    def counted(self) -> tuple[Numeral, ...]:
        """Its numbers that measure nothing."""
        taken = [each.number for each in self.measured]
        return tuple(
            number
            for number in self.numbers
            if not any(number.start < each.end and each.start < number.end for each in taken)
        )

    @cached_property
    def amounts(self) -> dict[str, Numeral]:
        """Its numbers that measure nothing, by the stem of the word behind each."""
        words = ((_NEXT.match(self.text, number.end), number) for number in self.counted)
        return {stem: number for word, number in words if word for stem in stems(word[1])[:1]}

    @cached_property
    def change(self) -> str:
        """How it says that something is not what it was: "up", "down", "either" or not: ""."""
        return change(self.whole)

    @cached_property
    def days(self) -> frozenset[str]:
        """The days and hours that it tells of."""
        return days(self.text)

    @cached_property
    def passives(self) -> frozenset[str]:
        """What is or was done to something: "found" of "a bag was found"."""
        return frozenset(stems(" ".join(_PASSIVE.findall(self.text))))

    @cached_property
    def which(self) -> frozenset[str]:
        """What says which: "third", "38th", "2019", "last week", "flight 302"."""
        return frozenset(_WHICH.findall(self.text.lower()))

    @cached_property
    def ties(self) -> dict[tuple[str, str], frozenset[str]]:
        """What its words are tied to: of "a strike on the market", ("strike", "on") to "market"."""
        found: dict[tuple[str, str], frozenset[str]] = {}
        for match in _TIE.finditer(self.text):
            tied = frozenset(stems(match["what"])) - nothing() - _months()
            if tied and (word := stems(match["word"])):
                tie = word[0], match["by"]
                found[tie] = found.get(tie, frozenset()) | tied
        return found

    def is_of_another_event(self, other: "Sentence") -> bool:
        """Whether it tells of another strike, vote or week than the other does."""
        return differ(self.which, other.which) or any(
            self.ties[tie] - other.stems and other.ties[tie] - self.stems
            for tie in self.ties.keys() & other.ties.keys()
        )


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something of a kind, and not the same."""
    return bool(one and other and one.isdisjoint(other))


@cache
def _months() -> frozenset[str]:
    return frozenset(stems(" ".join(month_name[1:] + month_abbr[1:])))
