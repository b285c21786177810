"""Editions: a day's page."""

from datetime import datetime

from msgspec import Struct, field

from digest.clean import Clean
from digest.news.feeds import Missed
from digest.news.stories import Story


class Window(Struct, frozen=True, kw_only=True):
    """The span of time an edition covers: after `start`, up to `end`."""

    start: datetime = field(name="from")
    end: datetime = field(name="to")


class Counts(Struct, frozen=True, kw_only=True):
    """How much an edition is made from."""

    articles: int
    publishers: int
    stories: int
    feeds: int
    missed: int
    unchanged: int = 0
    """Stories of earlier editions that came again with nothing new, and are not shown."""


class Edition(Struct, frozen=True, kw_only=True):
    """One day's page."""

    version: int = 1
    day: str
    """The paper day, as YYYY-MM-DD: it begins at the reader's morning hour."""

    revision: int = 1
    made: datetime
    offline: bool = False
    window: Window
    minutes: int
    """Reading time of the stories on the front."""

    counts: Counts
    sections: tuple[Clean, ...] = ()
    """The reader's sections that have stories on the front, in the reader's order."""

    stories: tuple[Story, ...]
    """The front page, in order; the first three are the top."""

    more: tuple[Story, ...] = ()
    """The other stories that several publishers tell, in order."""

    alone: tuple[Story, ...] = ()
    """What one publisher alone tells, by feed."""

    missed: tuple[Missed, ...] = ()
    notes: tuple[Clean, ...] = ()
    """What went wrong as it was made, a sentence each."""

    @property
    def everything(self) -> tuple[Story, ...]:
        """All its stories: front, more, alone."""
        return self.stories + self.more + self.alone


class EditionLine(Struct, frozen=True, kw_only=True):
    """A stored edition, as a line of a list."""

    day: str
    revision: int
    made: datetime
    stories: int
    headline: Clean


class Found(Struct, frozen=True, kw_only=True):
    """An article that holds the words of a search."""

    id: str
    title: Clean
    publisher: Clean
    url: Clean
    published: datetime
    snippet: Clean
    """Where the words stand: a piece of a paragraph, or the title."""

    paragraph: int
    """Its number, from 1; 0: the title, or another field."""

    marks: tuple[tuple[int, int], ...] = ()
    """The words in the snippet: from, up to."""

    story: str = ""
    """The story that told it; empty: none has."""

    day: str = ""
    """The first day whose edition told it, as YYYY-MM-DD."""
