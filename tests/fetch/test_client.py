"""Turns, deadlines, redirects: the whole client against a small web on loopback."""

import asyncio
import time

import pytest

from digest.errors import FetchError, Refused
from digest.fetch import Client, Fetched, Limits, Want
from tests.fetch.conftest import SHORT, Say, Server, ok, redirect, serving

pytestmark = pytest.mark.anyio


async def hang(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


def dripping(start: bytes) -> Say:
    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n" + start)
        while not writer.is_closing():
            writer.write(b"d")
            await writer.drain()
            await asyncio.sleep(0.01)

    return drip


@pytest.mark.parametrize(
    "answer",
    [hang, dripping(b"Content-Length: 1000\r\n\r\n"), dripping(b"X: ")],
    ids=["nothing", "body", "headers"],
)
async def test_there_is_a_deadline_for_the_whole_exchange(answer: Say) -> None:
    async with (
        serving({"/": answer}) as server,
        Client(typed=[server.url()], env={}, limits=SHORT) as client,
    ):
        began = time.monotonic()
        with pytest.raises(FetchError) as caught:
            await client.fetch(server.url())
        assert time.monotonic() - began < 4  # the server itself may take longer to end
    assert caught.value.kind == "timeout"


async def test_waiting_for_a_turn_is_not_counted() -> None:
    async def slow(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.4)
        writer.write(ok())

    patient = {Want.FEED: Limits(most=99, seconds=1.2, accept="*/*")}
    async with (
        serving({"/": slow}) as server,
        Client(typed=[server.url()], env={}, limits=patient, per_host=1) as client,
    ):
        documents = await asyncio.gather(*(client.fetch(server.url()) for _ in range(4)))
    assert all(isinstance(document, Fetched) for document in documents)
    assert server.most == 1


async def test_a_host_is_asked_four_things_at_once_at_most() -> None:
    async def slow(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.02)
        writer.write(ok())

    async with serving({"/": slow}) as server, Client(typed=[server.url()], env={}) as client:
        await asyncio.gather(*(client.fetch(server.url()) for _ in range(20)))
    assert server.most == 4


async def test_cancelled_fetches_leave_room_for_others() -> None:
    async with (
        serving({"/": hang, "/ok": ok()}) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        tasks = [asyncio.create_task(client.fetch(server.url())) for _ in range(40)]
        await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert isinstance(await client.fetch(server.url("/ok")), Fetched)


async def follow(answers: dict[str, Say], start: str = "/") -> tuple[Fetched, Server]:
    async with serving(answers) as server, Client(typed=[server.url()], env={}) as client:
        outcome = await client.fetch(server.url(start))
    assert isinstance(outcome, Fetched)
    return outcome, server


@pytest.mark.parametrize("status", [301, 308])
async def test_a_document_that_has_moved_for_good_says_where(status: int) -> None:
    document, server = await follow({"/": redirect("/new", status), "/new": ok()})
    assert document.url == document.moved == server.url("/new")


@pytest.mark.parametrize("status", [302, 303, 307])
async def test_a_passing_redirect_is_followed_and_forgotten(status: int) -> None:
    answers: dict[str, Say] = {
        "/": redirect("/a", 301),
        "/a": redirect("/b", status),
        "/b": redirect("/c", 301),
        "/c": ok(),
    }
    document, server = await follow(answers)
    assert document.url == server.url("/c")
    assert document.moved == ""


async def test_five_redirects_are_followed_and_no_sixth() -> None:
    answers: dict[str, Say] = {f"/{n}": redirect(f"/{n - 1}") for n in range(1, 10)}
    answers["/0"] = ok()
    await follow(answers, "/5")
    with pytest.raises(FetchError, match="more than 5"):
        await follow(answers, "/6")


@pytest.mark.parametrize(
    "to",
    ["file:///etc/passwd", "ftp://x/", "javascript:alert(1)", "data:,x", "http://[::1", "", " ",
     "http://x:99999/", "//"],
)  # fmt: skip
async def test_a_redirect_leads_only_to_http_and_https(to: str) -> None:
    with pytest.raises(FetchError) as caught:
        await follow({"/": redirect(to)})
    assert caught.value.kind == "redirect"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.2", "127.2", "0x7f000002", "2130706434", "017700000002", "[::1]", "localhost",
     "[::ffff:127.0.0.2]", "0.0.0.0", "10.0.0.1", "169.254.169.254", "[fd00::1]", "localhost."],
)  # fmt: skip
@pytest.mark.parametrize("proxied", [False, True])
async def test_a_redirect_to_a_private_address_is_refused(host: str, *, proxied: bool) -> None:
    async with serving(lambda _: redirect(f"http://{host}/secret")) as server:
        env = {"http_proxy": server.url()} if proxied else {}
        async with Client(typed=[server.url()], env=env) as client:
            with pytest.raises(Refused, match="not a public address") as caught:
                await client.fetch(server.url())
    assert caught.value.kind == "private"
    assert len(server.asked) == 1


async def test_another_port_of_a_typed_host_is_refused() -> None:
    async with (
        serving({"/": ok()}) as other,
        serving({"/": redirect(other.url())}) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        with pytest.raises(Refused):
            await client.fetch(server.url())
    assert other.asked == []


async def test_a_password_is_told_to_its_own_origin_only() -> None:
    async with serving({"/": ok()}) as other:
        answers: dict[str, Say] = {"/": redirect("/b"), "/b": redirect(other.url())}
        async with serving(answers) as server:
            url = server.url().replace("//", "//reader:s%65cret@")
            async with Client(typed=[url, other.url()], env={}) as client:
                document = await client.fetch(url)
    assert server.header("authorization", 0) == server.header("authorization", 1)
    assert server.header("authorization") == "Basic cmVhZGVyOnNlY3JldA=="
    assert other.header("authorization") == ""
    assert "reader" not in document.url


async def test_a_moved_feed_keeps_its_password() -> None:
    async with serving({"/": redirect("/b", 301), "/b": ok()}) as server:
        url = server.url().replace("//", "//u:p@")
        async with Client(typed=[url], env={}) as client:
            document = await client.fetch(url)
    assert document.moved == server.url("/b").replace("//", "//u:p@")
    assert document.url == server.url("/b")
