"""The sentences that reports are compared by, each with its words, names and numbers."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from digest.clean import Clean
from digest.compare.numerals import numerals
from digest.language.names import names, numbers
from digest.language.quotable import is_furniture, is_whole, leans, without_dateline
from digest.language.sentences import sentences
from digest.language.words import stems
from digest.news import Article, Kind

MOST: Final = 240
"""Statements compared, of all reports together."""

_LONGEST: Final = 20_000
"""Characters of a paragraph that are read."""


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


def statements(articles: Sequence[Article], origins: Sequence[int]) -> list[Statement]:
    """What every report states, an equal share of each."""
    each = max(5, MOST // max(1, len(articles)))
    told = list(zip(articles, origins, strict=True))[: MOST // 5]
    return [
        statement
        for number, (article, origin) in enumerate(told)
        for statement in islice(_of(number, article, origin), each)
    ]


def _of(number: int, article: Article, origin: int) -> Iterator[Statement]:
    language = article.language or "en"
    place = 0
    for paragraph, text in islice(_told(article, language), 2 * MOST):
        plain = without_dateline(text)
        if len(plain) < 500 and is_whole(plain) and not is_furniture(plain):
            yield Statement(
                text=Clean(plain),
                article=number,
                paragraph=paragraph,
                origin=origin,
                place=place,
                language=language,
                stems=frozenset(stems(plain, language)),
                names=tuple(dict.fromkeys(names(plain))),
                numbers=_numbers(plain, language),
                leans=leans(plain, language),
            )
            place += 1


def _numbers(text: str, language: str) -> frozenset[str]:
    spelled = [f"{each.value:g}" for each in numerals(text)] if language == "en" else []
    return frozenset(numbers(text) + spelled)


def _told(article: Article, language: str) -> Iterator[tuple[int, str]]:
    for number, paragraph in enumerate(article.paragraphs, start=1):
        if paragraph.kind is Kind.TEXT:
            for sentence in sentences(paragraph.text[:_LONGEST], language):
                yield number, sentence
