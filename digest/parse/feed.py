"""The tree of an RSS or Atom feed, any version → its entries."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from digest.clean import Clean
from digest.news import Entry, Parsed
from digest.parse.fields import (
    Fields,
    authors_of,
    categories_of,
    enclosures_of,
    fields_of,
    images_of,
    link_of,
    plain,
    publisher_of,
    text_of,
    title_of,
)
from digest.parse.markup import Node, name_of
from digest.parse.parsed import (
    Around,
    absolute,
    believed,
    entry_id,
    gather,
    key_of,
    language_of,
)

_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PUBLISHED: Final = (
    "pubdate",
    "published",
    "issued",
    "dcterms:issued",
    "dc:date",
    "dcterms:created",
    "created",
    "date",
)
_UPDATED: Final = ("updated", "modified", "dcterms:modified", "lastbuilddate")
_SHORT: Final = ("description", "summary", "itunes:summary", "media:description", "dc:description")
_FULL: Final = ("content:encoded", "content", "xhtml:body", "body", "fulltext")


def read_feed(root: Node, *, url: str, now: datetime) -> Parsed:
    """The feed under `root`."""
    head = next((child for child in root if name_of(child) == "channel"), root)
    fields = fields_of(head)
    home = absolute(link_of(fields), _base(head, url) or url)
    around = Around(
        url=url,
        base=home or url,
        now=now,
        language=_language(head, fields) or language_of(root.get(_XML + "lang")),
        authors=authors_of(fields) if name_of(root) == "feed" else (),
    )
    return gather(
        _nodes(root),
        lambda node: _entry(node, around),
        title=title_of(fields),
        home=home,
    )


def _nodes(node: Node) -> Iterator[Node]:
    """All items and entries in order, those that a missing end tag put into another too."""
    for child in node:
        name = name_of(child)
        if name in {"item", "entry"}:
            yield child
        if name in {"item", "entry", "channel", "items"}:
            yield from _nodes(child)


def _entry(node: Node, around: Around) -> Entry | None:
    fields = fields_of(node)
    link, published = link_of(fields), _first(fields, *_PUBLISHED)
    key = key_of(
        _first(fields, "guid", "id") or node.get(_RDF + "about", ""),
        link,
        _first(fields, "title"),
        published or _first(fields, *_UPDATED),
        _first(fields, *_SHORT, *_FULL),
    )
    if not key:
        return None
    own_base = _base(node, around.url)
    base = own_base or around.base
    url = absolute(link, base)
    updated = _date(fields, _UPDATED, around.now)
    return Entry(
        id=entry_id(around.url, key),
        feed=around.url,
        title=title_of(fields),
        url=url,
        published=_date(fields, _PUBLISHED, around.now) or updated,
        updated=updated,
        authors=authors_of(fields) or around.authors,
        summary=text_of(fields, _SHORT),
        content=text_of(fields, _FULL),
        publisher=publisher_of(fields),
        categories=categories_of(fields),
        language=_language(node, fields) or around.language,
        images=images_of(fields, [*_FULL, *_SHORT], own_base or url or base),
        enclosures=enclosures_of(fields, base),
    )


def _first(fields: Fields, *names: str) -> str:
    """The text of the first field of these names that has any."""
    return next(filter(None, _texts(fields, names)), "")


def _date(fields: Fields, names: Sequence[str], now: datetime) -> datetime | None:
    """The first date of these names that can be read and believed."""
    moments = (believed(text, now) for text in _texts(fields, names))
    return next(filter(None, moments), None)


def _texts(fields: Fields, names: Sequence[str]) -> Iterator[str]:
    return (plain(node) for name in names for node in fields.get(name, ()))


def _language(node: Node, fields: Fields) -> Clean:
    return language_of(
        _first(fields, "language"), _first(fields, "dc:language"), node.get(_XML + "lang")
    )


def _base(node: Node, url: str) -> str:
    """The xml:base that holds for `node`, where it is of the web; else empty."""
    return absolute(node.base or "", url)
