"""Articles, read sentence by sentence once, for all who quote or compare them."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from digest.clean import Clean
from digest.language.quotable import (
    is_coloured,
    is_furniture,
    is_whole,
    leans,
    speaks_of_itself,
    without_dateline,
)
from digest.language.sentences import sentences
from digest.language.words import stems_of, words
from digest.length import word_count
from digest.news import Article, Kind

MOST: Final = 240
"""Sentences read of all articles together: 5,000 words. What follows is rarely news."""

_LONGEST: Final = 20_000
"""Characters of a paragraph that are read."""

_SHORTEST_WORDS, _LONGEST_WORDS = 5, 70
_MOST_CHARACTERS: Final = 1_000


class Line(Struct, frozen=True, kw_only=True, eq=False):
    """A whole sentence of an article's running text, without its dateline, fit to be quoted."""

    text: Clean
    paragraph: int
    """Its number in the article, from 1."""

    place: int
    """How many lines of its article go before it."""

    size: int
    """Words; in a script that sets no spaces, pairs of characters."""

    stems: tuple[str, ...]
    """Each once."""

    leans: bool
    """It speaks of somebody or something that only the sentence before it names."""

    follows: bool
    """The sentence right before it is a line too."""

    of_itself: bool
    """It says "I" or "you", or asks."""

    coloured: bool
    """It judges what it tells."""


class Read(Struct, frozen=True, kw_only=True, eq=False):
    """An article, and its lines."""

    article: Article
    language: str
    lines: tuple[Line, ...]


def read(articles: Sequence[Article]) -> tuple[Read, ...]:
    """Read the articles of one story, an equal share of each."""
    share = max(5, MOST // max(1, len(articles)))
    return tuple(_read(article, share) for article in articles)


def _read(article: Article, most: int) -> Read:
    language = article.language or "en"
    lines = tuple(islice(_lines(article, language), most))
    return Read(article=article, language=language, lines=lines)


def _lines(article: Article, language: str) -> Iterator[Line]:
    place = 0
    follows = False
    for nth, (paragraph, text) in enumerate(islice(_told(article, language), 2 * MOST)):
        size = word_count(text)
        fit = len(text) <= _MOST_CHARACTERS and _SHORTEST_WORDS <= size <= _LONGEST_WORDS
        said = words(text) if fit and is_whole(text) else []
        if not said or is_furniture(text, said):
            follows = False
            continue
        yield Line(
            text=text,
            paragraph=paragraph,
            place=place,
            size=size,
            stems=tuple(dict.fromkeys(stems_of(said, language))),
            leans=leans(text, said, language, opens=nth == 0),
            follows=follows,
            of_itself=speaks_of_itself(text, said),
            coloured=is_coloured(text, said),
        )
        follows = True
        place += 1


def _told(article: Article, language: str) -> Iterator[tuple[int, Clean]]:
    """The sentences of its running text, each with the number of its paragraph."""
    for number, paragraph in enumerate(article.paragraphs, start=1):
        if paragraph.kind is Kind.TEXT:
            for sentence in sentences(paragraph.text[:_LONGEST], language):
                yield number, Clean(without_dateline(sentence))
