"""From an address to the feeds that it can mean."""

import asyncio
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from urllib.parse import urljoin

from msgspec import Struct

from digest.clean import NOTHING, Clean
from digest.errors import FetchError, ParseError, WorkerError
from digest.fetch import Client, Fetched
from digest.news import Parsed
from digest.workers import Workers

USUAL: Final = (
    ("feed", "rss", "feed.xml", "rss.xml"),
    ("atom.xml", "index.xml", "feed.json", "index.rdf"),
)
"""Where sites keep feeds that they do not announce: asked for by fours, and only if need be."""

MOST_LINKS: Final = 8
"""Links of one page that are followed, the likeliest first."""

_NEXT: Final = "no feed at the usual addresses either: try a front page, or the address of a feed"

_MOST_PAGES: Final = 2
"""Pages that list a paper's feeds, one click away, that are looked through."""

_PAGE_BYTES: Final = 2**20
"""Of such a page, at most, that is kept in mind while the others are asked for."""

_ASLEEP: Final = timedelta(days=180)
"""So long after the others a feed has been left behind."""

_SAME: Final = 5
"""Entries by which two feeds are known to be one, as RSS and as Atom."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A feed that an address leads to."""

    url: str
    """What feeds.toml has to say."""

    asked: str
    """What was asked for, before any redirect."""

    at: str
    """Where it was found in the end, for now or for good."""

    title: Clean = NOTHING
    entries: int
    newest: datetime | None = None
    comments: bool = False
    """It carries what readers say, not the paper."""

    first: tuple[str, ...] = ()
    """The pages of its first entries."""


class _Tried(NamedTuple):
    """What was behind a link: a feed, or a page that may know one, or neither."""

    candidate: Candidate | None = None
    page: Fetched | None = None


async def find(url: str, client: Client, workers: Workers) -> tuple[Candidate, ...]:
    """The feeds that `url` leads to, the best first: itself, or what its page links to.

    Where a page links to none, or is none, the usual addresses are tried.

    Raises:
        FetchError: It cannot be reached.
        ParseError: It is no feed, and leads to none: says what it is instead.
    """
    return await _Search(client, workers).find(url)


class _Search:
    """One search, and whether the site has had enough of it."""

    def __init__(self, client: Client, workers: Workers) -> None:
        self._client = client
        self._workers = workers
        self._unwelcome = False

    async def find(self, url: str) -> tuple[Candidate, ...]:
        try:
            page = await self._fetch(url)
        except FetchError as reason:
            if reason.kind != "HTTP 404":
                raise
            if found := await self._guessed(url):
                return best_first(found)
            raise FetchError(f"{reason}; {_NEXT}", kind=reason.kind) from reason
        try:
            return (await self._candidate(url, page),)
        except ParseError as reason:
            found = await self._linked(page) or await self._guessed(page.url)
            if not found:
                raise ParseError(f"{reason}, and it links to none that works; {_NEXT}") from reason
            return best_first(found)

    async def _linked(self, page: Fetched, *, further: bool = True) -> list[Candidate]:
        """The feeds that a page links to, or else those of the lists of feeds that it links to."""
        links = await self._workers.find_feeds(
            page.body, url=page.url, content_type=page.content_type
        )
        tried = await self._tried(link.url for link in links[:MOST_LINKS])
        found = [each.candidate for each in tried if each.candidate]
        if not found and further:
            lists = [each.page for each in tried if each.page][:_MOST_PAGES]
            behind = [await self._linked(each, further=False) for each in lists]
            found = [each for several in behind for each in several]
        return found

    async def _guessed(self, url: str) -> list[Candidate]:
        """The feeds at the usual addresses, below the page's own first."""
        for addresses in _usual(url):
            tried = await self._tried(addresses)
            found = [each.candidate for each in tried if each.candidate]
            if found or self._unwelcome:
                return found
        return []

    async def _tried(self, urls: Iterable[str]) -> list[_Tried]:
        return await asyncio.gather(*map(self._try, urls))

    async def _try(self, url: str) -> _Tried:
        try:
            page = await self._fetch(url)
        except FetchError as error:
            self._unwelcome |= error.kind in {"HTTP 429", "HTTP 503", "timeout", "robot check"}
            return _Tried()
        try:
            return _Tried(candidate=await self._candidate(url, page))
        except ParseError:
            return _Tried(page=page if len(page.body) <= _PAGE_BYTES else None)
        except WorkerError:
            return _Tried()

    async def _fetch(self, url: str) -> Fetched:
        fetched = await self._client.fetch(url)
        assert isinstance(fetched, Fetched)
        return fetched

    async def _candidate(self, url: str, page: Fetched) -> Candidate:
        parsed = await self._workers.parse(page.body, url=url, content_type=page.content_type)
        return _candidate(url, page, parsed)


def _candidate(asked: str, page: Fetched, parsed: Parsed) -> Candidate:
    url = page.moved or asked
    dates = [entry.published for entry in parsed.entries if entry.published]
    return Candidate(
        url=url,
        asked=asked,
        at=page.url,
        title=parsed.title,
        entries=len(parsed.entries),
        newest=max(dates, default=None),
        comments="comment" in f"{url} {parsed.title}".lower(),
        first=tuple(entry.url or entry.title for entry in parsed.entries[:_SAME]),
    )


def best_first(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each feed once, in whatever formats it comes; the paper's own, full and awake ones first."""
    once: dict[tuple[str, ...], Candidate] = {}
    for each in found:
        once.setdefault(each.first or (each.url,), each)
    latest = max((each.newest for each in once.values() if each.newest), default=None)

    def behind(each: Candidate) -> tuple[bool, bool, bool]:
        asleep = bool(latest and each.newest and latest - each.newest > _ASLEEP)
        return each.comments, not each.entries, asleep

    return tuple(sorted(once.values(), key=behind))


def _usual(url: str) -> Iterator[list[str]]:
    """The usual addresses, in the order and the handfuls in which they are asked for."""
    folders = dict.fromkeys((f"{url.partition('?')[0].rstrip('/')}/", urljoin(url, "/")))
    for folder in folders:
        for names in USUAL:
            yield [folder + name for name in names]
