"""What is told of one thing, by its sides: those who say the same stand together."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct

from digest.clean import Clean, clean
from digest.compare.count import Count
from digest.compare.figure import Figure
from digest.compare.statements import Statement
from digest.compare.wording import named_by
from digest.news import Claim, Difference

MOST: Final = 300
"""Figures compared; ten long reports of an earthquake have about fifty."""


class Told(Struct, frozen=True, kw_only=True, eq=False):
    """A count or figure, and where it is told."""

    of: Count | Figure
    by: Statement
    time: datetime | None

    @property
    def place(self) -> tuple[int, int]:
        """Its article, and its sentence there."""
        return self.by.article, self.by.place


def sides(told: Iterable[Told]) -> list[list[Told]]:
    """By what they say, the least first: numbers that agree are one side."""
    found: list[list[Told]] = []
    for each in told:
        for side in found:
            if side[0].of.number.agrees(each.of.number):
                side.append(each)
                break
        else:
            found.append([each])
    return sorted(found, key=lambda side: side[0].of.number.value)


def origins(sides: Iterable[Iterable[Told]]) -> int:
    """How many origins stand behind sides."""
    return len({each.by.origin for side in sides for each in side})


def named(of: Count | Figure) -> Clean:
    """What is counted, in words: "North Korean soldiers", "people killed"."""
    if isinstance(of, Figure):
        return clean(of.label or next(filter(None, map(named_by, of.told)), ""))
    return clean(f"{' '.join(of.words)} {of.noun or of.thing} {of.role}")


def difference(sides: Sequence[Sequence[Told]], kind: str) -> Difference:
    """How the sides differ, each in a sentence."""
    chosen = _speakers(sides)
    return Difference(
        what=named(chosen[0].of), kind=kind, claims=tuple(_claim(each) for each in chosen)
    )


def _speakers(sides: Sequence[Sequence[Told]]) -> list[Told]:
    """One report of each side, of as many origins as there are."""
    heard: set[int] = set()
    chosen: dict[int, Told] = {}
    for index in sorted(range(len(sides)), key=lambda index: len(sides[index])):
        fresh = [each for each in sides[index] if each.by.origin not in heard]
        chosen[index] = (fresh or sides[index])[0]
        heard.add(chosen[index].by.origin)
    return [chosen[index] for index in range(len(sides))]


def _claim(told: Told) -> Claim:
    return Claim(
        value=Clean(told.of.number.text),
        text=told.by.text,
        article=told.by.article,
        paragraph=told.by.paragraph,
    )
