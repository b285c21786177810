"""English sentence → its figures: whom and where it names, what it measures, what it counts."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from digest.figures.calendar import is_in_a_date
from digest.figures.changing import subject_of
from digest.figures.figure import Figure
from digest.figures.measures import is_unit, measures
from digest.figures.namings import Name, names_something, namings
from digest.figures.roles import OF_THINGS, PERSON, head_of, is_person, is_role, role
from digest.figures.sentence import Sentence
from digest.figures.terms import term, terms
from digest.figures.wording import is_earlier, is_of_all, is_range, nearest
from digest.language.numerals import Numeral, numerals
from digest.language.words import stop_words

_PLURALS: Final = frozenset(
    "people men women children police troops staff aircraft crew sheep cattle fish".split()  # noqa: SIM905 - read
)
_WORD: Final = re.compile(r"((?:[A-Z]\.){2,}|[^\W\d_][\w’'-]*)|\S")
_MOST: Final = 30
"""Figures of a sentence that are read."""

_MOST_BETWEEN: Final = 4
"""Words between a number and its noun."""

_OF_THEM: Final = re.compile(
    r" of (?:the|its|their|his|her)(?: [\w-]+['’]s?)?(?: [\d,.]+)?(?= [^\W\d])"
)
"""What stands between a number and those that it is a part of: "12 of the soldiers"."""

_NUMBER_OF: Final = re.compile(
    r" (?:the|its|their) (?:number|tally|total|count) of (?:the )?([^,;.]*)"
)
_AGED: Final = re.compile(
    r"[- ]year[- ]olds? (?:[\w’'-]+ ){0,3}?([a-z]+)(?= (?:who|from|was|were|is|in|of|and|at|on|"
    r"with|had|has|to|that|shot|killed|arrested|accused)\b|[,.]|\s*$)"
)
_APPOSITION: Final = re.compile(
    r"\s*,[^,;]{1,60},(?= (?:was|were|had|have|has|are|is|killed|died)\b)"
)
"""What is said of those who are counted before what became of them."""

_WHO_IS: Final = re.compile(r"\b([a-z]+)(?:, (?:who (?:is|was|turned) |aged )?)?$")
_NUMBERED: Final = re.compile(
    r"(?:(?<![IiOo]n )(?<![Aa]t )\b[A-Z][\w.]*|\b(?i:week|day|phase|level|grade|page|chapter|"
    r"article|section|route|flight|room|no\.)) $"
)
"""What stands before a number that counts nothing: "Week 11"."""

_AND_AGED: Final = re.compile(r"\baged (?:\d{1,3}, ){0,5}\d{1,3},? and $")
_ORDINAL: Final = re.compile(r"\b(?:floor|half an?)\b")
_NEXT: Final = re.compile(r"[ -]([a-z]+)")
_HYPHENED: Final = re.compile(r"[\d\w]-[a-z]+$")


class _Found(Struct, frozen=True, kw_only=True):
    """A number or name in a sentence, with what it counts."""

    number: Numeral | Name
    dimension: str
    noun: str = ""
    kind: str = ""
    subject: str = ""
    """Where its noun stands, if not behind it."""


def figures(said: Sentence) -> list[Figure]:
    """The figures of a sentence, in order."""
    found = sorted(
        islice(_found(said), _MOST), key=lambda each: (each.number.start, each.dimension)
    )
    return [
        _figure(said, each, found)
        for each in found
        if not is_range(said.text[: each.number.start], said.text[each.number.end :])
    ]


def _found(said: Sentence) -> Iterator[_Found]:
    if names_something(said.whole):
        for name, dimension in namings(said.text):
            yield _Found(number=name, dimension=dimension)
    if not (said.counts_something or said.days or _ORDINAL.search(said.whole)):
        return
    measured = measures(said.text)
    for each in measured:
        yield _Found(number=each.number, dimension=each.dimension)
    for number in numerals(said.text):
        if not any(
            number.start < each.number.end and each.number.start < number.end for each in measured
        ) and _counts(said.text, number):
            yield _counted(said.text, number)


def _counts(text: str, number: Numeral) -> bool:
    """Whether a number counts something: no week 11, 24 June, or two years before."""
    behind = _NEXT.match(text, number.end)
    return not (
        _NUMBERED.search(text, 0, number.start)
        or _AND_AGED.search(text, 0, number.start)
        or is_in_a_date(text, number.start, number.end)
        or (behind and is_unit(behind[1]))
    )


def _counted(text: str, number: Numeral) -> _Found:
    """A number that measures nothing, with the noun behind it or in the subject before it."""
    them = _OF_THEM.match(text, number.end)
    noun, kind = _noun(text[them.end() if them else number.end :])
    if noun:
        return _Found(number=number, dimension="count", noun=noun, kind=kind)
    behind = _NUMBER_OF.match(text, number.end)
    subject = subject_of(text[: number.start]) or (behind[1] if behind else "")
    noun, kind = _noun(subject)
    return _Found(number=number, dimension="count", noun=noun, kind=kind, subject=subject)


def _noun(text: str) -> tuple[str, str]:
    """The plural that a text opens with, and the words before it; no unit is one."""
    kind: list[str] = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word == "and":
            continue
        idle = word in stop_words("en") and match[0] != "US"
        if not match[1] or len(kind) > _MOST_BETWEEN or idle:
            break
        if word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us"))):
            return ("", "") if is_unit(word) else (word, " ".join(kind))
        if is_role(word):
            continue
        kind.append(match[0])
    return "", ""


def _figure(said: Sentence, found: _Found, all_found: Sequence[_Found]) -> Figure:
    number = found.number
    before, after = said.text[: number.start], said.text[number.end :]
    dimension, head, became = _what(found, before, after)

    def beside(*, earlier: bool) -> Iterator[tuple[str, Numeral | Name]]:
        for each in all_found:
            if each is not found and is_earlier(said.text[: each.number.start]) == earlier:
                yield each.dimension, each.number

    return Figure(
        number=number,
        dimension=dimension,
        label=f"{found.kind} {found.noun}".strip(),
        head=head,
        kind=terms(found.kind),
        role=became,
        said=said,
        is_earlier=is_earlier(before),
        is_of_all=is_of_all(before),
        is_first=found is all_found[0],
        others=tuple(beside(earlier=False)),
        was=tuple(beside(earlier=True)),
    )


def _what(found: _Found, before: str, after: str) -> tuple[str, str, str]:
    """The dimension of a figure, what it is of, and what became of them."""
    if found.dimension == "age":
        return "age", _aged(before, after), ""
    if found.dimension != "count":
        hyphened = isinstance(found.number, Numeral) and _HYPHENED.search(found.number.text)
        return found.dimension, term(after) if hyphened else "", ""
    if aside := _APPOSITION.match(after[after.lower().find(found.noun) + len(found.noun) :]):
        after = after.replace(aside[0], "", 1)
    ahead, behind = nearest(before, after)
    noun = found.noun
    at = behind.lower().find(noun) if noun and not found.subject else -1
    became = role(ahead, behind[at + len(noun) :] if at >= 0 else behind, noun, found.subject)
    if noun and not is_person(noun):
        return "count", head_of(noun), became if became in OF_THINGS else ""
    if became in OF_THINGS:
        became = ""
    if noun or became:
        return "person", head_of(noun) if noun else PERSON, became
    return "bare", "", ""


def _aged(before: str, after: str) -> str:
    """Of whom an age is: "suspect" of "the suspect, 41," and "a 41-year-old suspect"."""
    who = _AGED.match(after) or _WHO_IS.search(before)
    return term(who[1]) if who else ""
