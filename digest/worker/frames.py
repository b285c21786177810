"""How requests and answers travel: two lengths (unsigned 32 bit, big endian), JSON, raw bytes."""

import struct
from typing import BinaryIO, Final

HEADER: Final = struct.Struct("!II")


def read_frame(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """The JSON and the raw bytes of the next frame; None at the end."""
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    head, body = HEADER.unpack(header)
    return stream.read(head), stream.read(body)


def write_frame(stream: BinaryIO, head: bytes) -> None:
    """Write a frame of JSON alone, and send it off."""
    stream.write(HEADER.pack(len(head), 0) + head)
    stream.flush()
