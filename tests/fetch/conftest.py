"""A small web on loopback, for tests of what comes down the wire."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import pytest

from digest.fetch import Limits, Want

Say: TypeAlias = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


SMALL = {
    Want.FEED: Limits(most=2**20, seconds=20, accept="*/*"),
    Want.PAGE: Limits(most=2**10, seconds=20, accept="*/*", unwanted=("image/",)),
}
SHORT = {Want.FEED: Limits(most=2**20, seconds=0.4, accept="*/*")}


@dataclass
class Server:
    """What was asked of it, and the most that were asking at once."""

    port: int = 0
    scheme: str = "http"
    asked: list[str] = field(default_factory=list)
    connections: int = 0
    now: int = 0
    most: int = 0

    def url(self, path: str = "/") -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}{path}"

    def header(self, name: str, request: int = -1) -> str:
        lines = self.asked[request].split("\r\n")[1:]
        values = dict(line.split(": ", 1) for line in lines if line)
        return {key.lower(): value for key, value in values.items()}.get(name, "")


@asynccontextmanager
async def serving(
    answers: Mapping[str, Say] | Callable[[str], Say], *, pem: Path | None = None, each: int = 1
) -> AsyncIterator[Server]:
    """Serve bytes as they are, or what a function writes, by path.

    A connection is hung up after `each` questions.
    """
    server = Server(scheme="https" if pem else "http")

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server.connections += 1
        try:
            for _ in range(each):
                await answer(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        server.asked.append(head)
        server.now += 1
        server.most = max(server.most, server.now)
        try:
            target = head.split(" ")[1]
            say = answers(target) if callable(answers) else answers[target]
            if isinstance(say, bytes):
                writer.write(say)
                await writer.drain()
            else:
                await say(writer)
        finally:
            server.now -= 1

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) if pem else None
    if context and pem:
        context.load_cert_chain(pem)
    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as listening:
        server.port = listening.sockets[0].getsockname()[1]
        yield server


def ok(body: bytes = b"<rss/>", *headers: str) -> bytes:
    """A whole answer."""
    lines = ["HTTP/1.1 200 OK", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def redirect(to: str, status: int = 302) -> bytes:
    return f"HTTP/1.1 {status} There\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()


def names(**hosts: list[str]) -> Callable[[str, int], Awaitable[list[str]]]:
    async def resolve(host: str, _: int) -> list[str]:
        if host not in hosts:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return hosts[host]

    return resolve


@pytest.fixture
def pem() -> Path:
    """A key and a certificate for localhost that nobody trusts."""
    return Path(__file__).with_name("localhost.pem")
