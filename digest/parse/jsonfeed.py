"""A JSON Feed, 1.0 or 1.1 → its entries.

https://www.jsonfeed.org/version/1.1/
"""

import json
from datetime import datetime
from typing import TypeAlias

from digest.clean import Clean
from digest.errors import ParseError
from digest.news import Entry, Link, Parsed
from digest.parse.images import first_image
from digest.parse.parsed import (
    Around,
    absolute,
    believed,
    entry_id,
    gather,
    key_of,
    language_of,
    links_once,
    once,
)
from digest.parse.text import from_markup, from_plain, line

Json: TypeAlias = "str | bool | list[Json] | dict[str, Json] | None"


def read_json(text: str, *, url: str, now: datetime) -> Parsed:
    """The feed that `text` holds.

    Raises:
        ParseError: It is broken, or holds something else.
    """
    feed = _loaded(text)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(items, list):
        raise ParseError("a JSON document, not a feed")
    home = absolute(_text(feed, "home_page_url"), url)
    around = Around(
        url=url,
        base=home or url,
        now=now,
        language=language_of(_text(feed, "language")),
        authors=_authors(feed),
    )
    return gather(
        items,
        lambda item: _entry(item, around) if isinstance(item, dict) else None,
        title=line(_text(feed, "title")),
        home=home,
    )


def _loaded(text: str) -> Json:
    """Its numbers stay the text they are: ids keep their digits, and none is too long."""
    try:
        tree: Json = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise ParseError("not a feed: broken JSON") from error
    return tree


def _entry(item: dict[str, Json], around: Around) -> Entry | None:
    link = _text(item, "url") or _text(item, "external_url")
    markup, plain = _text(item, "content_html"), _text(item, "content_text")
    title, date = _text(item, "title"), _text(item, "date_published")
    key = key_of(_text(item, "id"), link, title, date, markup or plain)
    if not key:
        return None
    updated = believed(_text(item, "date_modified"), around.now)
    url = absolute(link, around.base)
    return Entry(
        id=entry_id(around.url, key),
        feed=around.url,
        title=line(title),
        url=url,
        published=believed(date, around.now) or updated,
        updated=updated,
        authors=_authors(item) or around.authors,
        summary=from_plain(_text(item, "summary")),
        content=from_markup(markup) or from_plain(plain),
        categories=once(line(tag) for tag in _list(item, "tags") if isinstance(tag, str)),
        language=language_of(_text(item, "language")) or around.language,
        images=_images(item, markup, url or around.base),
        enclosures=_attachments(item, url or around.base),
    )


def _images(item: dict[str, Json], markup: str, base: str) -> tuple[Link, ...]:
    named = (Link(url=absolute(_text(item, name), base)) for name in ("image", "banner_image"))
    return links_once([*named, *first_image(markup, base)])


def _attachments(item: dict[str, Json], base: str) -> tuple[Link, ...]:
    return links_once(
        Link(
            url=absolute(_text(file, "url"), base),
            text=line(_text(file, "title")),
            type=line(_text(file, "mime_type")),
        )
        for file in _list(item, "attachments")
        if isinstance(file, dict)
    )


def _authors(holder: dict[str, Json]) -> tuple[Clean, ...]:
    """Those of 1.1, or the one of 1.0."""
    authors = [*_list(holder, "authors"), holder.get("author")]
    return once(line(_text(author, "name")) for author in authors if isinstance(author, dict))


def _text(holder: dict[str, Json], name: str) -> str:
    value = holder.get(name)
    return value.strip() if isinstance(value, str) else ""


def _list(holder: dict[str, Json], name: str) -> list[Json]:
    value = holder.get(name)
    return value if isinstance(value, list) else []
