"""Subscriptions in and out: OPML 2.0 (http://opml.org/spec2.opml), folders as sections."""

import re
from collections.abc import Iterable, Sequence
from typing import Final
from xml.etree import ElementTree as Tree

from digest.clean import Clean, clean, clean_url
from digest.errors import OpmlError
from digest.news import Feed

MAX_BYTES: Final = 16 << 20
SEPARATOR: Final = " / "
"""Between the names of folders within folders, as one section."""


def read_opml(document: bytes, *, name: str = "OPML") -> tuple[Feed, ...]:
    """The feeds of an OPML document, each once, in its order.

    Raises:
        OpmlError: It is not OPML; `name` and the line say where.
    """
    if len(document) > MAX_BYTES:
        raise OpmlError(f"{name}: larger than {MAX_BYTES >> 20} MB.")
    if re.search(rb"<!(?:DOCTYPE|ENTITY)[^>]*\[|<!ENTITY", document, re.IGNORECASE):
        raise OpmlError(f"{name}: declares entities, which no subscription list needs.")
    try:
        root = Tree.fromstring(document)  # noqa: S314 - entities are refused above
    except Tree.ParseError as error:
        line, column = error.position
        reason = str(error).partition(":")[0]
        raise OpmlError(f"{name}:{line}: {clean(reason)} (column {column + 1}).") from error
    except (LookupError, ValueError) as error:
        raise OpmlError(f"{name}: {clean(str(error))}.") from error
    body = root.find("body")
    if root.tag.lower() != "opml" or body is None:
        raise OpmlError(f"{name}: no OPML: the document is <{clean(root.tag)}>.")
    return tuple({feed.url: feed for feed in reversed(list(_feeds(body)))}.values())[::-1]


def _feeds(body: Tree.Element) -> Iterable[Feed]:
    """The feeds, outlines within outlines, without recursion: depth is the sender's choice."""
    waiting: list[tuple[Tree.Element, tuple[str, ...]]] = [(body, ())]
    while waiting:
        element, folders = waiting.pop()
        attributes = {key.lower(): value for key, value in element.attrib.items()}
        name = clean(attributes.get("title") or attributes.get("text", ""))
        if url := clean_url(attributes.get("xmlurl", "")):
            section = clean(SEPARATOR.join(folders) or attributes.get("category", "").strip("/"))
            yield Feed(url=url, title=name, section=section)
            inner = folders
        else:
            inner = (*folders, name) if name and element is not body else folders
        waiting.extend((child, inner) for child in reversed(element.findall("outline")))


def write_opml(feeds: Sequence[Feed]) -> str:
    """An OPML 2.0 document of `feeds`, a folder for each section."""
    root = Tree.Element("opml", version="2.0")
    Tree.SubElement(Tree.SubElement(root, "head"), "title").text = "Subscriptions of digest"
    body = Tree.SubElement(root, "body")
    folders: dict[str, Tree.Element] = {"": body}
    for feed in feeds:
        _outline(_folder(feed.section, folders), feed)
    Tree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Tree.tostring(root, "unicode") + "\n"


def _folder(section: str, folders: dict[str, Tree.Element]) -> Tree.Element:
    """The outline of a section, within those of its folders."""
    if section not in folders:
        outer, _, name = section.rpartition(SEPARATOR)
        folders[section] = Tree.SubElement(_folder(outer, folders), "outline", text=name)
    return folders[section]


def _outline(folder: Tree.Element, feed: Feed) -> None:
    title: Clean | str = feed.title or feed.url
    Tree.SubElement(folder, "outline", type="rss", text=title, title=title, xmlUrl=feed.url)
