"""Hands work to worker processes; limits, kills and replaces them.

A worker costs 0.4 s to start and does one piece of work at a time. The deadline of a piece
starts when a worker takes it; past it the worker is killed and another takes its place, so a
page that hangs, crashes or bloats its worker costs that page alone.
"""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from typing import Final, Self, TypeVar

import msgspec
from msgspec import Struct

from digest.clean import Clean, clean
from digest.errors import ExtractError, ParseError, WorkerError
from digest.group import Because, Group, Item
from digest.news import Article, Entry, Link, Parsed, Sentence, Telling
from digest.worker.frames import HEADER
from digest.worker.requests import (
    ExplainStory,
    Failed,
    FindFeeds,
    GroupArticles,
    MakeVectors,
    ParseFeed,
    ReadEntry,
    ReadPage,
    Request,
    Summarize,
    TellStory,
)

T = TypeVar("T")

PAGE_SECONDS: Final = 20.0
"""For one page or feed. The slowest real page takes 2 s; a worker that starts adds one."""

GROUP_SECONDS: Final = 120.0
MAX_ANSWER: Final = 64 << 20
"""Bytes. The largest real one, a feed of 5,000 entries, has 8 MB."""

_COMMAND: Final = (sys.executable, "-P", "-m", "digest.worker")
"""-P: a folder that somebody happens to stand in is no place to import from."""

_ERRORS: Final = {each.__name__: each for each in (ParseError, ExtractError)}
"""What a piece of work may end with; all else is the worker's own trouble."""


class _Answer(Struct):
    """What a worker says: one of the two."""

    done: msgspec.Raw = msgspec.Raw()
    failed: Failed | None = None


