"""The bytes of an answer, unpacked within bounds."""

import asyncio
import zlib
from collections.abc import AsyncIterable, Iterator
from typing import Final

from digest.errors import FetchError
from digest.fetch.room import LARGE, Place, no_place

PIECE: Final = 2**20
"""Bytes unpacked in one go: about 2 ms in which nothing else runs."""

_GZIP: Final = b"\x1f\x8b"
_MEMBERS: Final = 64
"""Streams in one body: more are made to keep us busy."""


async def read_body(
    stream: AsyncIterable[bytes], encoding: str, most: int, place: Place = no_place
) -> bytes:
    """All of `stream`, unpacked. A body that grows large waits for its `place`.

    Gzip that nobody declared is unpacked too: some servers send a packed file as it lies.

    Raises:
        FetchError: It is packed in another way, cut off, or more than `most` bytes.
    """
    packed = _packed(encoding)
    body = bytearray()
    unpack: _Gunzip | None = None
    arrived, large = 0, False
    async for chunk in stream:
        if not arrived and (packed or chunk.startswith(_GZIP)):
            unpack = _Gunzip()
        arrived += len(chunk)
        for piece in unpack.pieces(chunk) if unpack else (chunk,):
            body += piece
            if max(len(body), arrived) > most:
                raise too_large(most)
            if not large and len(body) > LARGE:
                large = True
                await place()
            if unpack:
                await asyncio.sleep(0)
    if unpack and not unpack.whole:
        raise FetchError("the answer was cut off", kind="cut off")
    return bytes(body)


def too_large(most: int) -> FetchError:
    """The error that says so."""
    return FetchError(f"larger than {most // 2**20} MB", kind="too large")


def _packed(encoding: str) -> bool:
    """Is it gzip? Nothing else was asked for, and nothing else can be bounded as well."""
    name = encoding.strip().lower()
    if name not in {"", "identity", "gzip", "x-gzip"}:
        raise FetchError("packed in a way that was not asked for", kind="encoding")
    return name.endswith("gzip")


class _Gunzip:
    """Gzip, a piece at a time."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(wbits=31)
        self._members = 1

    @property
    def whole(self) -> bool:
        """Whether the end has been seen, with its checksum."""
        return self._stream.eof

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What `data` unpacks to, at most PIECE bytes at a time."""
        try:
            while data:
                if self._stream.eof and not self._next(data):
                    return
                yield self._stream.decompress(data, PIECE)
                data = self._stream.unconsumed_tail or self._stream.unused_data
        except zlib.error as error:
            raise FetchError("packed wrongly: it cannot be unpacked", kind="encoding") from error

    def _next(self, data: bytes) -> bool:
        """Begin the stream that follows, if one does; what else trails is no part of it."""
        if not data.startswith(_GZIP):
            return False
        if self._members == _MEMBERS:
            raise FetchError("packed in too many parts", kind="encoding")
        self._stream = zlib.decompressobj(wbits=31)
        self._members += 1
        return True
