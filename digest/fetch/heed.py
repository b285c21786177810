"""What the headers of an answer ask of us."""

import re
from email.utils import parsedate_to_datetime
from typing import Final

import httpx
from msgspec import Struct

DAY: Final = 86_400.0
"""Seconds. No server can send us away for longer."""

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d+)", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[\s,])no-(?:cache|store)(?:$|[\s,])", re.IGNORECASE)
_SENDABLE = re.compile("[ -~\xa0-\xff]{1,1024}")


class Validators(Struct, frozen=True, kw_only=True):
    """What a server calls the version that we have, byte for byte as it sent it."""

    etag: str = ""
    modified: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to ask with."""
        return bool(self.etag or self.modified)


def validators(headers: httpx.Headers) -> Validators:
    """What to ask with next time; not what is overlong or could not be sent back."""
    return Validators(
        etag=_sendable(headers.get("etag", "")),
        modified=_sendable(headers.get("last-modified", "")),
    )


def max_age(headers: httpx.Headers, now: float) -> float | None:
    """Seconds, at most a day, for which asking again is idle; None: nothing is said.

    Cache-Control goes before Expires (RFC 9111, 5.3).
    """
    control = headers.get("cache-control", "")
    if _NOT_KEPT.search(control):
        return 0.0
    if found := _MAX_AGE.search(control):
        return _seconds(found[1])
    expires = _moment(headers.get("expires", ""))
    date = _moment(headers.get("date", ""))
    return None if expires is None else _within(expires - (now if date is None else date))


def retry_after(headers: httpx.Headers, now: float) -> float | None:
    """Seconds, at most a day, that the server asks us to stay away; None: it does not say."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return _seconds(text)
    moment = _moment(text)
    return None if moment is None else _within(moment - now)


def _sendable(value: str) -> str:
    return value if _SENDABLE.fullmatch(value) else ""


def _seconds(digits: str) -> float:
    return _within(float(digits[:20]))


def _within(seconds: float) -> float:
    return min(max(seconds, 0.0), DAY)


def _moment(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text[:100]).timestamp()
    except (ValueError, OverflowError, OSError, TypeError, IndexError):
        return None
