"""What a worker can be asked, and how it says that it failed."""

from typing import TypeAlias

from msgspec import Struct

from digest.clean import Clean
from digest.group import Item
from digest.news import Article, Entry


class ParseFeed(Struct, frozen=True, kw_only=True, tag="parse"):
    """A feed document, as the raw bytes. Answer: `Parsed`."""

    url: str
    content_type: str = ""


class FindFeeds(Struct, frozen=True, kw_only=True, tag="find"):
    """A page, as the raw bytes. Answer: a list of `Link`, the feeds that it links to."""

    url: str
    content_type: str = ""


class ReadPage(Struct, frozen=True, kw_only=True, tag="read"):
    """A page, as the raw bytes. Answer: `Article`."""

    url: str
    content_type: str = ""
    entry: Entry | None = None


class ReadEntry(Struct, frozen=True, kw_only=True, tag="entry"):
    """An entry whose page gave nothing. Answer: `Article` from the feed's own text."""

    entry: Entry
    note: str


class GroupArticles(Struct, frozen=True, kw_only=True, tag="group"):
    """Articles to be grouped. Answer: a list of `Group`."""

    items: tuple[Item, ...]


class ExplainStory(Struct, frozen=True, kw_only=True, tag="explain"):
    """A day's articles. Answer: `Because`, about those with the indices `members`."""

    items: tuple[Item, ...]
    members: tuple[int, ...]


class MakeVectors(Struct, frozen=True, kw_only=True, tag="vectors"):
    """Texts. Answer: for each what it means, as bytes; none where nothing is installed for it."""

    texts: tuple[str, ...]


class TellStory(Struct, frozen=True, kw_only=True, tag="tell"):
    """A story's articles. Answer: `Telling`."""

    articles: tuple[Article, ...]
    origins: tuple[int, ...]
    words: int
    """Of the summary, at most."""

    fresh: tuple[int, ...]
    """Indices of the articles that have arrived since an edition told the story."""

    days: tuple[str, ...] = ()
    """The paper day of each article; none: no timeline is wanted."""

    said: tuple[Clean, ...] | None = None
    """What earlier editions have said of the story; None: it is new."""


class Summarize(Struct, frozen=True, kw_only=True, tag="summarize"):
    """Articles. Answer: for each a list of `Sentence`."""

    articles: tuple[Article, ...]
    sentences: int


Request: TypeAlias = (
    ParseFeed
    | FindFeeds
    | ReadPage
    | ReadEntry
    | GroupArticles
    | ExplainStory
    | MakeVectors
    | TellStory
    | Summarize
)


class Failed(Struct, frozen=True, kw_only=True):
    """A request that could not be answered."""

    kind: str = ""
    """Name of the error's class, if it is one of digest's own."""

    message: Clean
