"""What runs inside a worker process: ``python -m digest.worker``.

It reads requests from standard input and writes answers to standard output, each a frame:
two lengths (unsigned 32 bit, big endian), then JSON, then raw bytes. It imports nothing
heavy before its limits are set, ignores SIGINT (the parent decides), and ends when its
input does.
"""

import contextlib
import gc
import logging
import os
import signal
import struct
import sys
from collections.abc import Callable
from typing import BinaryIO, Final, TypeAlias

import msgspec
from msgspec import Struct

from digest.clean import Clean, clean
from digest.errors import DigestError, ExtractError, ParseError
from digest.group import Item, explain, group
from digest.group.meaning import installed
from digest.length import word_count
from digest.news import Article, Entry, Sentence, Telling

MEMORY: Final = 1 << 30
"""Bytes of address space that a worker may use (Linux); a page costs some 50 MB."""

PAGES_BETWEEN_CLEANUPS: Final = 100
HEADER: Final = struct.Struct("!II")


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

    kind: str
    """Name of the error's class."""

    message: Clean


def answer(request: Request, body: bytes) -> object:
    """Do what `request` asks.

    Raises:
        ParseError: The document is no feed.
        ExtractError: The page holds no article.
    """
    handlers: dict[type, Callable[..., object]] = {
        ParseFeed: _parse,
        FindFeeds: _find,
        ReadPage: _read,
        ReadEntry: _entry,
        GroupArticles: _group,
        ExplainStory: _explain,
        MakeVectors: _vectors,
        TellStory: _tell,
        Summarize: _summarize,
    }
    return handlers[type(request)](request, body)


def _parse(request: ParseFeed, body: bytes) -> object:
    from digest.parse import parse  # noqa: PLC0415 - heavy

    return parse(body, url=request.url, content_type=request.content_type)


def _find(request: FindFeeds, body: bytes) -> object:
    from digest.parse.find import find_feeds  # noqa: PLC0415 - heavy

    return find_feeds(body, url=request.url, content_type=request.content_type)


def _read(request: ReadPage, body: bytes) -> Article:
    from digest.extract import extract, extract_text  # noqa: PLC0415 - heavy

    if request.content_type.startswith("text/plain"):
        return extract_text(body.decode("utf-8", "replace"), url=request.url)
    return extract(body, url=request.url, content_type=request.content_type, entry=request.entry)


def _entry(request: ReadEntry, _: bytes) -> Article:
    from digest.extract import from_feed  # noqa: PLC0415 - heavy

    return from_feed(request.entry, note=request.note)


def _summarize(request: Summarize, _: bytes) -> list[tuple[Sentence, ...]]:
    from digest.language.reading import read  # noqa: PLC0415 - heavy
    from digest.summarize import summarize  # noqa: PLC0415 - heavy

    return [summarize(*read([each]), sentences=request.sentences) for each in request.articles]


def _group(request: GroupArticles, _: bytes) -> object:
    return group(request.items)


def _explain(request: ExplainStory, _: bytes) -> object:
    return explain(request.items, request.members)


def _vectors(request: MakeVectors, _: bytes) -> list[bytes]:
    meaning = installed()
    return meaning.vectors(request.texts) if meaning else []


def _tell(request: TellStory, _: bytes) -> Telling:
    from digest.compare import compare  # noqa: PLC0415 - heavy
    from digest.language.reading import read  # noqa: PLC0415 - heavy
    from digest.summarize import summarize_story, timeline  # noqa: PLC0415 - heavy

    reads = read(request.articles)
    compared = compare(reads, origins=request.origins)
    claims = (claim for each in compared.differ for claim in each.claims)
    told = summarize_story(
        reads,
        origins=request.origins,
        words=request.words,
        fresh=request.fresh,
        said=request.said,
        beside=sum(word_count(claim.text) for claim in claims),
    )
    return Telling(
        summary=told.summary,
        new=told.new,
        differ=compared.differ,
        agree=compared.agree,
        only=compared.only,
        quote=compared.quote,
        timeline=timeline(reads, request.days),
    )


# --- The loop -------------------------------------------------------------------------------


def main() -> None:
    """Answer requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    logging.disable()  # libraries log pieces of pages, and nobody reads them here
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up in an answer
    decoder = msgspec.json.Decoder(Request)
    gc.set_threshold(50_000, 20, 50)  # trees come and go by the thousand, cycles hardly ever
    done = 0
    while (frame := read_frame(requests)) is not None:
        write_frame(answers, _answered(decoder, *frame))
        done += 1
        if done % PAGES_BETWEEN_CLEANUPS == 0:
            _empty_caches()


def _answered(decoder: msgspec.json.Decoder[Request], head: bytes, body: bytes) -> bytes:
    try:
        return msgspec.json.encode({"done": answer(decoder.decode(head), body)})
    except DigestError as error:
        kind = (
            type(error).__name__ if isinstance(error, ParseError | ExtractError) else "DigestError"
        )
        failed = Failed(kind=kind, message=clean(str(error)))
    except (Exception, RecursionError, MemoryError) as error:
        failed = Failed(kind="WorkerError", message=clean(f"{type(error).__name__}: {error}"[:200]))
    return msgspec.json.encode({"failed": failed})


def read_frame(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """The JSON and the raw bytes of the next frame; None at the end."""
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    head, body = HEADER.unpack(header)
    return stream.read(head), stream.read(body)


def write_frame(stream: BinaryIO, head: bytes, body: bytes = b"") -> None:
    """Write a frame, and send it off."""
    stream.write(HEADER.pack(len(head), len(body)) + head + body)
    stream.flush()


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not there on every system

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _empty_caches() -> None:
    if meta := sys.modules.get("trafilatura.meta"):
        meta.reset_caches()


if __name__ == "__main__":
    main()
