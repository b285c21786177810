"""Feeds and pages that mean harm, as bytes on the wire, and what must be left of each.

In a body, BASE is the address of the server and PRIVATE one that nobody may be led to.
"""

import gzip
import json
import random
from html import escape
from typing import NamedTuple

SECRET = "s3cr3t-w0rd"
MAX_BODY = 1 << 20
"""The bound that the tests fetch with."""

_SYLLABLES = ("ba", "den", "fi", "gol", "ka", "lim", "mo", "nur", "pe", "ros", "ta", "vin")


def text_of(name: str) -> str:
    """News in words that no other case has, so that each is a story of its own."""
    chance = random.Random(name)
    words = ["".join(chance.choices(_SYLLABLES, k=4)) for _ in range(30)]
    lines = (" ".join(chance.choices(words, k=16)).capitalize() for _ in range(5))
    return f"KEPT words of the paper. {'. '.join(lines)}."


class Case(NamedTuple):
    """A feed, and perhaps the page behind its first entry."""

    name: str
    feed: bytes
    """The whole answer: status line, headers, body."""

    missed: str = ""
    """A word of the reason why the feed gives nothing; empty: its entries are told."""

    page: bytes = b""
    note: str = ""
    """A word of the reason why the page gives nothing."""

    login: str = ""
    query: str = ""

    @property
    def kept(self) -> str:
        """The word in its title that must be left."""
        return f"KEEP{self.name.replace('-', '')}"


def http(body: str | bytes, *headers: str, status: str = "200 OK") -> bytes:
    """An answer with its length."""
    data = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(data)}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + data


def rss(name: str, title: str = "", *, raw: str = "", link: str = "", text: str = "{}") -> str:
    """A feed with one entry: `raw` stands in its title as it is; {} in `text` is its news."""
    return (
        f'<rss version="2.0"><channel><title>Paper {name}</title><item><guid>{name}</guid>'
        f"<title>KEEP{name.replace('-', '')} {escape(title)}{raw}</title>"
        f"<link>{escape(link or f'BASE/page/{name}')}</link>"
        f"<description>{escape(text.format(text_of(name)))}</description></item></channel></rss>"
    )


def told(name: str, title: str = "", **parts: str) -> Case:
    """A feed that is to be told, whatever is in it."""
    return Case(name, http(rss(name, title, **parts)))


def article(name: str, page: bytes, note: str = "") -> Case:
    """An honest feed that leads to a page that is not."""
    return Case(name, http(rss(name)), page=page, note=note)


def leading(to: str) -> bytes:
    return http("", f"Location: {to}", status="302 Found")


def _html(name: str, body: str) -> bytes:
    shown = f"<article><h1>The page</h1><p>{text_of(name)}</p>{body}</article>"
    head = "<meta charset=utf-8><title>The page</title>"
    return http(f"<!doctype html><html><head>{head}</head><body>{shown}</body></html>", _HTML)


_HTML = "Content-Type: text/html; charset=utf-8"
_PACKED = "Content-Encoding: gzip"
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
_ITEM = {"id": "1", "title": "KEEPjson \x1b]52;c;QUFB\x07\x9b2J", "content_text": text_of("json")}

CASES = (
    # What a terminal acts on
    told("osc", raw="\x1b]52;c;QUFB\x07 clip"),
    told("csi", raw="\x1b[2J\x1b[31m red \x1b[6n"),
    told("references", raw="&#x9b;2J &#27;]0;t&#7; &#x202e;gpj"),
    told("lines", raw="one&#13;&#10;two&#9;three&#x2028;four\x08\x08"),
    Case("json", http(json.dumps({"version": "1.1", "items": [None, 3, {"id": []}, _ITEM]}))),
    told("description", text="<p>\x1b]0;t\x07 &#27;[2J &amp;#x9b;2J</p>{}"),
    # What letters can do
    told("bidi", "invoice \u202efdp.exe\u202c \u2066left open"),
    told("invisible", "pay\u200bpal \ufeff\u2060\u00ad\U000e0041\U000e0042"),
    told("piled", "z" + "\u0301\u0316" * 500 + "algo"),
    told("long", "W" * 100_000),
    told("noncharacters", raw="x\ufffe\ud800\U0001ffff"),
    # What markup can do
    told("actions", "[@click=app.quit]Read[/] [/ [red]x[/blue] [link=javascript:x]y[/link]"),
    told("markdown", "**b** [x](javascript:alert(1)) ![t](http://evil.example/t.png) `c` <b>"),
    told("tags", "\"><script>alert(1)</script><img src=x onerror=alert(1)> ' onclick='x"),
    told("styles", text="<style>*{{color:red}}</style><base href='//e.example'>{}<svg onload=x>"),
    # Where links can lead
    told("program", link="javascript:alert(document.domain)"),
    told("file", link="file:///etc/passwd"),
    told("option", link="--remote-debugging-port=1"),
    told("bracket", link="http://[::1"),
    told("tracked", link="BASE/page/tracked?id=7&utm_source=rss&fbclid=AAAA"),
    told("endless-link", link="http://evil.example/" + "a" * 50_000),
    # What parsers fall for
    Case("laughs", http(f'<!DOCTYPE l [<!ENTITY a0 "ha">{_LAUGHS}]>' + rss("laughs", raw="&a10;"))),
    Case(
        "outside",
        http('<!DOCTYPE l [<!ENTITY x SYSTEM "PRIVATE/x">]>' + rss("outside", raw="&x;")),
    ),
    told("deep", text="<div>" * 50_000 + "{}"),
    Case("nested", http("[" * 200_000), missed="feed"),
    Case("empty", http(""), missed="empty"),
    Case("portal", http("<html><body>Accept the terms</body></html>", _HTML), missed="feed"),
    # What a server can do
    Case("bomb", http(gzip.compress(bytes(20 * MAX_BODY)), _PACKED), missed="large"),
    Case("cut", http(gzip.compress(rss("cut").encode())[:-20], _PACKED), missed="cut"),
    Case("short", http(rss("short")).replace(b"Length: ", b"Length: 9"), missed="cut"),
    Case("babble", b"220 mail.example ESMTP\r\n\x00\x1b]0;t\x07\r\n", missed="HTTP"),
    Case("loop", leading("BASE/feed/loop"), missed="redirected"),
    Case("inside", leading("PRIVATE/meta-data"), missed="not a public address"),
    Case("scheme", leading("file:///etc/passwd"), missed="address"),
    # What must not be said
    Case(
        "login",
        http(rss("login", link=f"BASE/page/login?token={SECRET}")),
        login=f"me:{SECRET}@",
    ),
    Case("token", http("no", status="500 Oops"), missed="500", query=f"?token={SECRET}"),
    # Pages
    article(
        "page-controls",
        _html("page-controls", "<p>\x1b]52;c;QUFB\x07 &#27;[2J &#x9b;31m \u202e</p>"),
    ),
    article(
        "page-script",
        _html("page-script", "<script>alert(1)</script><a href='javascript:x' onclick=x>y</a>"),
    ),
    article("page-pdf", http(b"%PDF-1.7\n" + bytes(range(256)) * 50, _HTML), note="binary"),
    article("page-deep", http("<div>" * 100_000 + text_of("page-deep"), _HTML), note=" "),
    article("page-inside", leading("PRIVATE/meta-data"), note="not a public address"),
    article("page-empty", http("", _HTML), note=" "),
)  # fmt: skip