class Workers:
    """A pool of worker processes. Each method is one piece of work.

    Every method raises `WorkerError` if the worker crashed, hung or outgrew its limits.
    """

    def __init__(self, size: int | None = None, *, page_seconds: float = PAGE_SECONDS) -> None:
        """`size`: how many processes; None: one for each processor that is ours."""
        self._size = size or _processors()
        self._page_seconds = page_seconds
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all: list[_Worker] = []

    async def __aenter__(self) -> Self:
        """Be ready; each process starts with its first work, since many a morning has none."""
        self._all = [_Worker() for _ in range(self._size)]
        for worker in self._all:
            self._idle.put_nowait(worker)
        return self

    async def __aexit__(self, *_: object) -> None:
        """End them."""
        await asyncio.gather(*(worker.end() for worker in self._all))

    @property
    def size(self) -> int:
        """How many pieces of work can be under way."""
        return self._size

    async def parse(self, body: bytes, *, url: str, content_type: str = "") -> Parsed:
        """Read a feed document.

        Raises:
            ParseError: It is no feed.
        """
        return await self._do(ParseFeed(url=url, content_type=content_type), Parsed, body)

    async def find_feeds(
        self, page: bytes, *, url: str, content_type: str = ""
    ) -> tuple[Link, ...]:
        """The feeds that a page links to, the best first."""
        request = FindFeeds(url=url, content_type=content_type)
        return await self._do(request, tuple[Link, ...], page)

    async def read(
        self, page: bytes, *, url: str, content_type: str = "", entry: Entry | None = None
    ) -> Article:
        """Find the article in a page.

        Raises:
            ExtractError: The page holds none.
        """
        request = ReadPage(url=url, content_type=content_type, entry=entry)
        return await self._do(request, Article, page)

    async def read_entry(self, entry: Entry, *, note: str) -> Article:
        """Make an article of the feed's own text; `note` says why."""
        return await self._do(ReadEntry(entry=entry, note=note), Article)

    async def summarize(
        self, articles: Sequence[Article], *, sentences: int
    ) -> tuple[tuple[Sentence, ...], ...]:
        """For each article, the sentences that say most of it."""
        request = Summarize(articles=tuple(articles), sentences=sentences)
        return await self._do(request, tuple[tuple[Sentence, ...], ...])

    async def group(self, items: Sequence[Item]) -> tuple[Group, ...]:
        """Group articles into stories."""
        request = GroupArticles(items=tuple(items))
        return await self._do(request, tuple[Group, ...], seconds=GROUP_SECONDS)

    async def explain(self, items: Sequence[Item], members: Sequence[int]) -> Because:
        """Why the members of a day's items stand together, and what was nearest to joining them."""
        request = ExplainStory(items=tuple(items), members=tuple(members))
        return await self._do(request, Because, seconds=GROUP_SECONDS)

    async def vectors(self, texts: Sequence[str]) -> tuple[bytes, ...]:
        """What texts mean; none where nothing is installed for it."""
        request = MakeVectors(texts=tuple(texts))
        return await self._do(request, tuple[bytes, ...], seconds=GROUP_SECONDS)

    async def tell(
        self,
        articles: Sequence[Article],
        *,
        origins: Sequence[int],
        words: int,
        fresh: Sequence[int] | None = None,
        days: Sequence[str] = (),
        said: Sequence[Clean] | None = None,
    ) -> Telling:
        """Tell a story in its sources' sentences, and compare them.

        Args:
            articles: All of it.
            origins: For each, the number of its origin.
            words: Of the summary with what is new, at most.
            fresh: Indices of the articles that have arrived since it was last told; None: all.
            days: For each, its paper day; none: no timeline is wanted.
            said: What earlier editions have said of it; None: it is new.
        """
        request = TellStory(
            articles=tuple(articles),
            origins=tuple(origins),
            words=words,
            fresh=tuple(range(len(articles)) if fresh is None else fresh),
            days=tuple(days),
            said=None if said is None else tuple(said),
        )
        return await self._do(request, Telling)

    async def _do(
        self, request: Request, kind: type[T], body: bytes = b"", *, seconds: float | None = None
    ) -> T:
        head = msgspec.json.encode(request)
        worker = await self._idle.get()
        try:
            raw = await worker.ask(head, body, seconds or self._page_seconds)
        finally:
            self._idle.put_nowait(worker)
        answer = msgspec.json.decode(raw, type=_Answer)
        if answer.failed:
            raise _ERRORS.get(answer.failed.kind, WorkerError)(answer.failed.message)
        return msgspec.json.decode(answer.done, type=kind)


class _Worker:
    """One process, started again whenever it is gone."""

    def __init__(self) -> None:
        self._process: Process | None = None

    async def start(self) -> Process:
        """The process, new if there is none."""
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                *_COMMAND, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
            )
        return self._process

    async def ask(self, head: bytes, body: bytes, seconds: float) -> bytes:
        """Send a frame, and bring the answer.

        Raises:
            WorkerError: It crashed, or took longer than `seconds`.
        """
        done = False
        try:
            process = await self.start()
            async with asyncio.timeout(seconds):
                answer = await _exchange(process, head, body)
            done = True
        except TimeoutError as error:
            raise WorkerError(f"took longer than {seconds:.0f} s") from error
        except (OSError, asyncio.IncompleteReadError) as error:
            raise WorkerError(f"ended the process that read it: {clean(str(error))}") from error
        finally:
            if not done:
                await self.end()
        return answer

    async def end(self) -> None:
        """Kill the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        if process.returncode is None:
            process.kill()
        await asyncio.shield(process.wait())


async def _exchange(process: Process, head: bytes, body: bytes) -> bytes:
    assert process.stdin
    assert process.stdout
    process.stdin.write(HEADER.pack(len(head), len(body)))
    process.stdin.write(head)
    process.stdin.write(body)
    await process.stdin.drain()
    size, _ = HEADER.unpack(await process.stdout.readexactly(HEADER.size))
    if size > MAX_ANSWER:
        raise WorkerError("gave an answer that is too large")
    return await process.stdout.readexactly(size)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
