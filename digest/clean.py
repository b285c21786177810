"""The one gate: foreign text comes in here, and is safe anywhere afterwards.

"Safe" means that no terminal, mail reader or browser acts on it: no control character, no
escape sequence, no bidirectional override, no invisible tag, no lone surrogate. Printable
text passes unchanged, right-to-left scripts and emoji among it. Every function here is
idempotent, so that text can pass again on its way out.
"""

import re
from itertools import groupby
from typing import Any, Final, NewType
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

Clean = NewType("Clean", str)
"""Text that has passed the gate."""

NOTHING: Final = Clean("")

MAX_URL: Final = 4096
"""Characters: longer links are refused (browsers and SQLite agree on far less)."""

_IN_PATH: Final = "!#$%&'()*+,/:;=?@[]~"
_IN_LOGIN: Final = "!$&'()*+,;=:%~"

_PLAIN_URL: Final = re.compile(
    r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*+(?::[1-9][0-9]{0,3})?"
    r"(?:/[\w.~!$%&'()*+,/:=@\[\]-]*+)?"
    r"(?:\?[\w.~!$%&'()*+,/:;=@\[\]?-]++)?(?:#[\w.~!$%&'()*+,/:;=@\[\]?-]++)?",
    re.ASCII,
)
"""As nineteen links in twenty are: nothing to resolve or encode, at a tenth of the cost."""

