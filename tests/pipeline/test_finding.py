"""From an address to the feeds that it can mean."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import httpx
import pytest

from digest.errors import FetchError, ParseError
from digest.fetch import Client
from digest.pipeline import Candidate, find
from digest.workers import Workers
from tests.pipeline.world import NOW, World, feed, pages, run

PAPER = "https://paper.example"


def item(name: str) -> tuple[str, str, str]:
    return f"{PAPER}/{name}", name.title(), "It happened."


def found(web: Mapping[str, str], url: str = f"{PAPER}/") -> tuple[Candidate, ...]:
    return run(pages(web), lambda world: find(url, world.client, world.workers))


def asked(web: Mapping[str, str], url: str = f"{PAPER}/") -> list[str]:
    async def work(world: World) -> list[str]:
        with pytest.raises(ParseError):
            await find(url, world.client, world.workers)
        return world.asked

    return run(pages(web), work)


def test_a_feed_is_what_it_says_it_is() -> None:
    (only,) = found({f"{PAPER}/rss": feed("Paper", item("a"), item("b"))}, f"{PAPER}/rss")
    assert (only.url, only.title, only.entries, only.newest) == (f"{PAPER}/rss", "Paper", 2, NOW)


def test_a_feed_is_known_by_every_address_on_the_way_to_it() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        for start, status, end in (("/a", 301, "/b"), ("/b", 302, "/c")):
            if request.url.path == start:
                return httpx.Response(status, headers={"Location": f"{PAPER}{end}"})
        return httpx.Response(200, text=feed("Paper"))

    async def main() -> tuple[Candidate, ...]:
        transport = httpx.MockTransport(respond)
        async with Client(transport=transport, env={}) as client, Workers(1) as workers:
            return await find(f"{PAPER}/a", client, workers)

    (only,) = asyncio.run(main())
    assert (only.asked, only.url, only.at) == (f"{PAPER}/a", f"{PAPER}/a", f"{PAPER}/c")


def test_what_a_page_links_to_is_tried_and_the_best_comes_first() -> None:
    old = feed("Archive", item("old"), date=NOW - timedelta(days=400))
    links = "".join(f'<a href="/{name}.rss">' for name in ("empty", "old", "comments", "main"))
    web = {
        f"{PAPER}/": f'<a href="/dead.rss">{links}',
        f"{PAPER}/empty.rss": feed("Empty"),
        f"{PAPER}/old.rss": old,
        f"{PAPER}/comments.rss": feed("Comments", item("said")),
        f"{PAPER}/main.rss": feed("Paper", item("a")),
    }
    assert [each.title for each in found(web)] == ["Paper", "Archive", "Empty", "Comments"]


def test_one_feed_in_two_formats_is_one_candidate() -> None:
    web = {
        f"{PAPER}/": '<a href="/a.rss"></a><a href="/b.rss"></a>',
        f"{PAPER}/a.rss": feed("Paper", item("a")),
        f"{PAPER}/b.rss": feed("Paper, again", item("a")),
    }
    assert [each.title for each in found(web)] == ["Paper"]


def test_a_front_page_that_is_not_there_may_have_a_feed_all_the_same() -> None:
    (only,) = found({f"{PAPER}/feed.xml": feed("Paper", item("a"))})
    assert only.url == f"{PAPER}/feed.xml"
    with pytest.raises(FetchError, match=r"HTTP 404.*try a front page"):
        found({}, f"{PAPER}/nothing")


def test_a_page_that_lists_feeds_is_looked_through() -> None:
    web = {
        f"{PAPER}/": '<a href="/rss">RSS</a>',
        f"{PAPER}/rss": '<html><a href="/world.rss">World</a><a href="/home.rss">Home</a></html>',
        f"{PAPER}/world.rss": feed("World", item("w")),
        f"{PAPER}/home.rss": feed("Home", item("h")),
    }
    assert [each.title for each in found(web)] == ["World", "Home"]


def test_the_usual_addresses_are_tried_below_the_page_first() -> None:
    web = {
        f"{PAPER}/desk": "<html>The desk</html>",
        f"{PAPER}/desk/atom.xml": feed("The desk", item("d")),
        f"{PAPER}/feed": feed("Everything", item("e")),
    }
    assert [each.title for each in found(web, f"{PAPER}/desk")] == ["The desk"]


def test_no_more_is_asked_than_need_be() -> None:
    web = {f"{PAPER}/": "<html>Nothing</html>"}
    assert len(asked(web)) == 1 + 8


def test_a_site_that_has_had_enough_is_left_alone() -> None:
    def web(url: str) -> tuple[int, str, bytes]:
        return (200, "text/html", b"<html>Front</html>") if url.endswith("/") else (429, "", b"")

    async def work(world: World) -> None:
        with pytest.raises(ParseError, match="an HTML page, not a feed"):
            await find(f"{PAPER}/", world.client, world.workers)
        assert len(world.asked) == 1 + 4

    run(web, work)


def test_an_address_that_is_not_there_is_an_error_with_its_reason() -> None:
    with pytest.raises(FetchError, match="404"):
        found({})
