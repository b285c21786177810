"""The text of an article: trafilatura finds it, the page's own blocks give it its form.

trafilatura knows best where a text is, but loses headings, runs paragraphs together and keeps
some furniture. So its finding is laid over the blocks of the page: what it found is kept, and
so is what stands among it and reads like it.
"""

from collections.abc import Iterable
from typing import Final

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from digest.extract.blocks import CELLS, HEADINGS, Block
from digest.extract.title import letters

LINKS: Final = 0.8
"""A block with more of its text in links is a list of links."""

CELL: Final = 80
"""Characters: shorter cells are data, not text."""

_ABOVE: Final = 6
"""Blocks between a title and the text."""

_HEADINGS_WITHIN: Final = HEADINGS - {"h1", "h5", "h6"}

Weights = dict[_Element, int]


def body(
    tree: HtmlElement, blocks: list[Block], *, titles: Iterable[str] = (), lead: str = ""
) -> list[Block]:
    """The blocks that are the article's, in order; none if there is no article.

    Args:
        tree: The page, cleared.
        blocks: All its blocks.
        titles: Spellings of the article's title.
        lead: How the page describes itself.
    """
    found = _found(tree, blocks)
    places = [index for index, known in enumerate(found) if known]
    if not places:
        return []
    parents = _weigh(blocks[index] for index in places)
    whole = sum(len(blocks[index].text) for index in places)
    inside = set(_around(tree, (blocks[index] for index in places), whole).iter())
    leads = _leads(blocks, places, {letters(text) for text in titles}, letters(lead))
    return [
        block
        for index, block in enumerate(blocks)
        if not _is_links(block)
        and (
            found[index]
            or index in leads
            or _continues(block, parents, whole)
            or (
                places[0] < index < places[-1]
                and block.element in inside
                and _fits(block, parents, whole)
            )
        )
    ]


def _found(tree: HtmlElement, blocks: list[Block]) -> list[bool]:
    """Which blocks trafilatura takes for the article's."""
    result = bare_extraction(tree, include_comments=False)
    said = result.text if isinstance(result, Document) else None
    lines = [letters(line) for line in (said or "").split("\n")]
    known, text = set(lines), "".join(lines)
    return [
        bool(block.key)
        and (block.key in known or (len(block.key) >= 10 and block.key in text))
        and not (block.tag in CELLS and len(block.text) < CELL)
        for block in blocks
    ]


def _weigh(found: Iterable[Block]) -> Weights:
    """How much of the found text stands directly in each element."""
    weights: Weights = {}
    for block in found:
        parent = block.element.getparent()
        if parent is not None:
            weights[parent] = weights.get(parent, 0) + len(block.text)
    return weights


def _around(tree: HtmlElement, found: Iterable[Block], whole: int) -> _Element:
    """The smallest element that holds nine tenths of the found text."""
    weights: Weights = {}
    for block in found:
        for element in (block.element, *block.element.iterancestors()):
            weights[element] = weights.get(element, 0) + len(block.text)
    around: _Element = tree
    while True:
        inner = next((child for child in around if weights.get(child, 0) >= 0.9 * whole), None)
        if inner is None:
            return around
        around = inner


def _leads(blocks: list[Block], places: list[int], titles: set[str], lead: str) -> set[int]:
    """Where the lead stands that trafilatura takes for furniture: between title and text."""
    title = next(
        (index for index, block in enumerate(blocks) if block.tag == "h1" and block.key in titles),
        None,
    )
    if title is None:
        return set()
    text = next((index for index in places if index > title and _reads(blocks[index])), title)
    above = range(title + 1, min(text, title + 1 + _ABOVE))
    return {index for index in above if _leads_in(blocks[index], lead, nearest=index == title + 1)}


def _leads_in(block: Block, lead: str, *, nearest: bool) -> bool:
    """Whether a block above the text tells what it is about."""
    if not 25 <= len(block.key) <= 800 or block.linked > 0.2:
        return False
    told = bool(lead) and (lead.startswith(block.key[:60]) or block.key.startswith(lead[:60]))
    return told or nearest or (block.tag == "li" and len(block.text) >= 50)


def _is_links(block: Block) -> bool:
    return block.linked > LINKS and not (len(block.text) > 100 and block.ended)


def _reads(block: Block) -> bool:
    """Whether it reads like running text."""
    return len(block.text) >= 60 and block.linked < 0.5 and block.ended


def _continues(block: Block, parents: Weights, whole: int) -> bool:
    """Whether it is a paragraph beside a good part of the found text."""
    return block.tag == "p" and _beside(block, parents) > 0.2 * whole and _reads(block)


def _fits(block: Block, parents: Weights, whole: int) -> bool:
    """Whether it can stand between found paragraphs: a heading, or text beside found text."""
    beside = _beside(block, parents)
    return block.tag in _HEADINGS_WITHIN or (beside > 0.05 * whole and _reads(block))


def _beside(block: Block, parents: Weights) -> int:
    parent = block.element.getparent()
    return parents.get(parent, 0) if parent is not None else 0
