"""Who is connected to, and what it means when nobody is."""

import asyncio
import errno
import socket

import pytest

from digest.errors import FetchError, Refused
from digest.fetch import Client, Fetched
from tests.fetch.conftest import names, ok, serving

pytestmark = pytest.mark.anyio


PUBLIC = "93.184.216.34"


async def test_a_name_that_leads_to_a_private_address_is_refused() -> None:
    for answer in (["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::ffff:7f00:1"], ["fe80::1%lo"]):
        async with Client(env={}, resolve=names(**{"news.example": answer})) as client:
            with pytest.raises(Refused, match=r"news\.example is not a public address"):
                await client.fetch("http://news.example/")


async def test_what_the_reader_typed_may_be_private() -> None:
    async with serving({"/": ok()}) as server:
        url = f"http://nas.home:{server.port}/"
        async with Client(typed=[url], env={}, resolve=names(**{"nas.home": ["127.0.0.1"]})) as c:
            assert isinstance(await c.fetch(url), Fetched)
        async with Client(env={}, resolve=names(**{"nas.home": ["127.0.0.1"]})) as client:
            with pytest.raises(Refused):
                await client.fetch(url)


async def test_the_address_that_was_judged_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    connected: list[str] = []

    async def first_public_then_private(host: str, _: int) -> list[str]:
        asked.append(host)
        return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

    async def connect(host: str, port: int) -> None:
        connected.append(host)
        raise ConnectionRefusedError

    monkeypatch.setattr(asyncio, "open_connection", connect)
    async with Client(env={}, resolve=first_public_then_private) as client:
        with pytest.raises(FetchError, match="refused"):
            await client.fetch("http://news.example/")
        with pytest.raises(Refused):
            await client.fetch("http://news.example/")
    assert (asked, connected) == (["news.example"] * 2, [PUBLIC])


async def test_the_next_address_is_tried_when_one_does_not_answer() -> None:
    async with serving({"/": ok()}) as server:
        url = f"http://nas.home:{server.port}/"
        resolve = names(**{"nas.home": ["::1", "127.0.0.1"]})
        async with Client(typed=[url], env={}, resolve=resolve) as client:
            assert isinstance(await client.fetch(url), Fetched)


async def test_an_unknown_name_is_not_found() -> None:
    async with Client(env={}, resolve=names()) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch("http://news.example/")
    assert (caught.value.kind, caught.value.offline) == ("not found", False)


async def test_a_name_that_nobody_can_look_up_means_offline() -> None:
    async def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    async with Client(env={}, resolve=resolve) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch("http://news.example/")
    assert (caught.value.kind, caught.value.offline) == ("offline", True)


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [
        ([errno.ENETUNREACH], "offline"),
        ([errno.ENETUNREACH, errno.ENETDOWN], "offline"),
        ([errno.ECONNREFUSED, errno.ENETUNREACH], "refused"),
        ([errno.ENETUNREACH, errno.ECONNREFUSED], "refused"),
        ([errno.EHOSTUNREACH, errno.ENETUNREACH], "unreachable"),
        ([errno.ETIMEDOUT], "timeout"),
        ([], "not found"),
    ],
)
async def test_offline_is_when_no_address_has_a_way_to_it(
    numbers: list[int], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [OSError(number, "no") for number in numbers]

    async def connect(host: str, port: int) -> None:
        raise failures.pop(0)

    monkeypatch.setattr(asyncio, "open_connection", connect)
    resolve = names(**{"news.example": [PUBLIC] * len(numbers)})
    async with Client(env={}, resolve=resolve) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch("http://news.example/")
    assert (caught.value.kind, caught.value.offline) == (kind, kind == "offline")


async def test_a_refused_connection_is_no_sign_of_being_offline() -> None:
    async with serving({}) as server:
        pass
    async with Client(typed=[server.url()], env={}) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch(server.url())
    assert (caught.value.kind, caught.value.offline) == ("refused", False)
