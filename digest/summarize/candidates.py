"""The sentences of articles that a summary may choose from, with what it weighs them by."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from digest.clean import Clean
from digest.language.sentences import sentences
from digest.language.words import stems
from digest.news import Article, Kind, Sentence
from digest.summarize.quotable import (
    is_furniture,
    is_whole,
    leans,
    speaks_of_itself,
    without_dateline,
)

MOST = 240
"""Sentences considered, of all articles together: 5,000 words. What follows is rarely news."""

_LONGEST = 20_000
"""Characters of a paragraph that are read."""

_NAME = re.compile(r"(?<=[\w,;:’'\"“(] )[A-Z][\w’-]+")
_SPACELESS = re.compile(r"[぀-ヿ一-鿿฀-๿]")


class Candidate(Struct, frozen=True, kw_only=True, eq=False):
    """A sentence that could stand in a summary."""

    text: Clean
    article: int
    paragraph: int
    place: int
    """How many of its article's candidates go before it."""

    size: int
    """Words; in a script that sets no spaces, pairs of characters."""

    stems: tuple[str, ...]
    """Each once."""

    names: tuple[str, ...]
    """Capitalised words that do not open it."""

    needs: "Candidate | None" = None
    """The one before it, without which it cannot be understood."""

    of_itself: bool = False
    """It says "I" or "you", or asks."""

    def sentence(self) -> Sentence:
        """It, as an edition quotes it."""
        return Sentence(text=self.text, article=self.article, paragraph=self.paragraph)


def candidates(articles: Sequence[tuple[int, Article]]) -> list[Candidate]:
    """What may be quoted of numbered articles, in their order."""
    each = max(5, MOST // max(1, len(articles)))
    return [
        candidate
        for number, article in articles[: MOST // 5]
        for candidate in islice(_quotable(number, article), each)
    ]


def _quotable(number: int, article: Article) -> Iterator[Candidate]:
    """The candidates of one article: one that leans on what is left out is left out too."""
    before: Candidate | None = None
    place = 0
    for paragraph, text in islice(_told(article), 2 * MOST):
        plain = without_dateline(text)
        candidate = _candidate(plain, before, number, paragraph, place, article.language or "en")
        if candidate:
            yield candidate
            place += 1
        before = candidate


def _told(article: Article) -> Iterator[tuple[int, str]]:
    """The sentences of its running text, each with the number of its paragraph."""
    for number, paragraph in enumerate(article.paragraphs, start=1):
        if paragraph.kind is Kind.TEXT:
            for sentence in sentences(paragraph.text[:_LONGEST], article.language or "en"):
                yield number, sentence


def _candidate(
    text: str, before: Candidate | None, article: int, paragraph: int, place: int, language: str
) -> Candidate | None:
    size = len(text.split()) + len(_SPACELESS.findall(text)) // 2
    leaning = leans(text)
    if not is_whole(text, size) or is_furniture(text) or (leaning and before is None):
        return None
    return Candidate(
        text=Clean(text),
        article=article,
        paragraph=paragraph,
        place=place,
        size=size,
        stems=tuple(dict.fromkeys(stems(text, language))),
        names=tuple(dict.fromkeys(_NAME.findall(text))),
        needs=before if leaning else None,
        of_itself=speaks_of_itself(text),
    )
