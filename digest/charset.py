"""What a declared character encoding means: one table for feeds and pages."""

import codecs
from typing import Final

_WIDER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What is meant by narrower names: https://encoding.spec.whatwg.org/#names-and-labels."""

_REFUSED: Final = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape"})


def codec(claim: str) -> str:
    """Python's name for an encoding of text; empty if there is none that can be trusted."""
    try:
        found = codecs.lookup(claim)
        b"".decode(claim)  # LookupError for rot13 and its like, which turn no bytes into text
    except (LookupError, ValueError):
        return ""
    return "" if found.name in _REFUSED else _WIDER.get(found.name, found.name)
