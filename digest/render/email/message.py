"""The outside of the message: its headers, its two halves.

Made with the older half of the email package: up to Python 3.11.7 the newer one turns a
title such as ``=?UTF-8?B?DQpCY2M6...?=`` into a header of its own, and loses spaces where it
folds.
"""

import re
from collections.abc import Sequence
from datetime import date
from email.charset import BASE64, QP, Charset
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr
from hashlib import sha256
from typing import Final

from digest.news import Edition
from digest.plural import counted
from digest.render.cells import cells
from digest.render.envelope import Envelope
from digest.render.heads import nothing
from digest.render.times import day_in_words
from digest.render.view import View

_FIELD: Final = re.compile(r"\{(?:headline|stories|minutes|day)\}")

_ACTED_ON: Final = re.compile(r"^(?:F(?=rom )|\.$)", re.MULTILINE)
"""Line beginnings that programs on the way take for theirs."""

MAX_HEADLINE: Final = 120
"""Cells of a headline in the subject."""


def message(edition: Edition, view: View, text: str, html: str) -> str:
    """The message, of its halves. The same edition to the same readers is the same message."""
    name = _name(edition, view.envelope)
    whole = MIMEMultipart("alternative", boundary=f"=_{name.partition('@')[0]}")
    for key, value in _headers(edition, view, name):
        whole[key] = value
    whole.attach(_half(text, "plain"))
    whole.attach(_half(html, "html"))
    return whole.as_string()


def _headers(edition: Edition, view: View, name: str) -> list[tuple[str, str]]:
    envelope = view.envelope
    host = _host(envelope)
    headers = [
        ("From", formataddr(("Digest", envelope.sender))),
        ("To", ", ".join(envelope.to) or "undisclosed-recipients:;"),
        ("Subject", _encoded("Subject", subject(edition, view))),
        ("Date", format_datetime(edition.made)),
        ("Message-ID", f"<{name}>"),
        ("List-Id", f"Digest <digest.{host}>"),
        ("Auto-Submitted", "auto-generated"),
    ]
    if envelope.thread:
        week = f"<{_week(edition.day)}.{_reader(envelope)}@{host}>"
        headers += [("In-Reply-To", week), ("References", week)]
    return headers


def subject(edition: Edition, view: View) -> str:
    """The reader's template with {headline}, {stories}, {minutes} and {day} filled in."""
    if not edition.everything:
        return nothing(edition, view)
    filled = {
        "{headline}": _short(edition.everything[0].headline),
        "{stories}": counted(len(edition.stories), "story", "stories"),
        "{minutes}": counted(edition.minutes, "minute"),
        "{day}": day_in_words(edition.day),
    }
    return _FIELD.sub(lambda field: filled[field[0]], view.envelope.subject)


def _short(headline: str) -> str:
    if cells(headline) <= MAX_HEADLINE:
        return headline
    kept = headline
    while cells(kept) > MAX_HEADLINE - 1:
        kept = kept[: len(kept) * 9 // 10]
    return f"{kept.rstrip()}…"


def _encoded(name: str, words: str) -> str:
    """Words as a header may hold them: folded, and no word in them can pose as encoded."""
    words = words.replace("=?", "= ?")
    return Header(words, None if words.isascii() else "utf-8", header_name=name).encode()


def _half(words: str, kind: str) -> MIMEText:
    """Quoted-printable, which every mail reader and program takes; base64 where it is shorter."""
    charset = Charset("utf-8")
    foreign = sum(len(sign.encode()) for sign in words if not sign.isascii())
    charset.body_encoding = BASE64 if foreign * 2 > len(words.encode()) / 3 else QP
    half = MIMEText(words, kind, charset)  # type: ignore[arg-type]  # takes a Charset as well
    half.set_payload(_ACTED_ON.sub(lambda sign: f"={ord(sign[0]):X}", str(half.get_payload())))
    return half


def _name(edition: Edition, envelope: Envelope) -> str:
    """What the message is called, for ever: who gets it twice sees it once."""
    number = f"{edition.day}.{edition.revision}"
    if edition.stories and not edition.revision:  # it catches up, from when its window begins
        number += f".{edition.window.start:%Y%m%d%H%M}"
    return f"digest.{number}.{_copy(edition, envelope)}@{_host(envelope)}"


def _copy(edition: Edition, envelope: Envelope) -> str:
    """Whose copy it is, and of which stories: one of them alone is another message."""
    return _hashed([*envelope.to, *(story.id for story in edition.everything)])


def _week(day: str) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"digest.{year}-W{week:02}"


def _reader(envelope: Envelope) -> str:
    return _hashed(envelope.to)


def _hashed(words: Sequence[str]) -> str:
    return sha256(" ".join(words).encode()).hexdigest()[:8]


def _host(envelope: Envelope) -> str:
    address = envelope.to[0] if envelope.to else envelope.sender
    return address.rpartition("@")[2]
