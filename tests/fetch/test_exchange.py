"""What servers answer, and what it means."""

import asyncio
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import FetchError
from digest.fetch import Client, Fetched, Unchanged, Validators, Want
from tests.fetch.conftest import SMALL, Say, ok, serving

pytestmark = pytest.mark.anyio


async def brought(answer: Say, *, known: Validators | None = None) -> Fetched | Unchanged:
    async with serving({"/": answer}) as server, Client(typed=[server.url()], env={}) as client:
        return await client.fetch(server.url(), known=known)


async def missed(answer: Say, want: Want = Want.FEED) -> FetchError:
    async with (
        serving({"/": answer}) as server,
        Client(typed=[server.url()], env={}, limits=SMALL) as client,
    ):
        with pytest.raises(FetchError) as caught:
            await client.fetch(server.url(), want=want)
    message = str(caught.value)
    assert message
    assert message.isprintable()
    return caught.value


async def test_a_document_is_brought_with_what_its_server_says_about_it() -> None:
    document = await brought(
        ok(b"<rss/>", "Content-Type: text/xml; charset=x", 'ETag: "1"', "Cache-Control: max-age=60")
    )
    assert isinstance(document, Fetched)
    assert document.body == b"<rss/>"
    assert document.content_type == "text/xml; charset=x"
    assert document.validators == Validators(etag='"1"')
    assert document.max_age == 60
    assert document.moved == ""


async def test_a_packed_document_is_unpacked() -> None:
    packed = ok(gzip.compress(b"<rss/>"), "Content-Encoding: gzip")
    document = await brought(packed)
    assert isinstance(document, Fetched)
    assert document.body == b"<rss/>"


async def test_a_known_version_is_asked_for_as_its_server_named_it() -> None:
    known = Validators(etag='W/"\xe9\\"', modified="Sat, 31 May 2025 9:05:07 GMT")
    answers = {"/": b"HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=9\r\n\r\nGARBAGE"}
    async with serving(answers) as server, Client(typed=[server.url()], env={}) as client:
        outcome = await client.fetch(server.url(), known=known)
    assert outcome == Unchanged(url=server.url(), max_age=9)
    assert server.header("if-none-match") == known.etag
    assert server.header("if-modified-since") == known.modified


async def test_not_modified_without_a_question_is_an_error() -> None:
    assert (await missed(b"HTTP/1.1 304 Not Modified\r\n\r\n")).kind == "HTTP 304"
    with pytest.raises(FetchError, match="304"):
        await brought(b"HTTP/1.1 304 Not Modified\r\n\r\n", known=Validators())


async def test_little_is_said_about_the_reader() -> None:
    cookie = ok(b"<rss/>", "Set-Cookie: seen=1; Path=/")
    async with serving({"/": cookie}) as server, Client(typed=[server.url()], env={}) as client:
        await client.fetch(server.url())
        await client.fetch(server.url())
    said = {line.split(":")[0].lower() for line in server.asked[1].split("\r\n")[1:] if line}
    assert said == {"host", "user-agent", "accept", "accept-encoding"}
    assert server.header("user-agent").startswith("digest/")
    assert server.header("accept-encoding") == "gzip"


async def test_a_made_up_web_has_versions_too() -> None:
    def answer(url: str) -> tuple[int, str, bytes]:
        return (200, "text/html", url.encode()) if url.endswith("/a") else (404, "", b"")

    async with Client(answer=answer, env={}) as client:
        first = await client.fetch("http://news.example/a", want=Want.PAGE)
        assert isinstance(first, Fetched)
        assert first.body == b"http://news.example/a"
        again = await client.fetch("http://news.example/a", known=first.validators)
        assert isinstance(again, Unchanged)
        with pytest.raises(FetchError, match="404"):
            await client.fetch("http://news.example/b")


@pytest.mark.parametrize(
    ("status", "kind"),
    [("404 \x1b[2J", "HTTP 404"), ("204 None", "HTTP 204"), ("206 Part", "HTTP 206"),
     ("999 Go away", "HTTP 999"), ("500", "HTTP 500"), ("300 Many", "HTTP 300")],
)  # fmt: skip
async def test_any_other_status_is_an_error(status: str, kind: str) -> None:
    assert (await missed(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())).kind == kind


async def test_a_server_that_asks_us_to_wait_is_heard() -> None:
    for status in (429, 503):
        error = await missed(f"HTTP/1.1 {status} X\r\nRetry-After: 3600\r\n\r\n".encode())
        assert error.retry_after == 3600
    assert (await missed(b"HTTP/1.1 500 X\r\nRetry-After: 3600\r\n\r\n")).retry_after is None


