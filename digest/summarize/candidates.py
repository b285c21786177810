"""The sentences that a summary may choose from, with what it weighs them by."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from digest.clean import Clean
from digest.language.reading import Line, Read
from digest.news import Sentence

_DIGIT: Final = re.compile(r"\d")
_NAME: Final = re.compile(r"[A-Z](?<=[\w,;:’'\"“(] .)[\w’-]+")

Numbered: TypeAlias = tuple[int, Read]
"""An article, with its number in the story."""


class Candidate(Struct, frozen=True, kw_only=True, eq=False):
    """A sentence that could stand in a summary."""

    text: Clean
    article: int
    paragraph: int
    place: int
    """How many of its article's candidates go before it."""

    size: int
    stems: tuple[str, ...]

    names: tuple[str, ...]
    """Capitalised words that do not open it."""

    needs: "Candidate | None" = None
    """The one before it, without which it cannot be understood."""

    figures: bool = False
    """It holds a number in digits."""

    of_itself: bool = False
    coloured: bool = False

    def sentence(self) -> Sentence:
        """It, as an edition quotes it."""
        return Sentence(text=self.text, article=self.article, paragraph=self.paragraph)


def candidates(told: Sequence[Numbered]) -> list[Candidate]:
    """What may be quoted of articles, plain by itself or behind the one before it."""
    return [each for number, read in told for each in _quotable(number, read, leaning=False)]


def leaning_candidates(told: Sequence[Numbered]) -> list[Candidate]:
    """The same where there is nothing better: sentences that lean on what is not quotable."""
    return [each for number, read in told for each in _quotable(number, read, leaning=True)]


def _quotable(number: int, read: Read, *, leaning: bool) -> Iterator[Candidate]:
    """The candidates of one article: one that leans on what is left out is left out too."""
    before: Candidate | None = None
    place = 0
    for line in read.lines:
        needs = before if line.leans and line.follows else None
        if line.leans and needs is None and not leaning:
            before = None
            continue
        before = _candidate(line, number, place, needs)
        place += 1
        yield before


def _candidate(line: Line, number: int, place: int, needs: Candidate | None) -> Candidate:
    return Candidate(
        text=line.text,
        article=number,
        paragraph=line.paragraph,
        place=place,
        size=line.size,
        stems=line.stems,
        names=tuple(dict.fromkeys(_NAME.findall(line.text))),
        needs=needs,
        figures=bool(_DIGIT.search(line.text)),
        of_itself=line.of_itself,
        coloured=line.coloured,
    )
