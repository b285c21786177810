"""Subscriptions in and out: as OPML, and in from the lists that other readers keep.

`outlines` knows OPML 2.0 (http://opml.org/spec2.opml), `lines` newsboat's `urls` and plain
lists of addresses.
"""

from digest.opml.lines import read_lines
from digest.opml.outlines import read_opml, write_opml
from digest.opml.subscriptions import MAX_BYTES, Subscriptions, checked

__all__ = ["MAX_BYTES", "Subscriptions", "read_opml", "read_subscriptions", "write_opml"]


def read_subscriptions(document: bytes, *, name: str = "the list") -> Subscriptions:
    """The feeds of a list in any of these forms; what looks like XML is OPML.

    Raises:
        OpmlError: It is none of them, or is broken; `name` and the line say where.
    """
    document = checked(document, name)
    looks_like_xml = document.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        (b"<", b"\xff\xfe", b"\xfe\xff")
    )
    return read_opml(document, name=name) if looks_like_xml else read_lines(document, name=name)
