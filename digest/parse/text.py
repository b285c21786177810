"""Markup → plain text: its paragraphs apart by a blank line.

Nothing here builds a tree, so depth costs nothing: 50,000 nested elements are read as fast as
50,000 in a row. Every pattern runs in linear time, whatever quotes and brackets it meets.
"""

import html
import re
from functools import lru_cache
from typing import Final

from digest.clean import Clean, clean, clean_text

LONGEST_TEXT: Final = 500_000
"""Characters of markup that are read of one text; news has never needed a tenth of it."""

LONGEST_LINE: Final = 2_000
"""Characters of a title, a name, a category."""

_BLOCKS: Final = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section "
    "summary table tbody tfoot thead tr ul"
)
_BREAKS: Final = "br td th"
_INLINE: Final = (
    "a abbr audio b bdi big button cite code del dfn em embed font i iframe img input ins kbd "
    "label mark object picture q s samp script small source span strike strong style sub sup svg "
    "time tt u var video"
)
_PARTING: Final = dict.fromkeys(_BLOCKS.split(), "\n\n") | dict.fromkeys(_BREAKS.split(), "\n")
_KNOWN: Final = _PARTING | dict.fromkeys(_INLINE.split(), "")
"""Tags by what parts the text before one from the text after it."""

_UNSHOWN: Final = frozenset({"script", "style", "template", "iframe", "svg"})


class _Gaps(dict[str, str]):
    """The same for a tag as it is written: in capitals, with a prefix, or unknown."""

    def __missing__(self, name: str) -> str:
        return _KNOWN.get(name.rpartition(":")[2].lower(), "")


_GAPS: Final = _Gaps(_KNOWN)

_TAG = re.compile(
    r"</?([a-zA-Z][\w:]*+)"
    r"""(?:>|[^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+>"""  # a bracket in quotes ends no tag
    r"|[^<>]*+>)"  # but where the quotes do not close, it does
    r"|<[!?][^<>]*+>|<[a-zA-Z][^<>=]*=[^<>]*\Z"  # and some texts are cut off in a tag
    r"""|<[a-zA-Z]\w*+(?:\s++[\w:-]++=(?:"[^"<>]*+"|'[^'<>]*+'))++"""  # or its end is forgotten
)
_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>"
    r"|<(script|style|template|iframe|svg)\b[^<>]*+(?<!/)>(?:.*?</\1\b[^<>]*+>|.*\Z)",
    re.IGNORECASE | re.DOTALL,
)
_BLANKS = re.compile(r"\n\s*\n")  # most blocks end where others do
_GAP = re.compile(rf"</?(?:\w++:)?(?:{'|'.join(_PARTING)})\b", re.IGNORECASE)
_ANY = re.compile(rf"</?(?:{'|'.join(_KNOWN)})\b", re.IGNORECASE)
_CLOSED = re.compile(rf"</(?:{'|'.join(_KNOWN)})\s*+>|<(?:br|hr|img)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def unescape(text: str) -> str:
    """`text` with its character references read, once. A bare & stays what it is."""
    return _ENTITY.sub(lambda found: _character(found[0]), text) if "&" in text else text


@lru_cache(maxsize=1024)
def _character(reference: str) -> str:
    return html.unescape(reference)


def is_markup(text: str) -> bool:
    """Whether `text` is HTML: has a closing tag, or an element that needs none.

    So the words of "Why <b> and <script> are different" stay as they are.
    """
    return "<" in text and _CLOSED.search(text) is not None


def has_tags(text: str) -> bool:
    """Whether `text` holds a tag of HTML, closed or not."""
    return "<" in text and _ANY.search(text) is not None


def remade(text: str) -> str:
    """`text`, put right if it is UTF-8 that was taken for Latin-1 and encoded once more."""
    if text.isascii():
        return text
    for name in ("latin-1", "cp1252") if "â€" in text or "Ã" in text else ("latin-1",):
        try:
            return text.encode(name).decode("utf-8")
        except UnicodeError:
            continue
    return text


def from_markup(markup: str) -> Clean:
    """The readable text of HTML."""
    return clean_text(_flat(remade(markup[:LONGEST_TEXT])))


def from_plain(text: str) -> Clean:
    """Text that is no HTML, though character references get into it all the same."""
    return clean_text(unescape(remade(text[:LONGEST_TEXT])))


def line_from_markup(markup: str) -> Clean:
    """A title in HTML, on one line."""
    return _short(_flat(remade(markup[:LONGEST_TEXT])))


def line(text: str) -> Clean:
    """A title, a name, a category: one line."""
    return _short(unescape(remade(text[:LONGEST_TEXT])))


def _short(text: str) -> Clean:
    """One line, cut where it grows beyond all measure."""
    whole = clean(text)
    return whole if len(whole) <= LONGEST_LINE else clean(whole[: LONGEST_LINE - 1] + "…")


def _flat(markup: str) -> str:
    """`markup` with line ends where its blocks end, and no tags."""
    if "<" not in markup:
        return unescape(markup)
    text = markup if _GAP.search(markup) is None else markup.replace("\r", " ").replace("\n", " ")
    parts = _TAG.split(text)  # text and, between, the names of tags
    names = set(parts[1::2])
    if "<!" in text or any(name.lower() in _UNSHOWN for name in names if name):
        parts = _TAG.split(_UNREAD.sub("", text))
    parts[1::2] = [_GAPS[name] if name else "" for name in parts[1::2]]
    return unescape(_BLANKS.sub("\n\n", "".join(parts)))
