"""The nouns: ``Feed → Entry → Article → Story → Edition``, and ``Missed``.

All are frozen values. All text in them has passed `digest.clean`; all times know their
offset. The fields of an edition are the fields of its JSON form, version 1: names here are
names that other programs read, so they stay.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from digest.clean import NOTHING, Clean
from digest.length import word_count

# --- Feed → Entry ---------------------------------------------------------------------------


class Feed(Struct, frozen=True, kw_only=True):
    """A subscription, as the reader wrote it in feeds.toml."""

    url: str
    """Where the feed is: http or https."""

    title: Clean = NOTHING
    """What the reader calls it; empty: as the feed calls itself."""

    section: Clean = NOTHING
    """The section its stories go to; empty: none."""

    always: bool = False
    """Its stories reach the front page, however few tell them."""

    prefer: bool = False
    """Of several copies of one report, its copy is shown first."""


class Link(Struct, frozen=True, kw_only=True):
    """Something that a text points to: an image, an enclosure."""

    url: Clean
    text: Clean = NOTHING
    """The alternative text or title."""

    type: Clean = NOTHING
    """The media type, as declared."""


class Entry(Struct, frozen=True, kw_only=True):
    """One item of a feed."""

    id: str
    """16 hexadecimal digits, from the feed's URL and the entry's own key: see `entry_id`."""

    feed: str
    """URL of the feed."""

    title: Clean
    url: Clean = NOTHING
    """The page behind it, absolute; empty if it has none."""

    published: datetime | None = None
    """As the feed says, or None: in the future, before 1990 or absent."""

    updated: datetime | None = None
    authors: tuple[Clean, ...] = ()
    summary: Clean = NOTHING
    """The short text, its paragraphs apart by a blank line."""

    content: Clean = NOTHING
    """The full text, if the feed carries it, in the same form."""

    publisher: Clean = NOTHING
    """The real publisher, where an RSS <source> names one."""

    categories: tuple[Clean, ...] = ()
    language: Clean = NOTHING
    """BCP 47, lower case, as the feed or entry declares it."""

    images: tuple[Link, ...] = ()
    enclosures: tuple[Link, ...] = ()


class Parsed(Struct, frozen=True, kw_only=True):
    """A feed document, read."""

    title: Clean = NOTHING
    """As the feed calls itself."""

    home: Clean = NOTHING
    """The site it belongs to."""

    language: Clean = NOTHING
    entries: tuple[Entry, ...] = ()
    """In the document's order, each key once."""

    repeated: int = 0
    """Entries that had the key of one before them, and were left out."""

    beyond: int = 0
    """Entries past the most that are read, left out."""


# --- Article --------------------------------------------------------------------------------


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

    summary: tuple[Sentence, ...] = ()

    @property
    def text(self) -> str:
        """All paragraphs, apart by a blank line."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def words(self) -> int:
        """How many words the text has, in any script."""
        return sum(word_count(paragraph.text) for paragraph in self.paragraphs)


# --- Story ----------------------------------------------------------------------------------


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
    agree: tuple[Agreement, ...] = ()
    only: tuple[Only, ...] = ()
    timeline: tuple[Day, ...] = ()
    why: Why = Why()


# --- Edition --------------------------------------------------------------------------------


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


class Missed(Struct, frozen=True, kw_only=True):
    """A feed that gave nothing, and why."""

    feed: Clean
    """Its title."""

    url: Clean
    """Masked; empty where what the reader wrote is no address of the web."""

    reason: Clean
    failures: int
    """In a row."""

    since: datetime


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


# --- What is remembered beside it -----------------------------------------------------------


class Mark(StrEnum):
    """What a reader can set on a report."""

    READ = "read"
    SAVED = "saved"


class Marks(Struct, frozen=True, kw_only=True):
    """The reports that carry each mark, by id."""

    read: frozenset[str] = frozenset()
    saved: frozenset[str] = frozenset()


class Hand(StrEnum):
    """What a reader's hand can do to stories."""

    APART = "apart"
    """These articles and those others never stand in one story: a split."""

    TOGETHER = "together"
    """All of them stand in one story: a merge."""

    MUTE = "mute"
    """No story that holds one of the articles is shown until then."""

    FOLLOW = "follow"
    """A story that holds one of the articles is lifted, for as long as it lasts."""


class Correction(Struct, frozen=True, kw_only=True):
    """Something that the reader's hand has put right; kept, and taken back by `id`."""

    id: int = 0
    """Given by the store; 0: not kept yet."""

    hand: Hand
    articles: tuple[str, ...]
    others: tuple[str, ...] = ()
    """The other side of a split or merge."""

    until: datetime | None = None
    """Of a mute: when it ends; None: never."""

    made: datetime


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


class FeedHealth(Struct, frozen=True, kw_only=True):
    """How a feed has been doing."""

    feed: Feed
    title: Clean
    """The reader's title for it, else its own, else its URL."""

    last_success: datetime | None = None
    failures: int = 0
    """In a row."""

    failing_since: datetime | None = None
    reason: Clean = NOTHING
    entries: int = 0
    """How many of its entries are stored."""

    newest: datetime | None = None
    """When its newest entry was published; first seen, where it does not say."""

    moved: Clean = NOTHING
    """Its new address, if its server says that it has moved for good."""

    gone: bool = False
    """Its server says that it is gone for good: it is not asked again."""

    weekly: float = 0.0
    """Entries a week, over the last four."""

    gap: float | None = None
    """Days from one entry to the next, as a median; None: there are no two."""

    told: int = 0
    """Its articles in the editions of a month."""

    reprinted: int = 0
    """How many of them others of the reader's feeds had told before it, word for word."""

    sources: tuple[Clean, ...] = ()
    """Those others, the most copied first."""
