"""Subscriptions in and out: as OPML, and in from the lists that other readers keep.

`outlines` knows OPML 2.0 (http://opml.org/spec2.opml), `lines` newsboat's `urls` and plain
lists of addresses.
"""

from typing import Final

from digest.errors import OpmlError
from digest.opml.lines import read_lines
from digest.opml.outlines import read_opml, write_opml
from digest.opml.subscriptions import Subscriptions

__all__ = ["Subscriptions", "read_subscriptions", "write_opml"]

MAX_BYTES: Final = 16 << 20


def read_subscriptions(document: bytes, *, name: str = "the list") -> Subscriptions:
    """The feeds of a list in any of these forms; what looks like XML is OPML.

    Raises:
        OpmlError: It is none of them, broken or too large; `name` and the line say where.
    """
    if len(document) > MAX_BYTES:
        raise OpmlError(f"{name}: larger than {MAX_BYTES >> 20} MB.")
    looks_like_xml = document.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        (b"<", b"\xff\xfe", b"\xfe\xff")
    )
    return read_opml(document, name=name) if looks_like_xml else read_lines(document, name=name)
