"""The column of a page: paragraphs side by side in one element, which hold nearly all that reads.

Two pages in three are built so, and what reads there is the article without further search.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml.etree import _Element

from digest.extract.blocks import Block

SURE: Final = 0.8
"""Of a page's running text: with so much in one element, nothing else can be the article."""

ENOUGH: Final = 400
"""Characters of running text: with less, chance decides."""

FRAMES: Final = 4
"""Elements around a quotation: what shows a post of another site."""

_PARTS: Final = frozenset({"p", "li", "blockquote", "pre", "dd", "dt"})
_LISTS: Final = frozenset({"ul", "ol", "dl", "li", "blockquote", "p"})
_HOLDERS: Final = frozenset({"p", "div", "section", "article", "main", "td", "blockquote"})
_BESIDE: Final = ("aside", "nav", "footer")
_WHOLE: Final = frozenset({"body", "html"})


def column(blocks: list[Block]) -> list[int]:
    """Where the blocks of the column are; none, if the page's text stands in several places."""
    weights: dict[_Element, int] = {}
    for block in blocks:
        holder = _holder(block)
        if holder is not None and block.tag in _HOLDERS and block.reads:
            weights[holder] = weights.get(holder, 0) + len(block.text)
    weights = {holder: weight for holder, weight in weights.items() if not _is_beside(holder)}
    whole = sum(weights.values())
    if whole < ENOUGH:
        return []
    best = max(weights, key=lambda element: weights[element])
    if weights[best] < SURE * whole or best.tag in _WHOLE:
        return []
    return [
        index
        for index, block in enumerate(blocks)
        if block.key and block.linked < 0.5 and best in _lineage(block)
    ]


def _holder(block: Block) -> _Element | None:
    """The element that a block stands in: a paragraph's parent, or what holds the bare text."""
    return block.element.getparent() if block.tag in _PARTS else block.element


def _is_beside(element: _Element) -> bool:
    """Whether an element is marked as no part of what the page is for."""
    return next(element.iterancestors(*_BESIDE), None) is not None or element.tag in _BESIDE


def _lineage(block: Block) -> Iterator[_Element]:
    """What a block stands in: through lists, and from a quotation through its frames."""
    quotation = next(block.element.iterancestors("blockquote"), None)
    if quotation is not None:
        yield from islice(quotation.iterancestors(), FRAMES)
    element: _Element | None = block.element
    while element is not None:
        yield element
        if element.tag not in (_PARTS if element is block.element else _LISTS):
            return
        element = element.getparent()
