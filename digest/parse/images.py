"""The first picture of a piece of markup."""

import html
import re

from digest.news import Link
from digest.parse.parsed import absolute
from digest.parse.text import LONGEST_TEXT, line

_IMG = re.compile(r"<img\b[^<>]*+>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\s(src|alt|width|height)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE
)


def first_image(markup: str, base: str) -> tuple[Link, ...]:
    """The first image that is there to be seen, as a tuple of one; relative links join `base`."""
    for tag in _IMG.finditer(markup, 0, LONGEST_TEXT):
        told = {
            name.lower(): html.unescape("".join(value))
            for name, *value in _ATTRIBUTE.findall(tag[0])
        }
        url = absolute(told.get("src", ""), base)
        if url and not {told.get("width"), told.get("height")} & {"0", "1"}:
            return (Link(url=url, text=line(told.get("alt", ""))),)
    return ()
