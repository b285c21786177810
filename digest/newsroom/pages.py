"""An article in the furniture of its outlet's site."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from html import escape
from itertools import groupby
from string import Template
from typing import Final

from digest.news import Kind, Paragraph
from digest.newsroom.archive import HERE, Outlet, Piece, Printed

_TAGS: Final = {Kind.TEXT: "p", Kind.HEADING: "h2", Kind.QUOTE: "blockquote"}
_FIGURE: Final = re.compile(r"<!-- figure -->.*?<!-- /figure -->\n?", re.DOTALL)
_ALT: Final = 48
"""Characters after which content systems cut an alternative text."""


def filled(name: str, values: Mapping[str, str]) -> str:
    """The template `name` with its blanks filled."""
    return _template(name).substitute(values)


def article_page(page: Printed) -> str:
    """The page behind a piece: its text in its outlet's furniture, a wall, or an apology."""
    if page.piece.status == 404:
        return missing_page()
    name = "consent.html" if page.piece.wall else page.outlet.template
    text = filled(name, _values(page))
    return text if page.piece.caption else _FIGURE.sub("", text)


def front_page(outlet: Outlet) -> str:
    """A page that says where the outlet's feeds are."""
    links = "\n".join(
        f'<link rel="alternate" type="{channel.media_type}" title="{escape(channel.title)}"'
        f' href="{channel.path}">'
        for channel in outlet.channels
    )
    values = {"site": escape(outlet.name), "encoding": outlet.encoding, "links": links}
    return filled("front.html", values)


def missing_page() -> str:
    """What a server says of a page that it does not have."""
    return filled("missing.html", {})


def broken_page() -> str:
    """What a server says when it is broken."""
    return filled("broken.html", {})


def body_html(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs as HTML; items of a list that follow each other share one."""
    parts = []
    for kind, run in groupby(paragraphs, key=lambda paragraph: paragraph.kind):
        tag = _TAGS.get(kind, "li")
        text = "\n".join(f"<{tag}>{escape(block.text, quote=False)}</{tag}>" for block in run)
        parts.append(f"<ul>\n{text}\n</ul>" if kind is Kind.LIST else text)
    return "\n".join(parts)


def credit(outlet: Outlet, piece: Piece) -> str:
    """The line of names: "By A and B, Northwire"."""
    names = f" {outlet.conjunction} ".join(piece.byline)
    return f"{outlet.by} {', '.join(filter(None, (names or outlet.name, piece.agency)))}"


@cache
def _template(name: str) -> Template:
    return Template((HERE / "templates" / name).read_text("utf-8"))


def _values(page: Printed) -> dict[str, str]:
    piece, outlet = page.piece, page.outlet
    line = escape(credit(outlet, piece))
    return {
        "title": escape(piece.title),
        "description": escape(piece.summary),
        "url": page.url,
        "site": escape(outlet.name),
        "host": outlet.host,
        "language": outlet.language,
        "encoding": outlet.encoding,
        "section": piece.section,
        "byline": line,
        "capitals": line.upper(),
        "published": page.published.isoformat(),
        "modified": (page.updated or page.published).isoformat(),
        "day": _day(page.published),
        "clock": f"{page.published:%H:%M}",
        "numerals": f"{page.published:%d.%m.%Y}",
        "lead": body_html(piece.paragraphs[:2]),
        "rest": body_html(piece.paragraphs[2:]),
        "image": outlet.url(f"/media/{piece.slug}.jpg"),
        "alt": escape(_cut(piece.caption)),
        "caption": escape(piece.caption),
        "data": _data(page),
    }


def _day(time: datetime) -> str:
    return f"{time:%A} {time.day} {time:%B %Y}"


def _cut(caption: str) -> str:
    return caption if len(caption) <= _ALT else caption[:_ALT].rsplit(" ", 1)[0] + "…"


def _data(page: Printed) -> str:
    """The page's JSON-LD, safe inside a script element."""
    piece = page.piece
    described = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": piece.title,
        "datePublished": page.published.isoformat(),
        "dateModified": (page.updated or page.published).isoformat(),
        "author": [{"@type": "Person", "name": name} for name in piece.byline],
        "publisher": {"@type": "Organization", "name": page.outlet.name},
        "mainEntityOfPage": page.url,
        "articleSection": piece.section,
        "inLanguage": page.outlet.language,
    }
    return json.dumps(described, ensure_ascii=False, indent=1).replace("</", "<\\/")
