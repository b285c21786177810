"""Articles: what stands behind an entry."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from digest.clean import NOTHING, Clean
from digest.length import word_count
from digest.news.feeds import Link


class Kind(StrEnum):
    """What a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"


class Paragraph(Struct, frozen=True):
    """One block of an article's text. A sentence points to it by its number, from 1."""

    text: Clean
    kind: Kind = Kind.TEXT


class Sentence(Struct, frozen=True, kw_only=True):
    """A whole sentence, as a named article has it."""

    text: Clean
    article: int = 0
    """Index into the story's articles."""

    paragraph: int
    """Number of its paragraph there, from 1."""


class Article(Struct, frozen=True, kw_only=True):
    """What stands behind an entry: the text of its page, or the feed's own."""

    id: str
    """The entry's id."""

    feed: str
    title: Clean
    publisher: Clean
    url: Clean
    """Canonical URL."""

    byline: tuple[Clean, ...] = ()
    """Names of persons."""

    agency: Clean = NOTHING
    """The wire service that it comes from, if another than the publisher."""

    dateline: Clean = NOTHING
    published: datetime | None = None
    """Its own offset is kept; None where neither page nor feed says."""

    updated: datetime | None = None
    language: Clean = NOTHING
    """BCP 47 primary tag, lower case."""

    paragraphs: tuple[Paragraph, ...] = ()
    captions: tuple[Clean, ...] = ()
    image: Link | None = None
    note: Clean = NOTHING
    """Why the text is the feed's own and not the page's: "consent wall", "timeout"; or empty."""

    @property
    def text(self) -> str:
        """All paragraphs, apart by a blank line."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def words(self) -> int:
        """How many words the text has, in any script."""
        return sum(word_count(paragraph.text) for paragraph in self.paragraphs)
