"""Looking names up, with the system's answers made up."""

import asyncio
import socket
import threading
import time

import pytest

from digest.fetch import names
from digest.fetch.names import look_up

pytestmark = pytest.mark.anyio


def system(monkeypatch: pytest.MonkeyPatch, answer: list[str] | Exception) -> None:
    def getaddrinfo(host: str, port: int, **_: object) -> list[object]:
        if isinstance(answer, Exception):
            raise answer
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in answer]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


async def test_every_address_is_told_once_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    system(monkeypatch, ["192.0.2.2", "192.0.2.1", "192.0.2.2"])
    assert await look_up("news.example", 80) == ["192.0.2.2", "192.0.2.1"]


@pytest.mark.parametrize(
    ("answer", "routed", "errno"),
    [
        (socket.gaierror(socket.EAI_NONAME, "?"), True, socket.EAI_NONAME),
        (socket.gaierror(socket.EAI_NONAME, "?"), False, socket.EAI_AGAIN),
        (socket.gaierror(socket.EAI_AGAIN, "?"), True, socket.EAI_AGAIN),
        (UnicodeError("label empty or too long"), True, socket.EAI_NONAME),
    ],
)
async def test_no_such_name_means_offline_where_there_is_no_way_out(
    answer: Exception, errno: int, monkeypatch: pytest.MonkeyPatch, *, routed: bool
) -> None:
    system(monkeypatch, answer)
    monkeypatch.setattr(names, "_routed", lambda: routed)
    with pytest.raises(OSError) as caught:  # noqa: PT011 - its number is looked at
        await look_up("news.example", 80)
    assert caught.value.errno == errno


async def test_a_dead_name_server_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(10) and [])
    began = time.monotonic()
    waiting = [asyncio.create_task(look_up("news.example", 80)) for _ in range(50)]
    await asyncio.sleep(0.05)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    release.set()
    assert time.monotonic() - began < 2
