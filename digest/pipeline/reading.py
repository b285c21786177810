"""From an entry to its article: the page behind it or, failing that, the feed's own text."""

import asyncio
from typing import Final

from digest.clean import Clean, clean
from digest.errors import ExtractError, FetchError, WorkerError
from digest.fetch import Client, Fetched, Room, Want
from digest.news import Article, Entry, Paragraph
from digest.pipeline.hosts import Hosts
from digest.workers import Workers

PAGES_A_WORKER: Final = 8
"""Pages fetched ahead for each worker, so that it never waits and memory stays bounded."""

_DASHES: Final = frozenset("-–—|·")
_UNTITLED: Final = Clean("Untitled")
_HEADLINE: Final = 100
"""Characters of a text that stand for its title."""


class Reading:
    """Reads pages, by leave of their hosts and few at a time."""

    def __init__(self, *, client: Client, workers: Workers, hosts: Hosts, room: Room) -> None:
        self._client = client
        self._workers = workers
        self._hosts = hosts
        self._room = room
        self._pages = asyncio.Semaphore(PAGES_A_WORKER * workers.size)

    async def read(self, entry: Entry) -> Article | None:
        """The article behind an entry; None: not now, the network is gone."""
        if not entry.url:
            return await self._from_feed(entry, "")
        try:
            return await self._page(entry)
        except (FetchError, ExtractError, WorkerError) as error:
            if isinstance(error, FetchError) and error.offline:
                return None
            return await self._from_feed(entry, str(error))

    async def _page(self, entry: Entry) -> Article:
        """The article of its page, asked for once more if a host only asks to wait a little."""
        try:
            return await self._brought(entry, host=entry.url)
        except FetchError as error:
            if not await self._hosts.heed(error):
                raise
            asks = error.at
        return await self._brought(entry, host=asks)

    async def _brought(self, entry: Entry, *, host: str) -> Article:
        """The article of its page, once it is our turn at the host of the URL `host`."""
        async with self._hosts.visit(host), self._pages, self._room.place() as place:
            page = await self._client.fetch(
                entry.url, want=Want.PAGE, admit=self._hosts.admit, place=place
            )
            assert isinstance(page, Fetched)
            return await self._workers.read(
                page.body, url=page.url, content_type=page.content_type, entry=entry
            )

    async def _from_feed(self, entry: Entry, note: str) -> Article:
        try:
            return await self._workers.read_entry(entry, note=note)
        except WorkerError:
            text = entry.summary or entry.title
            return Article(
                id=entry.id,
                feed=entry.feed,
                title=entry.title,
                publisher=entry.publisher,
                url=entry.url,
                published=entry.published,
                paragraphs=(Paragraph(clean(text)),),
                note=clean(note),
            )


def title_of(entry: Entry, page: Clean) -> Clean:
    """The title that the feed tells, or else its first words; the page's for a cut or longer one.

    "Headline - Outlet" in a feed that collects from many is longer than the page's "Headline".
    """
    told = entry.title or _first_words(entry.summary or entry.content)
    begun = told.removesuffix("...").rstrip("… ")
    cut = begun != told and page.startswith(begun)
    longer = page and told.startswith(page) and told[len(page) :].lstrip()[:1] in _DASHES
    return page if page and (not told or cut or longer) else told or _UNTITLED


def _first_words(text: str) -> Clean:
    """As much of a text as a headline holds."""
    line = text.partition("\n")[0]
    start = line[:_HEADLINE]
    return clean(line if line == start else (start.rpartition(" ")[0] or start) + "…")
