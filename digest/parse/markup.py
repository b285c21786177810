"""Text → the tree of an XML feed: read strictly, and mended only where that fails."""

import html
import re
from functools import lru_cache
from typing import Final

from lxml import etree

from digest.errors import ParseError

Node = etree._Element  # noqa: SLF001 - the only name that lxml has for it

_FEEDS: Final = {"rss", "rdf:rdf", "feed", "channel"}
_PREFIXES: Final = {
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://example.com/newformat#": "",  # Atom 0.3 as some software printed it
    "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/net/rss1.1#": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://purl.org/dc/elements/1.1": "dc:",
    "http://purl.org/dc/elements/1.0": "dc:",
    "http://purl.org/dc/terms": "dcterms:",
    "http://purl.org/rss/1.0/modules/content": "content:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
}
"""Namespaces, lower case and without a last slash → what their elements are called here."""

_BARE: Final = {"rss:", "atom:", "atom10:", "atom03:", "a10:"}
"""Prefixes of the feed's own elements, where their namespace is not declared."""

_PROLOG = re.compile(r"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*+)?>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|rdf|feed|channel)\b", re.IGNORECASE)
_FIRST = re.compile(r"<!doctype\s+(\w{1,40})|<((?:\w{1,40}:)?\w{1,40})", re.IGNORECASE)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?\]\]>|&(?!(?:amp|lt|gt|quot|apos);)(?:(#\d{1,9}|#[xX][0-9a-fA-F]{1,8}|\w{1,32});)?",
    re.DOTALL,
)
_VALUE = re.compile(r"(\s[\w:.-]{1,80}=)([^\s\"'<>=]{1,2000})(?=[\s>])")
_TAG = re.compile(r"<[A-Za-z][^<>\"']*+>")


def read_markup(text: str) -> Node:
    """The root element of a feed.

    Raises:
        ParseError: `text` is something else.
    """
    text = _without_doctype(text)
    root = _parse(text, strict=True)
    if root is None:
        root = _parse(_mended(text), strict=False)
    if root is None:
        raise ParseError("not a feed: broken XML with nothing in it")
    if name_of(root) not in _FEEDS:
        raise ParseError(_instead(name_of(root)))
    return root


def name_of(node: Node) -> str:
    """The name of an element by what it means: lower case, a known prefix or none.

    Empty for what is no element.
    """
    return _name(node.tag) or _strange_name(node)


@lru_cache(maxsize=4096)
def _name(tag: object) -> str:
    """The name, unless it is in a namespace that is not known here."""
    if not isinstance(tag, str):
        return ""
    space, _, local = tag.lower().rpartition("}")
    if space:
        known = _PREFIXES.get(space[1:].rstrip("/"))
        return "" if known is None else known + local
    before, colon, after = local.partition(":")
    return after if before + colon in _BARE else local


def _strange_name(node: Node) -> str:
    """By the document's own prefix: namespaces are misspelt more often than prefixes."""
    space, _, local = str(node.tag).lower().rpartition("}")
    if not space:
        return ""
    return f"{node.prefix.lower()}:{local}" if node.prefix else local


def _parse(text: str, *, strict: bool) -> Node | None:
    """The root, or None where there is none. Nothing outside `text` is ever read."""
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=not strict,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _without_doctype(text: str) -> str:
    """`text` without a document type: the entities in it are a trap more often than a help."""
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog else 0
    found = _DOCTYPE.match(text, start)
    return text[:start] + text[found.end() :] if found else text


def _mended(text: str) -> str:
    """`text` as near to XML as it can be brought.

    Raises:
        ParseError: There is no beginning of a feed in it.
    """
    root = _ROOT.search(text)
    first = _FIRST.search(text)
    said = ((first[1] or first[2]) if first else "").lower()
    if root is None or said == "html":
        raise ParseError(_instead(said))
    text = _FORBIDDEN.sub("", text[root.start() :])
    closed, end, rest = text.rpartition("]]>")
    text = closed + end + rest.replace("<![CDATA[", "")  # what never ends does not begin
    text = _AMPERSAND.sub(_reference, text)
    return _TAG.sub(lambda tag: _VALUE.sub(r'\1"\2"', tag[0]), _whole_entries(text))


def _whole_entries(text: str) -> str:
    """`text` without a last entry that was cut off."""
    ends = [text.rfind(f"</{name}>") for name in ("item", "entry")]
    starts = [text.rfind(f"<{name}{mark}") for name in ("item", "entry") for mark in " >"]
    return text[: max(starts)] if -1 < max(ends) < max(starts) else text


def _reference(found: re.Match[str]) -> str:
    """What a reference that XML does not know is meant to be; CDATA stays as it is."""
    if found[0].startswith("<!"):
        return found[0]
    character = html.unescape(f"&{found[1]};") if found[1] else ""
    if not character or character.startswith("&"):
        return "&amp;" + found[0][1:]
    return html.escape(_FORBIDDEN.sub("", character))


def _instead(name: str) -> str:
    """Why a document whose first element is `name` is no feed."""
    if name in {"html", "xhtml:html"}:
        return "an HTML page, not a feed"
    if name == "opml":
        return "an OPML subscription list, not a feed"
    if name in {"urlset", "sitemapindex"}:
        return "a sitemap, not a feed"
    return f"an XML document of type {name!r}, not a feed" if name else "not a feed"
