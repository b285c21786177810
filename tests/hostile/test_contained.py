"""Forty hostile feeds in one morning, over the wire, through every stage and every format."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple, TypeAlias
from urllib.parse import quote

import pytest

from digest.clean import clean
from digest.cli.log import Log
from digest.config.settings import Digest, Settings
from digest.events import Event, together
from digest.fetch import Client, Limits, Want
from digest.news import Article, Edition, Feed
from digest.pipeline import Pipeline
from digest.render import FORMATS, View
from digest.store.articles import find_article
from digest.store.database import Store
from digest.store.shelf import Shelf
from digest.workers import Workers
from tests.hostile.cases import CASES, MAX_BODY, SECRET, Case
from tests.pipeline.world import NOW

Serve: TypeAlias = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

NOT_HERE = b"HTTP/1.1 404 Not here\r\nContent-Length: 0\r\n\r\n"
WHOLE = ("json", "markdown", "html")
"""Formats that hold every story; plain text counts what is beyond its budget."""

LIMITS = {want: Limits(most=MAX_BODY, seconds=10, accept="*/*") for want in Want}


class Morning(NamedTuple):
    """What came of all the cases."""

    edition: Edition
    articles: dict[str, Article]
    """By the path of their feed."""

    shown: dict[str, str]
    """By format; the log is one."""

    private: list[bytes]
    """What was asked of the server that nobody may be led to."""


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Morning:
    log = tmp_path_factory.mktemp("state") / "digest.log"
    found = asyncio.run(_morning(log))
    return found._replace(shown=found.shown | {"log": log.read_text("utf-8")})


async def _morning(log: Path) -> Morning:
    private: list[bytes] = []

    async def canary(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        private.append(await reader.readline())
        writer.close()

    async with AsyncExitStack() as stack:
        inside = await asyncio.start_server(canary, "127.0.0.1", 0)
        await stack.enter_async_context(inside)
        port = inside.sockets[0].getsockname()[1]
        web = await asyncio.start_server(_serving(f"http://127.0.0.1:{port}"), "127.0.0.1", 0)
        await stack.enter_async_context(web)
        feeds = list(_feeds(web.sockets[0].getsockname()[1]))
        settings = Settings(digest=Digest(stories=100, minutes=120), feeds=tuple(feeds))
        shelf = await stack.enter_async_context(Shelf(lambda: Store(None)))
        typed = [feed.url for feed in feeds]
        client = Client(typed=typed, env={}, limits=LIMITS)
        pipeline = Pipeline(
            client=await stack.enter_async_context(client),
            shelf=shelf,
            workers=await stack.enter_async_context(Workers(2)),
            clock=lambda: NOW,
        )
        events: list[Event] = []
        listen = together(events.append, Log(log, lambda: NOW))
        edition = await pipeline.run(settings, listen, since=timedelta(days=2))
        reports = [report for story in edition.everything for report in story.articles]
        found = [await shelf.ask(find_article, report.id) for report in reports]
    return Morning(
        edition=edition,
        articles={_name(each.feed): each for each in found if each},
        shown={name: show(edition, View()) for name, show in FORMATS.items()},
        private=private,
    )


def _feeds(port: int) -> Iterator[Feed]:
    for case in CASES:
        yield Feed(url=f"http://{case.login}127.0.0.1:{port}/feed/{case.name}{case.query}")


def _name(url: str) -> str:
    return url.partition("/feed/")[2].partition("?")[0]


def _serving(private: str) -> Serve:
    """Serve the cases as they are, with their addresses filled in."""
    cases = {case.name: case for case in CASES}

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        path = head.split(" ")[1].partition("?")[0]
        kind, _, name = path.removeprefix("/").partition("/")
        base = f"http://127.0.0.1:{writer.get_extra_info('sockname')[1]}"
        case = cases.get(name.partition("/")[0])
        answer = (case.feed if kind == "feed" else case.page) if case else b""
        writer.write(_filled(answer or NOT_HERE, base, private))
        writer.close()

    return serve


def _filled(answer: bytes, base: str, private: str) -> bytes:
    head, gap, body = answer.partition(b"\r\n\r\n")
    for word, place in ((b"BASE", base), (b"PRIVATE", private)):
        grown = body.replace(word, place.encode())
        length = f"Content-Length: {len(body)}\r".encode()
        head = head.replace(length, f"Content-Length: {len(grown)}\r".encode())
        head, body = head.replace(word, place.encode()), grown
    return head + gap + body


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_hostile_feed_is_told_or_missed_in_words(case: Case, morning: Morning) -> None:
    missed = {_name(each.url): each.reason for each in morning.edition.missed}
    if case.missed:
        assert case.missed in missed[case.name]
        assert f"feed/{case.name}" in morning.shown["log"]
        return
    assert case.name not in missed
    for form in WHOLE:
        assert case.kept in morning.shown[form], form
    article = morning.articles[case.name]
    assert "KEPT words" in article.text
    if case.page:
        assert case.note.strip() in article.note
        assert bool(article.note) == bool(case.note)


@pytest.mark.parametrize("form", [*FORMATS, "log"])
def test_nothing_that_is_shown_acts_on_a_terminal(form: str, morning: Morning) -> None:
    lines = morning.shown[form].split("\n")
    assert [line for line in lines if clean(line).split() != line.split()] == []


@pytest.mark.parametrize("form", [*FORMATS, "log"])
def test_no_secret_is_shown(form: str, morning: Morning) -> None:
    assert SECRET not in morning.shown[form]
    assert quote(SECRET) not in morning.shown[form]
    assert "utm_source" not in morning.shown[form]


def test_html_holds_nothing_that_runs_or_loads(morning: Morning) -> None:
    class Seen(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag not in {"script", "img", "iframe", "svg", "base", "form", "object", "link"}
            for key, value in attrs:
                assert not key.startswith("on")
                assert key not in {"src", "href"} or re.match(r"https?://|#", value or "")

    Seen().feed(morning.shown["html"])


def test_markdown_holds_no_link_but_of_the_web(morning: Morning) -> None:
    links = re.findall(r"(?<!\\)\]\(\s*<?([^)>\s]*)", morning.shown["markdown"])
    assert links
    assert [link for link in links if not link.startswith(("http://", "https://"))] == []
    assert not re.search(r"(?<!\\)!\[|(?<!\\)<\w+[ >]", morning.shown["markdown"])


def test_json_is_json_of_this_version(morning: Morning) -> None:
    assert json.loads(morning.shown["json"])["version"] == 1


def test_nobody_is_led_inside(morning: Morning) -> None:
    assert morning.private == []
