"""Connections are kept for the next question, and let go."""

import asyncio

import pytest

from digest.errors import FetchError
from digest.fetch import Client, Fetched, Unchanged, Validators, kept
from digest.fetch.line import Line
from tests.fetch.conftest import names, ok, redirect, serving

pytestmark = pytest.mark.anyio

NOT_MODIFIED = b"HTTP/1.1 304 Not Modified\r\nETag: 1\r\n\r\n"


async def test_the_next_question_to_a_server_goes_by_the_same_connection() -> None:
    async with (
        serving({"/a": redirect("/b"), "/b": ok(), "/c": NOT_MODIFIED}, each=9) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        for path in ("/b", "/a", "/b"):
            assert isinstance(await client.fetch(server.url(path)), Fetched)
        for _ in range(2):
            answer = await client.fetch(server.url("/c"), known=Validators(etag="1"))
            assert isinstance(answer, Unchanged)
    assert len(server.asked) == 6
    assert server.connections == 2, "the body of a redirect is not waited for"


async def test_a_server_that_hangs_up_meanwhile_is_asked_by_another() -> None:
    async with (
        serving({"/": ok(b"<rss/>")}, each=2) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        for _ in range(5):
            document = await client.fetch(server.url())
            assert isinstance(document, Fetched)
            assert document.body == b"<rss/>"
    assert server.connections == 3


async def test_a_line_that_breaks_while_it_waits_says_so() -> None:
    async with serving({}) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        line = Line(reader, writer)
        reader.feed_data(b"HTTP/1.1")
        await line.read(8)
        line.answered()
        reader.set_exception(ConnectionResetError())
        with pytest.raises(FetchError, match="the connection broke"):
            await line.write(b"GET / HTTP/1.1")
        await line.aclose()


async def test_a_proxy_is_asked_for_many_hosts_by_one_connection() -> None:
    async with (
        serving(lambda url: ok(url.encode()), each=9) as proxy,
        Client(env={"http_proxy": proxy.url()}, resolve=names()) as client,
    ):
        for url in ("http://one.example/", "http://two.example/"):
            document = await client.fetch(url)
            assert isinstance(document, Fetched)
            assert document.body == url.encode()
    assert proxy.connections == 1


async def test_another_server_is_not_asked_by_a_connection_that_is_not_its_own() -> None:
    async with (
        serving({"/": ok(b"1")}, each=9) as one,
        serving({"/": ok(b"2")}, each=9) as two,
        Client(typed=[one.url(), two.url()], env={}) as client,
    ):
        for server, body in ((one, b"1"), (two, b"2"), (one, b"1")):
            document = await client.fetch(server.url())
            assert isinstance(document, Fetched)
            assert document.body == body
    assert (one.connections, two.connections) == (1, 1)


async def test_a_connection_waits_a_short_while_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.fetch.wire.IDLE_SECONDS", 0.05)
    async with (
        serving({"/": ok()}, each=9) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        await client.fetch(server.url())
        await asyncio.sleep(0.1)
        await client.fetch(server.url())
    assert server.connections == 2


async def test_the_oldest_idle_connection_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "AT_ONCE", 1)
    async with (
        serving({"/": ok()}, each=9) as one,
        serving({"/": ok()}, each=9) as two,
        Client(typed=[one.url(), two.url()], env={}) as client,
    ):
        for server in (one, two, two, one):
            await client.fetch(server.url())
    assert (one.connections, two.connections) == (2, 1)


async def test_a_body_that_was_cut_short_ends_its_connection() -> None:
    async with (
        serving({"/large": ok(b"x" * 5_000), "/": ok()}, each=9) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        await client.fetch(server.url())
        async with asyncio.timeout(5):
            task = asyncio.ensure_future(client.fetch(server.url("/large")))
            await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            assert isinstance(await client.fetch(server.url()), Fetched)
