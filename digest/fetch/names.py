"""Looks host names up without holding anything else up."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from threading import Thread
from typing import TypeAlias

Resolver: TypeAlias = Callable[[str, int], Awaitable[list[str]]]
"""(host, port) → its addresses, best first.

Raises:
    OSError: It has none, or nobody could be asked (`socket.EAI_AGAIN`).
"""

_Found: TypeAlias = list[str] | OSError


async def look_up(host: str, port: int) -> list[str]:
    """Ask the system, in a thread of its own.

    The loop's own executor has six threads on a small machine, and is waited for at the end;
    a dead name server holds each of them for ten seconds and more.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[_Found] = loop.create_future()

    def ask() -> None:
        found = _ask(host, port)
        if not loop.is_closed():
            loop.call_soon_threadsafe(_tell, answer, found)

    Thread(target=ask, daemon=True).start()
    found = await answer
    if isinstance(found, OSError):
        raise found
    return found


def _ask(host: str, port: int) -> _Found:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        lost = getattr(error, "errno", 0) == socket.EAI_NONAME and not _routed()
        return socket.gaierror(socket.EAI_AGAIN, "offline") if lost else error
    except UnicodeError:
        return socket.gaierror(socket.EAI_NONAME, "no possible name")
    return list(dict.fromkeys(str(row[4][0]) for row in rows))


def _routed() -> bool:
    """Is there a way out? Some systems say "no such name" when they are offline.

    Nothing is sent: connecting a datagram socket only looks for a route.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return False
    return True


def _tell(answer: "asyncio.Future[_Found]", found: _Found) -> None:
    if not answer.done():
        answer.set_result(found)
