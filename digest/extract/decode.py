"""Which letters the bytes of a page stand for."""

import codecs
import re
from typing import Final

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

# What browsers understand by an older name: https://encoding.spec.whatwg.org/#names-and-labels
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
_CONTROL: Final = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_NOT_LETTERS: Final = frozenset(
    {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape"}
)


def decode(page: bytes, content_type: str = "") -> str:
    """The text of a page: by its byte order mark, HTTP, its own word, UTF-8, Windows-1252."""
    for mark, codec in _MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(codec, "replace")
    declared = _codecs(page, content_type)
    for codec in _likely(declared):
        try:
            return page.decode(codec)
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
    names = (_codec(name) for name in [*_CHARSET.findall(content_type), *own])
    return [name for name in names if name]


def _codec(name: str) -> str:
    try:
        info = codecs.lookup(name)
    except LookupError:
        return ""
    known = info._is_text_encoding and info.name not in _NOT_LETTERS  # noqa: SLF001 - no public word for it
    return _WIDER.get(info.name, info.name) if known else ""


def _likely(declared: list[str]) -> list[str]:
    """Codecs to try. Text that is UTF-8 throughout is hardly ever anything else."""
    escapes = [codec for codec in declared if codec.startswith("iso2022")]
    return [*escapes, "utf-8", *declared]
