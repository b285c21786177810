"""The fields of an item or entry, each read as its format means it."""

import base64
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, TypeAlias

from lxml import etree

from digest.clean import NOTHING, Clean
from digest.news import Link
from digest.parse.images import first_image
from digest.parse.markup import Node, name_of
from digest.parse.parsed import absolute, links_once, once
from digest.parse.text import (
    from_markup,
    from_plain,
    has_tags,
    is_markup,
    line,
    line_from_markup,
    unescape,
)

Fields: TypeAlias = dict[str, list[Node]]
"""The children of an element by name; those of a media:group stand beside the others."""

_RECORDINGS: Final = {"audio", "video"}


def fields_of(node: Node) -> Fields:
    """The fields of a channel, an item or an entry."""
    fields: Fields = {}
    for child in node:
        name = name_of(child)
        fields.setdefault(name, []).append(child)
        if name in {"media:group", "media:content"}:
            for inner in child:
                fields.setdefault(name_of(inner), []).append(inner)
    return fields


def plain(node: Node) -> str:
    """All text under `node`."""
    if len(node):
        return etree.tostring(node, method="text", encoding="unicode", with_tail=False).strip()
    return (node.text or "").strip()


def title_of(fields: Fields) -> Clean:
    """The title, on one line. Untyped, it is HTML where it looks like it, and text elsewhere."""
    nodes = _all(fields, "title", "media:title", "dc:title", "itunes:title")
    return next((title for node in nodes if (title := _line(node))), NOTHING)


def text_of(fields: Fields, names: Sequence[str]) -> Clean:
    """The text of the first field of these names that has any; of several alike, the longest."""
    for name in names:
        text = max((_text(node) for node in fields.get(name, ())), key=len, default=NOTHING)
        if text:
            return text
    return NOTHING


def link_of(fields: Fields) -> str:
    """The page behind it, as written: RSS's link, Atom's alternate, a guid or id that is a link."""
    nodes = fields.get("link", ())
    written = (plain(node) for node in nodes if not node.get("href"))
    pages = sorted(_rels(nodes, "alternate"), key=_is_no_page)
    linked = (node.get("href", "").strip() for node in pages)
    guids = (plain(node) for node in _all(fields, "guid", "id") if _is_permalink(node))
    return unescape(next((link for link in chain(written, linked, guids) if link), ""))


def authors_of(fields: Fields) -> tuple[Clean, ...]:
    """The names of its authors; an address stands only for one who gives no name."""
    named = once(_person(node) for node in _all(fields, "author", "dc:creator"))
    return named or once(_person(node) for node in _all(fields, "itunes:author", "media:credit"))


def categories_of(fields: Fields) -> tuple[Clean, ...]:
    """Its categories, by label."""
    labels = (
        node.get("label") or node.get("term") or plain(node)
        for node in _all(fields, "category", "dc:subject", "media:category")
    )
    keywords = (
        word
        for node in _all(fields, "media:keywords", "itunes:keywords")
        for word in plain(node).split(",")
    )
    return once(line(label) for label in chain(labels, keywords))


def publisher_of(fields: Fields) -> Clean:
    """The publisher that RSS's or Atom's source names."""
    for node in fields.get("source", ()):
        titles = [child for child in node if name_of(child) == "title"]
        name = _line(titles[0]) if titles else line(node.text or "")
        if name:
            return name
    return NOTHING


def enclosures_of(fields: Fields, base: str) -> tuple[Link, ...]:
    """The files that come with it: recordings, documents."""
    given = [*fields.get("enclosure", ()), *_rels(fields.get("link", ()), "enclosure")]
    media = [node for node in fields.get("media:content", ()) if _medium(node) in _RECORDINGS]
    return links_once(_link(node, base) for node in given + media)


def images_of(fields: Fields, texts: Sequence[str], base: str) -> tuple[Link, ...]:
    """Its pictures: those it names, and the first in its text."""
    media = [node for node in fields.get("media:content", ()) if _medium(node) == "image"]
    files = [node for node in fields.get("enclosure", ()) if _medium(node) == "image"]
    named = [*fields.get("media:thumbnail", ()), *media, *fields.get("itunes:image", ()), *files]
    shown = (first_image(_source(node), base) for node in _all(fields, *texts))
    seen = next((found for found in shown if found), ())
    return links_once([*(_link(node, base) for node in named), *seen])


def _all(fields: Fields, *names: str) -> Iterator[Node]:
    return (node for name in names for node in fields.get(name, ()))


def _rels(nodes: Sequence[Node], rel: str) -> list[Node]:
    """The links of Atom that have this relation; without one, a link is an alternate."""
    return [
        node for node in nodes if node.get("href") and node.get("rel", "alternate").lower() == rel
    ]


def _is_no_page(node: Node) -> bool:
    return "html" not in node.get("type", "html")


def _is_permalink(guid: Node) -> bool:
    declared = guid.get("isPermaLink", "true").lower()
    return declared == "true" and plain(guid).lower().startswith(("http://", "https://"))


def _medium(node: Node) -> str:
    """Image, audio or video, as an element declares it; untyped media are pictures."""
    declared = node.get("medium") or node.get("type", "").partition("/")[0]
    return (declared or "image").lower() if name_of(node) == "media:content" else declared.lower()


def _link(node: Node, base: str) -> Link:
    url = node.get("url") or node.get("href") or ""
    titles = (plain(child) for child in node if name_of(child) == "media:title")
    return Link(
        url=absolute(url, base),
        text=line(node.get("title") or next(titles, "")),
        type=line(node.get("type", "")),
    )


def _person(node: Node) -> Clean:
    """The name in "Jo Doe", "jo@example.org (Jo Doe)", "Jo Doe <jo@example.org>" or Atom's."""
    parts = {name_of(child): plain(child) for child in node}
    text = parts.get("name") or parts.get("email") or plain(node)
    address, opened, name = text.partition("(")
    if opened and "@" in address and name.endswith(")"):
        text = name[:-1]
    name, opened, address = text.partition("<")
    return line(name if opened and "@" in address and name.strip() else text)


def _line(node: Node) -> Clean:
    source = _source(node)
    marked = "html" in _kind(node) or len(node) or is_markup(source)
    return line_from_markup(source) if marked else line(source)


def _text(node: Node) -> Clean:
    source, kind = _source(node), _kind(node)
    looks_like_it = is_markup if kind.startswith("text") else has_tags
    marked = "html" in kind or len(node) or looks_like_it(source)
    return from_markup(source) if marked else from_plain(source)


def _kind(node: Node) -> str:
    return (node.get("type") or "").lower()


def _source(node: Node) -> str:
    """What an element holds: HTML or text; its elements as markup, and base64 decoded."""
    if len(node):
        return etree.tostring(node, encoding="unicode", with_tail=False)
    text = node.text or ""
    if node.get("mode") == "base64":
        try:
            return base64.b64decode(text).decode("utf-8", "replace")
        except ValueError:
            return ""
    return text
