"""Proxies and TLS."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from digest.errors import FetchError
from digest.fetch import Client, Fetched
from tests.fetch.conftest import names, ok, serving

pytestmark = pytest.mark.anyio


async def test_a_proxy_is_asked_and_names_are_not_looked_up_here() -> None:
    async with serving(lambda _: ok()) as proxy:
        env = {"HTTP_PROXY": proxy.url().replace("//", "//u:p@")}
        async with Client(env=env, resolve=names()) as client:
            assert isinstance(await client.fetch("http://news.example/feed"), Fetched)
    assert proxy.asked[0].startswith("GET http://news.example/feed HTTP/1.1")
    assert proxy.header("proxy-authorization") == "Basic dTpw"
    assert proxy.header("host") == "news.example"


async def test_a_proxy_that_cannot_be_reached_means_offline() -> None:
    async with serving({}) as proxy:
        pass
    async with Client(env={"ALL_PROXY": proxy.url()}) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch("http://news.example/")
    assert (caught.value.kind, caught.value.offline) == ("proxy", True)


async def test_a_proxy_that_refuses_a_tunnel_is_quoted() -> None:
    async with (
        serving(lambda _: b"HTTP/1.1 403 No\x1b[2J way\r\n\r\n") as proxy,
        Client(env={"https_proxy": proxy.url()}) as client,
    ):
        with pytest.raises(FetchError) as caught:
            await client.fetch("https://news.example/")
    assert str(caught.value) == "the proxy says no: 403 No way"
    assert proxy.asked[0].startswith("CONNECT news.example:443 ")


async def test_tls_goes_through_a_tunnel(pem: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    asked = []
    over = asyncio.Event()

    async def pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()

    async with serving({"/": ok(b"x" * 100_000)}, pem=pem) as server:

        async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            asked.append((await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")[0])
            there = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
            with suppress(OSError):
                await asyncio.gather(pipe(reader, there[1]), pipe(there[0], writer))
            for end in (writer, there[1]):
                end.close()
                with suppress(OSError):
                    await end.wait_closed()
            over.set()

        async with await asyncio.start_server(tunnel, "127.0.0.1", 0) as proxy:
            env = {"https_proxy": f"127.0.0.1:{proxy.sockets[0].getsockname()[1]}"}
            url = f"https://localhost:{server.port}/"
            async with Client(typed=[url], env=env, resolve=names()) as client:
                document = await client.fetch(url)
            await over.wait()
    assert isinstance(document, Fetched)
    assert len(document.body) == 100_000
    assert asked == [f"CONNECT localhost:{server.port} HTTP/1.1".encode()]


async def test_a_certificate_that_nobody_vouches_for_is_refused(pem: Path) -> None:
    async with (
        serving({"/": ok()}, pem=pem) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        with pytest.raises(FetchError, match="self-signed certificate") as caught:
            await client.fetch(server.url())
    assert caught.value.kind == "TLS"
    assert server.asked == []


async def test_a_trusted_certificate_is_good_for_its_own_host_only(
    pem: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    async with serving({"/": ok(b"x" * 300_000)}, pem=pem) as server:
        other = server.url().replace("127.0.0.1", "127.0.0.2.example")
        resolve = names(**{"127.0.0.2.example": ["127.0.0.1"]})
        async with Client(typed=[server.url(), other], env={}, resolve=resolve) as client:
            document = await client.fetch(server.url())
            assert isinstance(document, Fetched)
            assert len(document.body) == 300_000
            with pytest.raises(FetchError, match="ostname mismatch"):
                await client.fetch(other)


async def test_a_server_without_tls_is_named() -> None:
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail ESMTP\r\n")
        writer.close()

    async with await asyncio.start_server(say, "127.0.0.1", 0) as plain:
        url = f"https://127.0.0.1:{plain.sockets[0].getsockname()[1]}/"
        async with Client(typed=[url], env={}) as client:
            with pytest.raises(FetchError, match="no TLS is spoken there"):
                await client.fetch(url)
