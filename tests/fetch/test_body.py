"""Bodies: packed, cut, endless."""

import gzip
import zlib
from collections.abc import AsyncIterator, Iterable

import pytest

from digest.errors import FetchError
from digest.fetch.body import PIECE, read_body

pytestmark = pytest.mark.anyio

TEXT = b"<rss>" + bytes(range(256)) * 40 + b"</rss>"
MB = 2**20


async def stream(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


def cut(data: bytes, size: int) -> Iterable[bytes]:
    return (data[i : i + size] for i in range(0, len(data), size))


async def trouble(*chunks: bytes, encoding: str = "gzip", most: int = MB) -> str:
    with pytest.raises(FetchError) as caught:
        await read_body(stream(*chunks), encoding, most)
    return caught.value.kind


async def test_a_plain_body_is_read() -> None:
    assert await read_body(stream(*cut(TEXT, 100)), "", MB) == TEXT
    assert await read_body(stream(), "identity", MB) == b""


@pytest.mark.parametrize("size", [1, 7, 1000, 10**6])
@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", " GZIP "])
async def test_gzip_is_unpacked_however_it_arrives(size: int, encoding: str) -> None:
    assert await read_body(stream(*cut(gzip.compress(TEXT), size)), encoding, MB) == TEXT


async def test_gzip_that_nobody_declared_is_unpacked() -> None:
    assert await read_body(stream(gzip.compress(TEXT)), "", MB) == TEXT


async def test_gzip_in_two_members_is_read_whole() -> None:
    assert await read_body(stream(gzip.compress(b"a") + gzip.compress(b"b")), "gzip", MB) == b"ab"


async def test_padding_behind_gzip_is_no_text() -> None:
    assert await read_body(stream(gzip.compress(b"a") + b"\0" * 9), "gzip", MB) == b"a"


async def test_gzip_in_a_thousand_members_is_refused() -> None:
    assert await trouble(gzip.compress(b"") * 1000) == "encoding"


@pytest.mark.parametrize("keep", [1, 5, 30, -8, -1])
async def test_gzip_cut_off_is_an_error_and_no_short_text(keep: int) -> None:
    assert await trouble(gzip.compress(TEXT)[:keep]) == "cut off"


async def test_an_empty_gzip_body_is_empty() -> None:
    assert await read_body(stream(), "gzip", MB) == b""


async def test_gzip_with_a_wrong_checksum_is_an_error() -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[-6] ^= 1
    assert await trouble(bytes(packed)) == "encoding"
    assert await trouble(b"no gzip") == "encoding"


@pytest.mark.parametrize(
    "name", ["br", "zstd", "deflate", "gzip, gzip", "x-rot13, gzip", "\x1b[2J"]
)
async def test_what_was_not_asked_for_is_not_unpacked(name: str) -> None:
    assert await trouble(b"x", encoding=name) == "encoding"


async def test_a_gzip_bomb_is_never_unpacked_beyond_its_bound() -> None:
    bomb = gzip.compress(b" " * 60 * MB)
    assert await trouble(bomb, most=4 * MB) == "too large"


async def test_an_endless_body_is_left() -> None:
    arrived = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal arrived
        while True:
            arrived += 1
            yield b"x" * 65536

    with pytest.raises(FetchError, match="larger than 2 MB"):
        await read_body(endless(), "", 2 * MB)
    assert arrived == 2 * MB // 65536 + 1


async def test_gzip_that_unpacks_to_nothing_for_ever_is_left() -> None:
    squeeze = zlib.compressobj(wbits=31)
    start = squeeze.compress(b"") + squeeze.flush(zlib.Z_FULL_FLUSH)
    idle = squeeze.flush(zlib.Z_FULL_FLUSH) or b"\0\0\0\xff\xff"
    assert await trouble(start, *[idle * 10_000] * 30) == "too large"


async def test_a_body_at_its_bound_is_whole() -> None:
    assert await read_body(stream(b"x" * PIECE), "", PIECE) == b"x" * PIECE
    packed = gzip.compress(b"x" * 3 * PIECE)
    assert len(await read_body(stream(packed), "gzip", 3 * PIECE)) == 3 * PIECE
