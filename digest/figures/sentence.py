"""An English sentence, as figures are read from it and told apart by it."""

import re
from functools import cached_property
from typing import Final

from digest.figures.calendar import MONTH, WEEKDAY
from digest.figures.changing import change
from digest.figures.speakers import without_speaker
from digest.figures.terms import is_listed, term, terms
from digest.language.names import names
from digest.language.numerals import counts_something

_OPENER: Final = re.compile(r"(?:^|[.;:] )\W*([A-Z][\w’'-]*)(?= [a-z])")
_COMMON: Final = re.compile(r".*(?:s|ed|ing|ly|tion)")
"""Endings of words that open a sentence and are no name."""

_PLACE: Final = re.compile(
    r"\b(?:in|at|near|outside|off|across|around|to|from|(?:south|north|east|west) of) (?:the )?"
    r"(?:[a-z]+ern )?((?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*))",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    rf"\b{WEEKDAY}\b"
    rf"|\b{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\b"
    r"|\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b"
    r"|\b(?:noon|midnight|evening|night|overnight|morning|afternoon)\b"
)
_REVISES: Final = re.compile(
    r"\b(?:revis\w+|correct\w+|initially|earlier|upgraded|updated|now|first|previously|at first|"
    r"so far|originally|raised|lowered|cut|extended|postponed|delayed|pushed back|"
    r"brought forward|climbed|risen|rose)\b"
)
_MONTH: Final = re.compile(rf"\b{MONTH}\b")
_TIE: Final = re.compile(
    r"\b(?P<word>[A-Za-z][\w’'-]*) "
    r"(?P<by>on|of|at|against|for|from|to|with|over|about|in(?= (?:(?:the|an?) )?[a-z])) "
    r"(?:the |an? |its |their |his |her )?(?P<what>(?:[A-Za-z][\w’'-]* )?[A-Za-z][\w’'-]*)"
)


class Sentence:
    """An English sentence; each view of it is made once, when it is asked for."""

    def __init__(self, whole: str) -> None:
        self.whole = whole

    @cached_property
    def text(self) -> str:
        """It with spaces in place of who says it."""
        return without_speaker(self.whole)

    @cached_property
    def terms(self) -> frozenset[str]:
        """What it tells of, whoever says it."""
        return terms(self.text)

    @cached_property
    def all_terms(self) -> frozenset[str]:
        """The same, and who says it."""
        return terms(self.whole)

    @cached_property
    def counts_something(self) -> bool:
        """Whether there is a number in it."""
        return counts_something(self.whole)

    @cached_property
    def names(self) -> frozenset[str]:
        """The terms of the names in it, without those of who says it."""
        known = frozenset(each for name in names(self.text) for each in terms(name))
        openers = (match[1] for match in _OPENER.finditer(self.text.lstrip()))
        lone = (each for each in openers if not (is_listed(each) or _COMMON.fullmatch(each)))
        return known.union(*map(terms, lone))

    @cached_property
    def places(self) -> frozenset[str]:
        """The terms of the places that it names."""
        return frozenset(each for name in _PLACE.findall(self.text) for each in terms(name))

    @cached_property
    def days(self) -> frozenset[str]:
        """The days and hours that it tells of: "monday", "8 may", "9:40"."""
        return days(self.whole)

    @cached_property
    def change(self) -> str:
        """How it says that something is not what it was: "up", "down", "either" or not: ""."""
        return change(self.whole)

    @cached_property
    def revises(self) -> bool:
        """Whether it says that something was otherwise before, or so far."""
        return bool(_REVISES.search(self.whole))

    @cached_property
    def ties(self) -> dict[tuple[str, str], frozenset[str]]:
        """What its words are tied to: of "a strike on the market", ("strike", "on") to "market"."""
        found: dict[tuple[str, str], frozenset[str]] = {}
        for match in _TIE.finditer(self.text):
            tied = terms(_MONTH.sub("", match["what"]))
            if tied and (word := term(match["word"])):
                tie = word, match["by"]
                found[tie] = found.get(tie, frozenset()) | tied
        return found

    def is_tied_otherwise(self, other: "Sentence") -> bool:
        """Whether it tells of another strike or vote than the other does."""
        return any(
            self.ties[tie] - other.all_terms and other.ties[tie] - self.all_terms
            for tie in self.ties.keys() & other.ties.keys()
        )


def days(text: str) -> frozenset[str]:
    """The days and hours that it names: "monday", "8 may", "9:40"."""
    return frozenset(match[0].lower() for match in _DAY.finditer(text))


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something of a kind, and not the same."""
    return bool(one and other and one.isdisjoint(other))
