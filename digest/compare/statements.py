"""The sentences that reports are compared by, each with its words, names and numbers."""

from collections.abc import Sequence

from msgspec import Struct

from digest.clean import Clean
from digest.language.names import names, numbers
from digest.language.numerals import numerals
from digest.language.reading import Line, Read


class Statement(Struct, frozen=True, kw_only=True, eq=False):
    """One whole sentence of a report."""

    text: Clean
    article: int
    paragraph: int
    origin: int
    place: int
    """How many statements of its report go before it."""

    language: str
    stems: frozenset[str]
    names: tuple[str, ...]
    numbers: frozenset[str]
    """In digits, the spelled ones too where the language is English."""

    leans: bool
    """It cannot be understood alone."""


def statements(told: Sequence[Read], origins: Sequence[int]) -> list[Statement]:
    """What every report states."""
    return [
        _statement(line, number, read.language, origin)
        for number, (read, origin) in enumerate(zip(told, origins, strict=True))
        for line in read.lines
    ]


def _statement(line: Line, number: int, language: str, origin: int) -> Statement:
    return Statement(
        text=line.text,
        article=number,
        paragraph=line.paragraph,
        origin=origin,
        place=line.place,
        language=language,
        stems=frozenset(line.stems),
        names=tuple(dict.fromkeys(names(line.text))),
        numbers=_numbers(line.text, language),
        leans=line.leans,
    )


def _numbers(text: str, language: str) -> frozenset[str]:
    spelled = [f"{each.value:g}" for each in numerals(text)] if language == "en" else []
    return frozenset(numbers(text) + spelled)
