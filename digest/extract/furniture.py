"""Clear a page of what is not its article: menus, related stories, pleas, share bars."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from lxml import etree
from lxml.etree import _Element

from digest.extract.phrases import phrases

Weights = dict[_Element, int]
"""How many characters of paragraphs each element holds."""

_SELDOM: Final = frozenset({"nav", "footer", "form", "aside"})
_NAMES: Final = frozenset({"class", "id", "role", "data-component"})
_KEPT: Final = frozenset({"html", "body", "main", "article", "h1"})
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_APART: Final = re.compile(r"[^A-Za-z0-9]+")

MAX_SHARE: Final = 0.3
"""Of the page's paragraphs: what holds more is no furniture, whatever it is called."""


def weigh(tree: _Element) -> Weights:
    """The characters of running text in each element, itself included."""
    weights: Weights = {}
    for block in tree.iter("p", "div", "td", "section", "article", "li", "blockquote"):
        length = _length(block)
        for element in (block, *block.iterancestors()) if length else ():
            weights[element] = weights.get(element, 0) + length
    return weights


def _length(block: _Element) -> int:
    """Characters of a paragraph, or of what runs on directly in another block."""
    if block.tag == "p":
        return len("".join(str(piece) for piece in block.itertext()).strip())
    pieces = (block.text, *(child.tail for child in block))
    length = sum(len(piece.strip()) for piece in pieces if piece)
    return length if length > 80 else 0


def opening(element: _Element, most: int) -> str:
    """An element's text on one line; of one longer than `most`, a little more than that."""
    text = ""
    for piece in map(str, element.itertext()):
        text += f" {' '.join(piece.split())}" if not piece.isspace() else ""
        if len(text) > most + 1:
            break
    return text[1:]


def clear(tree: _Element, weights: Weights) -> None:
    """Remove furniture from `tree`, in place."""
    limit = MAX_SHARE * weights.get(tree, 0)
    remove(
        element
        for element in tree.iter(etree.Element)
        if (element.tag in _SELDOM or _is_called_so(element))
        and weights.get(element, 0) <= limit
        and element.tag not in _KEPT
    )


def remove(elements: Iterable[_Element]) -> None:
    """Take elements out of their tree; the text behind them stays."""
    for element in list(elements):
        parent = element.getparent()
        if parent is not None:
            _keep_tail(element, parent)
            parent.remove(element)


def _keep_tail(element: _Element, parent: _Element) -> None:
    if not element.tail:
        return
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + element.tail
    else:
        before.tail = (before.tail or "") + element.tail


def _is_called_so(element: _Element) -> bool:
    """Whether its class, id or role calls it furniture."""
    for name, value in element.items():
        if name in _NAMES:
            if _is_name(value):
                return True
        elif name == "hidden" or (name == "aria-hidden" and value == "true"):
            return True
    return False


@lru_cache(maxsize=20_000)
def _is_name(words: str) -> bool:
    """Whether a class, id or role is what furniture is called; a site uses few, again and again."""
    plain = words[:1000]
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    spread = _APART.sub("-", _CAMEL.sub("-", plain)).lower()
    return _names().search(f"-{spread}-") is not None


@cache
def _names() -> re.Pattern[str]:
    """What furniture is called, between hyphens."""
    return re.compile(f"-(?:{phrases('name').pattern})-")
