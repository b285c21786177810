"""Articles, read sentence by sentence once, for all who quote or compare them."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from digest.clean import Clean
from digest.language.quotable import is_furniture, is_whole, leans, without_dateline
from digest.language.sentences import sentences
from digest.language.words import stems
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

    words: int
    stems: tuple[str, ...]
    """Each once."""

    leans: bool
    """It speaks of somebody or something that only the sentence before it names."""

    follows: bool
    """The sentence right before it is a line too."""


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
        words = word_count(text)
        fit = len(text) <= _MOST_CHARACTERS and _SHORTEST_WORDS <= words <= _LONGEST_WORDS
        if not fit or not is_whole(text) or is_furniture(text):
            follows = False
            continue
        yield Line(
            text=text,
            paragraph=paragraph,
            place=place,
            words=words,
            stems=tuple(dict.fromkeys(stems(text, language))),
            leans=leans(text, language, opens=nth == 0),
            follows=follows,
        )
        follows = True
        place += 1


def _told(article: Article, language: str) -> Iterator[tuple[int, Clean]]:
    """The sentences of its running text, each with the number of its paragraph."""
    for number, paragraph in enumerate(article.paragraphs, start=1):
        if paragraph.kind is Kind.TEXT:
            for sentence in sentences(paragraph.text[:_LONGEST], language):
                yield number, Clean(without_dateline(sentence))
