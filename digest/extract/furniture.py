"""Clear a page of what is not its article: menus, related stories, pleas, share bars."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from lxml.etree import _Element

from digest.extract.phrases import phrases
from digest.extract.tree import text_of

Weights = dict[_Element, int]
"""How many characters of paragraphs each element holds."""

_SELDOM: Final = frozenset({"nav", "footer", "form", "aside"})
_NAMES: Final = ("class", "id", "role", "data-component")
_KEPT: Final = frozenset({"html", "body", "main", "article", "h1"})
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_WORD: Final = re.compile(r"[a-z0-9]+")

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
        return len(text_of(block).strip())
    length = len((block.text or "").strip())
    for child in block:
        if tail := child.tail:
            length += len(tail.strip())
    return length if length > 80 else 0


def opening(element: _Element, most: int) -> str:
    """An element's text on one line; of one longer than `most`, a little more than that."""
    text = ""
    for piece in map(str, element.itertext()):
        if words := piece.split():
            text += f" {' '.join(words)}"
            if len(text) > most + 1:
                break
    return text[1:]


def is_furniture(tag: str, said: Mapping[str, str]) -> bool:
    """Whether an element is furniture by its name, or by its class, id or role."""
    if tag in _SELDOM or "hidden" in said or said.get("aria-hidden") == "true":
        return True
    for name in _NAMES:  # noqa: SIM110 - `any` takes twice as long, for each element
        if name in said and _is_name(said[name]):
            return True
    return False


def clear(tree: _Element, furniture: Iterable[_Element], weights: Weights) -> None:
    """Remove from `tree` what is furniture, unless it holds too much of the text."""
    limit = MAX_SHARE * weights.get(tree, 0)
    remove(
        element
        for element in furniture
        if weights.get(element, 0) <= limit and element.tag not in _KEPT
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


@lru_cache(maxsize=20_000)
def _is_name(words: str) -> bool:
    """Whether a class, id or role is what furniture is called; a site uses few, again and again."""
    plain = words[:1000]
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    if not plain.islower():
        plain = _CAMEL.sub("-", plain).lower()
    return _names().search(f"-{'-'.join(_WORD.findall(plain))}-") is not None


@cache
def _names() -> re.Pattern[str]:
    """What furniture is called, between hyphens."""
    return re.compile(f"-(?:{phrases('name').pattern})-")