_MARKS = (  # that combine with the letter before them, and can be stacked without end
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters that print as nothing
_VARIANTS = "\ufe00-\ufe0f"  # a text or an emoji look of the sign before them
_JOINERS = "\u061c\u200c-\u200f"  # wanted in Persian, Indic scripts, emoji and right-to-left text

_ESCAPE = re.compile(
    r"\x1b\[[0-9;:?<=>!]{0,32}[ -/]{0,4}[@-~]|\x9b[0-9;:?<=>!]{1,32}[ -/]{0,4}[@-~]"
)
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
_FORBIDDEN = re.compile(
    f"({_FLAG})|["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    f"\u00ad\u180e\u200b\ufeff{_BLANK}"  # invisible
    "\u2028-\u202e\u2060-\u206f"  # separators; directions forced; invisible operators
    "\ufff9-\ufffb"  # annotations
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, noncharacters
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # controls of shorthand and music
    + "".join(f"{chr(0x10000 * p + 0xFFFE)}{chr(0x10000 * p + 0xFFFF)}" for p in range(1, 17))
    + "\U000e0000-\U000e0fff"  # tags, but for the flags above, and variation selectors
    "]"
)
_IDLE = re.compile(f"(?<=[!-\u024f])[{_JOINERS}]+(?=[!-\u024f])")  # joins nothing in Latin
_PILED = re.compile(
    f"([{_MARKS}]{{4}})[{_MARKS}]+|([{_VARIANTS}])[{_VARIANTS}]+|([{_JOINERS}])[{_JOINERS}]+"
)
_PRINTABLE_BUT_ODD = re.compile(f"[{_MARKS}{_BLANK}{_VARIANTS}\U000e0100-\U000e01ef]")

_LOGIN = re.compile(
    r"(//)[^/?#@]*(?:@[^/?#@]*)*@"  # user:password@
    r"|(^[^/]{0,16}//)[^/?#@:]*:(?!\d*(?:[/?#]|$)).*@"  # the same; the password holds / ? or #
    r"|^(?!mailto:)[^/?#@:]+:/?(?!/)[^/?#@]*@"  # the same; slashes are missing
)
_TOKEN = re.compile(
    r"((?:^|[?&;#])(?:[\w.-]{0,32}[_.-])?(?:access|api|auth|private|session)?"
    r"(?:token|key|secret|password|passwd|pwd|auth|sig|signature)=)[^&;#]*",
    re.IGNORECASE,
)

_TRACKING = re.compile(
    r"(?:utm_\w+|at_(?:medium|campaign|format|link_\w+)|mc_[ce]id|xtor|igshid|mkt_tok|_hs\w+"
    r"|(?:fb|g|d|ms|y|tw|tt)clk?id|[gw]braid|ns_(?:campaign|mchannel|source))=.*",
    re.IGNORECASE,
)


def clean(text: str) -> Clean:
    """One line of foreign text: a title, a name, a reason. White space becomes one space."""
    line = " ".join(text.split())
    return Clean(line if _is_plain(line) else " ".join(_harmless(line).split()))


def clean_text(text: str) -> Clean:
    """Foreign text of several paragraphs: each on one line, a blank line between them."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    if not _is_plain("".join(lines)):
        lines = [clean(line) for line in lines]
    if len(lines) == 1:
        return Clean(lines[0])
    return Clean("\n\n".join(" ".join(group) for full, group in groupby(lines, bool) if full))


def _is_plain(line: str) -> bool:
    """Whether nothing in `line` can do harm: 100 times faster than to take nothing out."""
    return line.isprintable() and (line.isascii() or not _PRINTABLE_BUT_ODD.search(line))


def _harmless(text: str) -> str:
    """`text` without what machines act on and what nobody can see."""
    if _is_plain(text):
        return text
    text = _FORBIDDEN.sub(lambda found: found[1] or "", _ESCAPE.sub("", text))
    return _PILED.sub(lambda found: found[found.lastindex or 0], _IDLE.sub("", text))


def clean_url(text: str, base: str = "") -> Clean:
    """An http or https link, absolute, percent-encoded; empty for anything else.

    User names and passwords are kept here and masked by `masked` wherever a URL is shown.
    """
    if len(text) > MAX_URL:
        return NOTHING
    if _PLAIN_URL.fullmatch(text) and "/." not in text:
        return Clean(text)
    try:
        parts = urlsplit(urljoin(base, _harmless(text).strip()))
        netloc = _ascii_place(parts.netloc) if parts.port != 0 else ""
        urlsplit(f"//{netloc}")  # once the login is encoded, its brackets are the host's no more
    except ValueError:  # a port that is none, brackets that do not close, a name that cannot be
        return NOTHING
    if parts.scheme not in {"http", "https"} or not parts.hostname or not netloc:
        return NOTHING
    path, query, fragment = (quote(part, safe=_IN_PATH) for part in parts[2:])
    whole = urlunsplit((parts.scheme, netloc, path, query, fragment))
    return Clean(whole) if len(whole) <= MAX_URL else NOTHING


def _ascii_place(netloc: str) -> str:
    """``user:password@host:port`` in ASCII.

    Raises:
        UnicodeError: No host can have that name.
    """
    login, at, place = netloc.rpartition("@")
    if not place.isascii():
        import idna  # noqa: PLC0415 - 50 ms for one host in ten thousand

        host, colon, port = place.partition(":")
        place = idna.encode(host, uts46=True).decode() + colon + port
    return quote(login, safe=_IN_LOGIN) + at + quote(place, safe=_IN_LOGIN + "[]")


def masked(url: str) -> Clean:
    """A URL as it may be shown and logged: no password, no name of a user, no token."""
    shown: str = clean(url)
    for _ in range(4):  # a login of slashes can hide another behind it
        shown = _LOGIN.sub(lambda at: f"{at[1] or at[2] or ''}***@", shown)
    return Clean(_TOKEN.sub(r"\1***", shown))


def untracked(url: Clean) -> Clean:
    """A URL without what only tells its publisher where the reader comes from."""
    address, mark, fragment = url.partition("#")
    page, asked, query = address.partition("?")
    kept = "&".join(part for part in query.split("&") if not _TRACKING.fullmatch(part))
    told = "" if _TRACKING.fullmatch(fragment) else mark + fragment
    return Clean(page + (asked + kept if kept else "") + told)


def clean_tree(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON value with every string in it cleaned: for rows that an older version wrote."""
    if isinstance(value, str):
        return clean_text(value) if "\n" in value else clean(value)
    if isinstance(value, list):
        return [clean_tree(item) for item in value]
    if isinstance(value, dict):
        return {key: clean_tree(item) for key, item in value.items()}
    return value
