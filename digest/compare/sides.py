"""What is told of one thing, by its sides: those who say the same stand together."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct

from digest.clean import Clean, clean
from digest.compare.statements import Statement
from digest.figures.changing import is_moved
from digest.figures.figure import Figure
from digest.figures.wording import named_by
from digest.news import Claim, Difference

_NAMED: Final = frozenset({"age", "magnitude"})
"""Dimensions that say what they are of."""

_OF: Final = re.compile(
    r" of (?:(?:the|its|all|their|his|her) )?[\w’'-]+(?: [\w’'-]+){0,3}?"
    r"(?=[,.;]|$| (?:in|on|for|at|by|and|but|since|were|was|are|is|had|have|has|to|from|with)\b)"
)
"""What a share is of: "of the vote"."""

MOST: Final = 200
"""Figures compared; ten long reports of an earthquake have about fifty."""


class Told(Struct, frozen=True, kw_only=True, eq=False):
    """A figure, and where it is told."""

    of: Figure
    by: Statement
    time: datetime | None


def sides(told: Iterable[Told]) -> list[list[Told]]:
    """By what they say, the least first: numbers that agree are one side."""
    found: list[list[Told]] = []
    for each in told:
        for side in found:
            if side[0].of.agrees(each.of):
                side.append(each)
                break
        else:
            found.append([each])
    return sorted(found, key=lambda side: side[0].of.number.value)


def origins(sides: Iterable[Iterable[Told]]) -> int:
    """How many origins stand behind sides."""
    return len({each.by.origin for side in sides for each in side})


def voices(sides: Sequence[Sequence[Told]]) -> int:
    """How many speak against each other: the origins, or those whom a report quotes."""
    return max(origins(sides), len({each.of.speaker for side in sides for each in side[:1]}))


def is_put_right(sides: Iterable[Iterable[Told]]) -> bool:
    """Whether one says that something was put right or put off."""
    return any(is_moved(each.by.text) for side in sides for each in side)


def named(of: Figure) -> Clean:
    """What is counted, in words: "North Korean soldiers", "people killed"."""
    what = of.label or ("people" if of.dimension == "person" else "")
    if what:
        role = "" if of.role in what else of.role
        return clean(f"{what} {role}")
    if of.dimension in _NAMED:
        return clean(of.dimension)
    if of.dimension == "share" and (found := _OF.match(of.after)):
        return clean(f"share{found[0]}")
    return clean(next(filter(None, map(named_by, of.told)), ""))


def difference(sides: Sequence[Sequence[Told]], kind: str) -> Difference:
    """How the sides differ, each in a sentence."""
    chosen = _speakers(sides)
    return Difference(
        what=next(filter(None, (named(each.of) for each in chosen)), clean("")),
        kind=kind,
        claims=tuple(_claim(each) for each in chosen),
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
        value=clean(told.of.number.text),
        text=told.by.text,
        speaker=clean(told.of.speaker),
        article=told.by.article,
        paragraph=told.by.paragraph,
    )
