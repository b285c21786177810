"""An outlet's articles as a feed document: RSS 2.0, RSS 1.0, Atom 1.0 or JSON Feed 1.1."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from typing import Final

from digest.newsroom.archive import Channel, Outlet, Printed
from digest.newsroom.pages import body_html, filled

_FOUNDED: Final = datetime(2026, 11, 1, tzinfo=UTC)
"""When a feed changed that lists nothing yet."""


def feed_document(outlet: Outlet, channel: Channel, pages: Sequence[Printed]) -> bytes:
    """The document that lists `pages`, in their order."""
    if channel.form == "json":
        return _json(outlet, channel, pages)
    values = {
        "title": escape(channel.title),
        "self": outlet.url(channel.path),
        "home": outlet.home,
        "language": outlet.language,
        "encoding": outlet.encoding,
        "changed": max(map(_changed, pages), default=_FOUNDED).isoformat(),
        "list": "".join(f'<rdf:li rdf:resource="{page.url}"/>' for page in pages),
        "items": "".join(_item(channel, page) for page in pages),
    }
    text = filled(f"feed-{channel.form}.xml", values)
    return text.encode(outlet.encoding, "xmlcharrefreplace")


def _item(channel: Channel, page: Printed) -> str:
    values = {
        "title": escape(page.piece.title),
        "url": page.url,
        "id": _guid(page),
        "date": format_datetime(page.published),
        "published": page.published.isoformat(),
        "changed": _changed(page).isoformat(),
        "author": escape(" and ".join(page.piece.byline) or page.outlet.name),
        "section": page.piece.section,
        "summary": escape(page.piece.summary),
        "content": body_html(page.piece.paragraphs),
    }
    return filled(f"feed-{channel.form}-{channel.text}.xml", values)


def _json(outlet: Outlet, channel: Channel, pages: Sequence[Printed]) -> bytes:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": outlet.home,
        "feed_url": outlet.url(channel.path),
        "language": outlet.language,
        "items": [_json_item(page) for page in pages],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _json_item(page: Printed) -> dict[str, object]:
    return {
        "id": _guid(page),
        "url": page.url,
        "title": page.piece.title,
        "content_text": page.piece.summary,
        "date_published": page.published.isoformat(),
        "date_modified": _changed(page).isoformat(),
        "authors": [{"name": name} for name in page.piece.byline],
        "tags": [page.piece.section],
    }


def _changed(page: Printed) -> datetime:
    return page.updated or page.published


def _guid(page: Printed) -> str:
    return f"tag:{page.outlet.host},{page.published:%Y-%m-%d}:{page.piece.slug}"
