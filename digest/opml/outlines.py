"""OPML 2.0 in and out: folders are sections, those within others joined by " / ".

What OPML has no word for, `always` and `prefer`, travels as attributes of our own namespace,
which other readers pass over.
"""

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as Tree

from digest.clean import NOTHING, Clean, clean, masked
from digest.errors import OpmlError
from digest.news import Feed
from digest.opml.subscriptions import SEPARATOR, Subscriptions, address, once

_OURS: Final = "https://pypi.org/project/digest/"
_FLAGS: Final = ("always", "prefer")


def read_opml(document: bytes, *, name: str = "OPML") -> Subscriptions:
    """The feeds of an OPML document, each once, in its order.

    Raises:
        OpmlError: It is not OPML; `name` and the line say where.
    """
    outlines = list(_outlines(_body(document, name)))
    return Subscriptions(
        feeds=once(each for each in outlines if isinstance(each, Feed)),
        skipped=tuple(
            clean(f"{name}: no http or https address: {each}")
            for each in outlines
            if not isinstance(each, Feed)
        ),
    )


def _body(document: bytes, name: str) -> Tree.Element:
    """What holds the outlines of an OPML document."""
    if b"<!ENTITY" in document.replace(b"\0", b""):  # as if UTF-16 were ASCII
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
    return body


def _outlines(body: Tree.Element) -> Iterator[Feed | Clean]:
    """The feeds, or the words of an outline whose address is none.

    Outlines within outlines, without recursion: depth is the sender's choice.
    """
    waiting: list[tuple[Tree.Element, tuple[str, ...]]] = [(body, ())]
    while waiting:
        element, folders = waiting.pop()
        attributes = {key.lower(): value for key, value in element.attrib.items()}
        name = clean(attributes.get("title") or attributes.get("text", ""))
        said = attributes.get("xmlurl", "")
        if said.strip():
            yield _feed(attributes, name, folders) or masked(f"{name or 'untitled'}, {said}"[:120])
            inner = folders
        else:
            inner = (*folders, name) if name and element is not body else folders
        waiting.extend((child, inner) for child in reversed(element.findall("outline")))


def _feed(attributes: dict[str, str], name: Clean, folders: Sequence[str]) -> Feed | None:
    """The feed of an outline; None: its address is none."""
    url = address(attributes["xmlurl"])
    if not url:
        return None
    always, prefer = (attributes.get(f"{{{_OURS}}}{flag}") == "true" for flag in _FLAGS)
    return Feed(
        url=url,
        title=NOTHING if name == attributes["xmlurl"] else name,
        section=clean(SEPARATOR.join(folders)) or _category(attributes.get("category", "")),
        always=always,
        prefer=prefer,
    )


def _category(several: str) -> Clean:
    """The first of the categories, whose levels have slashes between: ``/Boston/Weather,/x``."""
    first = several.partition(",")[0]
    return clean(SEPARATOR.join(filter(None, (level.strip() for level in first.split("/")))))


def write_opml(feeds: Sequence[Feed]) -> str:
    """An OPML 2.0 document of `feeds`, a folder for each section."""
    Tree.register_namespace("digest", _OURS)
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
    flags = {f"{{{_OURS}}}{flag}": "true" for flag in _FLAGS if getattr(feed, flag)}
    Tree.SubElement(folder, "outline", flags, type="rss", text=title, title=title, xmlUrl=feed.url)