async def test_gone_is_gone() -> None:
    assert (await missed(b"HTTP/1.1 410 Gone\r\n\r\n")).gone


async def test_a_check_for_robots_is_named() -> None:
    error = await missed(b"HTTP/1.1 403 X\r\ncf-mitigated: challenge\r\n\r\n")
    assert error.kind == "robot check"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (b"", "bad answer"),
        (b"220 mail ESMTP\r\n\x00\xff\x1b]0;x\x07\r\n", "bad answer"),
        (b"<rss version='2.0'></rss>", "bad answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n<rss/>", "bad answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n<rss/>", "bad answer"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"h" * 300_000 + b"\r\n\r\n", "bad answer"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n\r\n", "bad answer"),
        (b"HTTP/1.1 103 Early\r\n\r\n" * 50_000, "bad answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n<rss/>", "cut off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n", "cut off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n<rss>\r\n", "cut off"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999999\r\n\r\n<rss>", "too large"),
        (ok(b"x" * 2_000_000), "too large"),
        (ok(gzip.compress(b" " * 50_000_000), "Content-Encoding: gzip"), "too large"),
        (ok(gzip.compress(b"<rss/>")[:-4], "Content-Encoding: gzip"), "cut off"),
        (ok(b"x", "Content-Encoding: zstd"), "encoding"),
    ],
)
async def test_a_broken_answer_is_an_error_in_words(answer: bytes, kind: str) -> None:
    assert (await missed(answer)).kind == kind


async def and_more(writer: asyncio.StreamWriter) -> None:
    writer.write(ok(b"<rss/>"))
    await writer.drain()
    await asyncio.sleep(0.02)
    writer.write(ok(b"PWN"))


@pytest.mark.parametrize("answer", [ok(b"<rss/>") + ok(b"PWN"), and_more], ids=["at once", "late"])
async def test_what_follows_an_answer_is_no_part_of_the_next(answer: Say) -> None:
    async with (
        serving({"/": answer}, each=9) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        for _ in range(3):
            document = await client.fetch(server.url())
            assert isinstance(document, Fetched)
            assert document.body == b"<rss/>"
            await asyncio.sleep(0.05)


async def test_an_odd_charset_is_passed_on_clean() -> None:
    document = await brought(ok(b"", 'Content-Type: text/html; charset="\x1b]0;x\x07\x9b"'))
    assert isinstance(document, Fetched)
    assert document.content_type.isprintable()


async def test_a_picture_is_not_read_as_a_page() -> None:
    picture = ok(b"\xff\xd8", "Content-Type: Image/JPEG")
    assert (await missed(picture, Want.PAGE)).kind == "wrong type"
    assert isinstance(await brought(picture), Fetched)


async def test_a_page_has_a_bound_of_its_own() -> None:
    assert (await missed(ok(b"x" * 2000), Want.PAGE)).kind == "too large"


@pytest.mark.parametrize("url", ["http://xn--/", "https://xn--a/"])
async def test_a_name_that_cannot_be_read_is_no_address(url: str) -> None:
    async with Client(answer=lambda _: (200, "", b""), env={}) as client:
        with pytest.raises(FetchError):
            await client.fetch(url)


@given(
    st.sampled_from(["http://", "https://u:p@", "http://xn--", "http://a.example/", "http://["]),
    st.text() | st.text(alphabet="xn-.:/@%[]?#&=0aé\\ \t"),
)
def test_whatever_a_url_holds_there_is_an_answer_or_an_error_in_words(
    start: str, rest: str
) -> None:
    async def fetched() -> Fetched | Unchanged:
        async with Client(answer=lambda _: (200, "", b"yes"), env={}) as client:
            return await client.fetch(start + rest)

    message = "none"
    try:
        assert isinstance(asyncio.run(fetched()), Fetched)
    except FetchError as error:
        message = str(error)
    assert message.isprintable()


@given(st.binary(max_size=300), st.booleans())
def test_whatever_a_server_says_there_is_an_answer_or_an_error_in_words(
    said: bytes, sane: bool
) -> None:
    start = b"HTTP/1.1 200 OK\r\n" if sane else b"HTTP/1.1 "

    async def asked() -> str:
        async with (
            serving({"/": start + said}) as server,
            Client(typed=[server.url()], env={}, limits=SMALL) as client,
        ):
            try:
                await client.fetch(server.url())
            except FetchError as error:
                return str(error)
        return "none"

    assert asyncio.run(asked()).isprintable()
