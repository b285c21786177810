"""A page as a tree that is safe to walk: no controls, no depths, no crowds.

What the limits stand for was measured with lxml 6.1 and trafilatura 2.3: 50,000 attributes on
one tag take 2.7 s to parse and 9 s to extract; 50,000 inline elements in one paragraph take
over 60 s; at 254 levels nothing comes out; one reference to a control, `&#27;`, ends it all.
"""

import re
from typing import Final

from lxml.etree import HTMLParser, LxmlError, _Element, fromstring, strip_elements

from digest.errors import ExtractError

MAX_ELEMENTS: Final = 100_000
MAX_DEPTH: Final = 120
MAX_INLINE: Final = 300
"""Inline elements in one parent, line breaks apart."""

MAX_TAG: Final = 500
"""Words in one tag: attributes, mostly."""

BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_SILENT: Final = (
    "script", "style", "button", "noscript", "iframe", "svg", "dialog", "template", "select",
    "input", "textarea", "object", "embed", "canvas", "video", "audio", "map", "menu", "link",
)  # fmt: skip
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONG_TAG: Final = re.compile(rf"<[A-Za-z][^<>]{{{2 * MAX_TAG},}}")
_REFERENCE: Final = re.compile(
    r"&#(?:0{0,9}(?:[0-8]|1[1-24-9]|2\d|3[01])|x0{0,9}(?:[0-8bcef]|1[0-9a-f]))(?:;|(?![0-9a-f]))",
    re.IGNORECASE,
)


def grow(text: str) -> _Element:
    """The tree of a page.

    Raises:
        ExtractError: There is none, or it is too large.
    """
    text = _REFERENCE.sub("", _CONTROL.sub("", text))
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        tree = fromstring(_LONG_TAG.sub(_short_tag, text).encode(), parser)
    except (LxmlError, ValueError) as error:
        raise ExtractError("no page at all") from error
    if tree is None:
        raise ExtractError("no page at all")
    _bound(tree)
    return tree


def text_of(element: _Element) -> str:
    """All text in an element, as it stands."""
    return "".join(str(piece) for piece in element.itertext())


def quiet(tree: _Element) -> None:
    """Take out what is never shown as text: programs, styles, forms' parts, pictures' code."""
    strip_elements(tree, *_SILENT, with_tail=False)


def _short_tag(found: re.Match[str]) -> str:
    """A tag; of one with more than MAX_TAG words, its name."""
    words = found[0].split(None, MAX_TAG + 1)
    return words[0] if len(words) > MAX_TAG else found[0]


def _bound(tree: _Element) -> None:
    """Flatten what is too deep or too crowded."""
    level = [tree]
    count = depth = 0
    while level:
        count, depth = count + len(level), depth + 1
        if count > MAX_ELEMENTS:
            raise ExtractError("too large a page")
        for element in level:
            if depth >= MAX_DEPTH or _crowded(element):
                _flatten(element)
        level = [child for element in level for child in element]


def _crowded(element: _Element) -> bool:
    if len(element) <= MAX_INLINE:
        return False
    return sum(child.tag not in BLOCKS and child.tag != "br" for child in element) > MAX_INLINE


def _flatten(element: _Element) -> None:
    text = " ".join(str(piece) for piece in element.itertext())
    tail = element.tail
    for child in list(element):
        element.remove(child)
    element.text, element.tail = text, tail
