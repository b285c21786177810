"""The sentences of articles that a summary may choose from, with what it weighs them by."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from digest.clean import Clean
from digest.language.quotable import (
    is_furniture,
    is_whole,
    leans,
    speaks_of_itself,
    without_dateline,
)
from digest.language.sentences import sentences
from digest.language.words import stems
from digest.news import Article, Kind, Sentence

MOST: Final = 240
"""Sentences considered, of all articles together: 5,000 words. What follows is rarely news."""

_LONGEST: Final = 20_000
"""Characters of a paragraph that are read."""

_NAME: Final = re.compile(r"(?<=[\w,;:’'\"“(] )[A-Z][\w’-]+")
_SPACELESS: Final = re.compile(r"[぀-ヿ一-鿿฀-๿]")


_MOST_CHARACTERS: Final = 1_000


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

    figures: bool = False
    """It holds a number in digits."""

    of_itself: bool = False
    """It says "I" or "you", or asks."""

    def sentence(self) -> Sentence:
        """It, as an edition quotes it."""
        return Sentence(text=self.text, article=self.article, paragraph=self.paragraph)


def candidates(articles: Sequence[tuple[int, Article]]) -> list[Candidate]:
    """What may be quoted of numbered articles, plain by itself or behind the one before it."""
    return _of_all(articles, leaning=False)


def leaning_candidates(articles: Sequence[tuple[int, Article]]) -> list[Candidate]:
    """The same where there is nothing better: sentences that lean on what is not quotable."""
    return _of_all(articles, leaning=True)


def _of_all(articles: Sequence[tuple[int, Article]], *, leaning: bool) -> list[Candidate]:
    each = max(5, MOST // max(1, len(articles)))
    return [
        candidate
        for number, article in articles[: MOST // 5]
        for candidate in islice(_quotable(number, article, leaning=leaning), each)
    ]


def _quotable(number: int, article: Article, *, leaning: bool) -> Iterator[Candidate]:
    """The candidates of one article: one that leans on what is left out is left out too."""
    before: Candidate | None = None
    place = 0
    for nth, sentence in enumerate(islice(_told(number, article), 2 * MOST)):
        fit = _is_fit(sentence.text)
        leans_back = fit and leans(sentence.text, article.language or "en", opens=nth == 0)
        if not fit or (leans_back and before is None and not leaning):
            before = None
            continue
        needs = before if leans_back else None
        before = _candidate(sentence, place, needs, article.language or "en")
        place += 1
        yield before


def _told(number: int, article: Article) -> Iterator[Sentence]:
    """The sentences of its running text, without datelines."""
    for place, paragraph in enumerate(article.paragraphs, start=1):
        if paragraph.kind is Kind.TEXT:
            for text in sentences(paragraph.text[:_LONGEST], article.language or "en"):
                plain = Clean(without_dateline(text))
                yield Sentence(text=plain, article=number, paragraph=place)


def _is_fit(text: str) -> bool:
    """Whether a sentence may be quoted at all; of fewer than 5 or more than 70 words never."""
    fits = len(text) <= _MOST_CHARACTERS and 5 <= _size(text) <= 70
    return fits and is_whole(text) and not is_furniture(text)


def _size(text: str) -> int:
    return len(text.split()) + len(_SPACELESS.findall(text)) // 2


def _candidate(sentence: Sentence, place: int, needs: Candidate | None, language: str) -> Candidate:
    return Candidate(
        text=sentence.text,
        article=sentence.article,
        paragraph=sentence.paragraph,
        place=place,
        size=_size(sentence.text),
        stems=tuple(dict.fromkeys(stems(sentence.text, language))),
        names=tuple(dict.fromkeys(_NAME.findall(sentence.text))),
        needs=needs,
        figures=any(character.isdigit() for character in sentence.text),
        of_itself=speaks_of_itself(sentence.text),
    )
