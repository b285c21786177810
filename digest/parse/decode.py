"""Bytes → text: which encoding a feed is really in, whatever it says."""

import codecs
import re
from typing import Final

from digest.charset import codec

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BARE: Final = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
"""UTF-16 without a mark, as appendix F of XML 1.0 tells it."""

_OF_LANGUAGE: Final = (
    ({"ru", "uk", "bg", "sr", "mk", "be"}, "cp1251"),
    ({"pl", "cs", "sk", "hu", "hr", "sl", "ro"}, "cp1250"),
    ({"zh"}, "gb18030"),
    ({"ja"}, "cp932"),
    ({"ko"}, "cp949"),
    ({"el"}, "cp1253"),
    ({"tr"}, "cp1254"),
    ({"he"}, "cp1255"),
    ({"ar", "fa"}, "cp1256"),
)
"""What browsers assume of a page in the language, where nothing is declared."""

_WESTERN: Final = "cp1252"
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_LANGUAGE = re.compile(rb"<(?:\w+:)?language>\s*([a-z]{2})|xml:lang=[\"']([a-z]{2})", re.IGNORECASE)


def decode(body: bytes, content_type: str = "") -> str:
    """`body` as text, without a byte order mark.

    A mark is believed first. Then UTF-8, if the bytes are that: other text hardly ever is by
    chance, and it is declared as Latin-1 or not at all in one feed of forty. Then the names
    that HTTP and the XML declaration give, if the bytes fit; Latin-1 fits everything, so a
    claim of it comes last. Broken UTF-8 is still UTF-8 and keeps U+FFFD where it is broken.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for start, name in _BARE:
        if body.startswith(start):
            return body.decode(name, "replace")
    declared = [*_CHARSET.findall(content_type)[:1], *_declared(body[:1000])]
    for name in _in_order(declared, body):
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    return _at_worst(body)


def _declared(head: bytes) -> list[str]:
    return [name.decode("ascii", "replace") for name in _DECLARED.findall(head)[:1]]


def _in_order(declared: list[str], body: bytes) -> list[str]:
    """The encodings to try, the likeliest first."""
    names = [name for claim in declared if (name := codec(claim))]
    told = [name for name in names if name != _WESTERN]
    escaped = [name for name in told if name.startswith(("iso2022", "hz"))]  # is ASCII too
    guess = [] if told else _of_language(body)
    return [*escaped, "utf-8", *told, *guess]


def _of_language(body: bytes) -> list[str]:
    told = _LANGUAGE.search(body[:20_000])
    language = (told[1] or told[2]).decode("ascii").lower() if told else ""
    return [name for languages, name in _OF_LANGUAGE if language in languages]


def _at_worst(body: bytes) -> str:
    """UTF-8 if more of it is whole than broken, else Western."""
    text = body.decode("utf-8", "replace")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return text if foreign > 2 * broken else body.decode(_WESTERN, "replace")
