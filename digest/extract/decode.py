"""Which letters the bytes of a page stand for."""

import codecs
import re
from typing import Final

from digest.charset import codec

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,30})""",
    re.IGNORECASE,
)
_CHARSET: Final = re.compile(r"""charset\s{0,9}=\s{0,9}["']?([\w.:-]{2,30})""", re.IGNORECASE)

_CONTROL: Final = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")


def decode(page: bytes, content_type: str = "") -> str:
    """The text of a page: by its byte order mark, HTTP, its own word, UTF-8, Windows-1252."""
    for mark, name in _MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(name, "replace")
    declared = _codecs(page, content_type)
    for name in _likely(declared):
        try:
            return page.decode(name)
        except UnicodeDecodeError:
            continue
    return page.decode(declared[0] if declared else "cp1252", "replace")


def is_binary(text: str) -> bool:
    """Whether a "page" is a picture or a program: one of its first characters in fifty is none."""
    start = text[:4096]
    return len(_CONTROL.findall(start)) > len(start) / 50


def _codecs(page: bytes, content_type: str) -> list[str]:
    """What HTTP and the page's first 4096 bytes declare, as Python's names."""
    own = [match.decode("ascii") for match in _DECLARED.findall(page[:4096])]
    names = (codec(name) for name in [*_CHARSET.findall(content_type), *own])
    return [name for name in names if name]


def _likely(declared: list[str]) -> list[str]:
    """Codecs to try. Text that is UTF-8 throughout is hardly ever anything else."""
    escapes = [name for name in declared if name.startswith("iso2022")]
    return [*escapes, "utf-8", *declared]
