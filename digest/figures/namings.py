"""Whom an English sentence names for something, and where it says that something happened."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from digest.language.words import words

_PART: Final = r"[A-ZÀ-Þ][\w’'-]+"
_LINK: Final = r"(?:de|da|van|von|der|bin|al|el|la|del|di)"
_NAME: Final = rf"(?P<name>{_PART}(?: (?:{_LINK} )?{_PART}){{0,3}})"
_CHOSEN: Final = r"(?:appointed|named|elected|chosen|nominated|picked|confirmed|sworn in)"
_CHOSE: Final = (
    r"(?:appoint(?:s|ed)?|names?|named|elect(?:s|ed)?|chose|chooses|picked|nominat(?:es|ed))"
)
_FOUND: Final = r"(?:identified|named)"
_WHO: Final = (
    re.compile(rf"{_NAME},? (?:was|has been|is|will be|had been) {_CHOSEN}\b"),
    re.compile(rf"\b{_CHOSE} {_NAME} (?:as|to be|to (?:lead|head))\b"),
    re.compile(rf"\b{_FOUND} (?:[\w’'-]+ ){{1,9}}?as {_NAME}"),
    re.compile(rf"\bwas (?:that of|in fact|actually) {_NAME}"),
)
_WHERE: Final = re.compile(
    rf"\b(?:near|outside|off|in the (?:town|city|village|district|province|port) of) {_NAME}"
)
_HINT: Final = re.compile(
    r"\b(?:near|outside|off|in the|named?|identified|picked|nomin|appoint|elect|chose|confirmed|"
    r"sworn|that of|in fact|actually)"
)
_NO_PLACE: Final = re.compile(
    r"\w+day|January|February|March|April|May|June|July|August|September|October|November|December"
)


class Name(Struct, frozen=True, kw_only=True):
    """A name in a sentence, in place of a number."""

    start: int
    end: int
    text: str
    value: float = 0.0

    def agrees(self, other: object) -> bool:
        """Whether both can be the name of one."""
        if not isinstance(other, Name):
            return False
        mine, theirs = words(self.text), words(other.text)
        if len(mine) > 1 and len(theirs) > 1:
            return mine[-1] == theirs[-1]
        return not set(mine).isdisjoint(theirs)


def names_something(sentence: str) -> bool:
    """Whether it may name somebody or a place in a way that is read here."""
    return bool(_HINT.search(sentence))


def namings(sentence: str) -> Iterator[tuple[Name, str]]:
    """The names that a sentence gives to a person in a part ("who") or a place ("where")."""
    for pattern in _WHO:
        if match := pattern.search(sentence):
            yield _name(match), "who"
            break
    for match in _WHERE.finditer(sentence):
        if not _NO_PLACE.fullmatch(match["name"]):
            yield _name(match), "where"


def _name(match: re.Match[str]) -> Name:
    return Name(start=match.start("name"), end=match.end("name"), text=match["name"])
