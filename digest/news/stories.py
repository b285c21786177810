"""Stories: one event, with everybody who reports it."""

from datetime import datetime

from msgspec import Struct

from digest.clean import NOTHING, Clean
from digest.news.articles import Sentence


class Report(Struct, frozen=True, kw_only=True):
    """An article as a story cites it."""

    id: str
    title: Clean
    publisher: Clean
    url: Clean
    published: datetime
    origin: int
    """Reports of one story with the same number are reprints of one text."""

    language: Clean = NOTHING
    feed: str
    agency: Clean = NOTHING
    words: int = 0
    note: Clean = NOTHING
    fresh: bool = True
    """It came in the edition's window; one that did not stands behind an update."""


class Update(Struct, frozen=True, kw_only=True):
    """An earlier edition had this story too."""

    day: int
    """2 on the second day of the story."""

    since: str
    """The day of the last edition that had it, as YYYY-MM-DD."""


class Quote(Struct, frozen=True, kw_only=True):
    """Somebody's words."""

    text: Clean
    speaker: Clean
    article: int
    paragraph: int


class Claim(Struct, frozen=True, kw_only=True):
    """One side of a difference."""

    value: Clean
    text: Clean
    """The whole sentence that says it."""

    speaker: Clean = NOTHING
    """Whom that sentence names for it: "US officials"; empty: the report says so itself."""

    article: int
    paragraph: int


class Difference(Struct, frozen=True, kw_only=True):
    """What several reports put a number on, not the same one."""

    what: Clean
    kind: str
    """"conflict", or "revision": one count that grew."""

    claims: tuple[Claim, ...]


class Agreement(Struct, frozen=True, kw_only=True):
    """What several independent origins state."""

    text: Clean
    articles: tuple[int, ...]


class Only(Struct, frozen=True, kw_only=True):
    """What one origin alone reports."""

    text: Clean
    article: int


class Day(Struct, frozen=True, kw_only=True):
    """One day of a story, in one sentence."""

    day: str
    text: Clean
    article: int


class Telling(Struct, frozen=True, kw_only=True):
    """A story in its sources' sentences, and beside each other."""

    summary: tuple[Sentence, ...] = ()
    new: tuple[Sentence, ...] = ()
    """Of an update: what earlier editions did not say."""

    differ: tuple[Difference, ...] = ()
    differ_open: int = 1
    """How many of the differences stand open on paper; the rest is counted there."""

    agree: tuple[Agreement, ...] = ()
    only: tuple[Only, ...] = ()
    quote: Quote | None = None
    timeline: tuple[Day, ...] = ()
    """Of a story of several days: a sentence each."""


class Why(Struct, frozen=True, kw_only=True):
    """Reasons, in words: why the reports stand together, and why the story stands here."""

    together: tuple[Clean, ...] = ()
    rank: tuple[Clean, ...] = ()


class Story(Struct, frozen=True, kw_only=True):
    """One event, with everybody who reports it."""

    id: str
    """The id of its first article, for as many days as it lasts."""

    headline: Clean
    section: Clean
    update: Update | None = None
    added: datetime | None = None
    """When a later revision of the day's edition brought it; None: there from the first."""

    minutes: int
    """Reading time of all that is told here, at 230 words a minute, at least 1."""

    articles: tuple[Report, ...]
    publishers: int
    origins: int
    summary: tuple[Sentence, ...] = ()
    new: tuple[Sentence, ...] = ()
    quote: Quote | None = None
    differ: tuple[Difference, ...] = ()
    differ_open: int = 1
    """How many of the differences stand open on paper; the rest is counted there."""

    agree: tuple[Agreement, ...] = ()
    only: tuple[Only, ...] = ()
    timeline: tuple[Day, ...] = ()
    why: Why = Why()

    def speaker(self, said: Quote | Claim) -> Clean:
        """Whom to name beside the publisher; empty: nobody, or the publisher itself."""
        publisher = self.articles[said.article].publisher
        return NOTHING if _bare(said.speaker) == _bare(publisher) else said.speaker


class LeftOut(Struct, frozen=True, kw_only=True):
    """The nearest story that was not joined to another, and why not."""

    story: str
    """Its id, in the same edition."""

    headline: Clean
    shared: tuple[Clean, ...] = ()
    """What the two have in common, in words."""

    against: tuple[Clean, ...] = ()
    """What spoke against it, in words."""


class Because(Struct, frozen=True, kw_only=True):
    """The answer to "why?" about a story of an edition, in words."""

    story: str
    headline: Clean
    together: tuple[Clean, ...] = ()
    """Why its reports stand together; empty for one alone."""

    left_out: LeftOut | None = None
    rank: tuple[Clean, ...] = ()
    """Each part of why it stands where it does."""


def _bare(name: str) -> str:
    """A name as compared: "The Ledger" and "Ledger" are one."""
    return name.casefold().removeprefix("the ")
