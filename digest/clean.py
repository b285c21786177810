"""The one gate: foreign text comes in here, and is safe anywhere afterwards.

"Safe" means that no terminal, mail reader or browser acts on it: no control character, no
escape sequence, no bidirectional override, no invisible tag, no lone surrogate. Printable
text passes unchanged, right-to-left scripts and emoji among it. Every function here is
idempotent, so that text can pass again on its way out.
"""

import re
from typing import Any, Final, NewType
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

Clean = NewType("Clean", str)
"""Text that has passed the gate."""

NOTHING: Final = Clean("")

MAX_URL: Final = 4096
"""Characters: longer links are refused (browsers and SQLite agree on far less)."""

_ESCAPE = re.compile(r"(?:\x1b\[|\x9b)[0-9;:?<=>!]{0,32}[ -/]{0,4}[@-~]")
_SPACE = re.compile(
    "[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029 \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
_FORBIDDEN = re.compile(
    f"({_FLAG})|["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u3164\ufeff\uffa0"  # invisible
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\u2028\u2029\u2060-\u2065\u206a-\u206f\ufff9-\ufffb"  # separators, invisible operators
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, noncharacters
    "\U0001d173-\U0001d17a"  # musical format controls
    + "".join(f"{chr(0x10000 * p + 0xFFFE)}{chr(0x10000 * p + 0xFFFF)}" for p in range(1, 17))
    + "\U000e0000-\U000e0fff"  # tags, but for the flags above, and variation selectors
    "]"
)
_STACK = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def _kept(match: re.Match[str]) -> str:
    return match[1] or ""


def _harmless(text: str) -> str:
    """`text` without what machines act on; its line ends are newlines."""
    if text.isascii() and text.isprintable():
        return text
    text = _FORBIDDEN.sub(_kept, _LINE_END.sub("\n", _ESCAPE.sub("", text)))
    return _STACK.sub(r"\1", text)


def clean(text: str) -> Clean:
    """One line of foreign text: a title, a name, a reason. White space becomes one space."""
    return Clean(_SPACE.sub(" ", _harmless(text)).strip())


def clean_text(text: str) -> Clean:
    """Foreign text of several paragraphs: each on one line, a blank line between them."""
    paragraphs = (clean(paragraph) for paragraph in re.split(r"\n\s*\n", _harmless(text)))
    return Clean("\n\n".join(paragraph for paragraph in paragraphs if paragraph))


def clean_url(text: str, base: str = "") -> Clean:
    """An http or https link, absolute, percent-encoded; empty for anything else.

    User names and passwords are kept here and masked by `masked` wherever a URL is shown.
    """
    try:
        parts = urlsplit(urljoin(base, _harmless(text).strip()))
        parts.port  # noqa: B018 - raises for a port that is none
    except ValueError:
        return NOTHING
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(text) > MAX_URL:
        return NOTHING
    safe = "!#$%&'()*+,/:;=?@[]~"
    path, query, fragment = (quote(part, safe=safe) for part in parts[2:])
    netloc = quote(parts.netloc, safe="!$&'()*+,;=:@[]%~").replace("%25", "%")
    if not parts.netloc.isascii():
        netloc = _ascii_host(parts.netloc)
    return Clean(urlunsplit((parts.scheme, netloc, path, query, fragment))) if netloc else NOTHING


def _ascii_host(netloc: str) -> str:
    user, at, host = netloc.rpartition("@")
    name, colon, port = host.partition(":")
    try:
        return quote(user, safe=":%") + at + name.encode("idna").decode("ascii") + colon + port
    except UnicodeError:
        return ""


def masked(url: str) -> Clean:
    """A URL as it may be shown and logged: no password, no name of a user."""
    return Clean(re.sub(r"(?<=//)[^/?#@]*(?:@[^/?#@]*)*@", "***@", clean(url)))


def clean_tree(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON value with every string in it cleaned: for rows that an older version wrote."""
    if isinstance(value, str):
        return clean_text(value) if "\n" in value else clean(value)
    if isinstance(value, list):
        return [clean_tree(item) for item in value]
    if isinstance(value, dict):
        return {key: clean_tree(item) for key, item in value.items()}
    return value
