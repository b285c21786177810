"""The text of an article: what was found of it, and what stands among that and reads like it.

A page's plain column is found at sight, anything else is sought by trafilatura.
"""

from collections.abc import Collection, Iterable
from typing import Final, TypeAlias

from lxml.etree import _Element

from digest.extract.blocks import HEADINGS, Block
from digest.extract.column import column
from digest.extract.lead import leads
from digest.extract.letters import letters
from digest.extract.place import home, place
from digest.extract.search import sought

Weights: TypeAlias = dict[object, int]
"""How much of the found text each element, or each kind of element, holds."""

LINKS: Final = 0.8
"""A block with more of its text in links is a list of links."""

_HEADINGS_WITHIN: Final = HEADINGS - {"h1", "h5", "h6"}


def body(
    tree: _Element, blocks: list[Block], *, titles: Iterable[str] = (), lead: str = ""
) -> list[Block]:
    """The blocks that are the article's, in order; none if there is no article.

    Args:
        tree: The page, cleared.
        blocks: All its blocks.
        titles: Spellings of the article's title.
        lead: How the page describes itself.
    """
    named = {letters(text) for text in titles}
    places = _below_title(blocks, column(blocks) or sought(tree, blocks), named)
    if not places:
        return []
    found = [blocks[index] for index in places]
    whole = sum(len(block.text) for block in found)
    beside = _weigh(found)
    parents = {block.element.getparent() for block in found}
    inside = set(home(tree, found).iter())
    kept = {*places, *leads(blocks, places, named, letters(lead))}
    for index, block in enumerate(blocks):
        share = beside.get(place(block), 0) / whole
        share = share if len(block.text) > 120 or block.element.getparent() in parents else 0
        within = places[0] < index < places[-1] and block.element in inside
        if _continues(block, share) or (within and _fits(block, share)):
            kept.add(index)
    return [blocks[index] for index in sorted(kept) if not _is_links(blocks[index])]


def _below_title(blocks: list[Block], places: list[int], titles: Collection[str]) -> list[int]:
    """The places below the last title that most of the text is below."""
    whole = sum(len(blocks[index].text) for index in places)
    below = whole
    start = 0
    for index in places:
        if (
            blocks[index].tag in {"h1", "h2"}
            and blocks[index].key in titles
            and below > 0.5 * whole
        ):
            start = index
        below -= len(blocks[index].text)
    return [index for index in places if index >= start]


def _weigh(found: Iterable[Block]) -> Weights:
    """How much of the found text stands directly in each place."""
    weights: Weights = {}
    for block in found:
        weights[place(block)] = weights.get(place(block), 0) + len(block.text)
    return weights


def _is_links(block: Block) -> bool:
    """Whether it leads elsewhere: nearly all link, or an item half link and no sentence."""
    if block.ended:
        return block.linked > LINKS and len(block.text) <= 100
    return block.linked > (LINKS if block.tag == "p" else 0.4)


def _continues(block: Block, share: float) -> bool:
    """Whether it is a paragraph beside a good part of the found text."""
    return block.tag == "p" and share > 0.2 and block.reads


def _fits(block: Block, share: float) -> bool:
    """Whether it can stand between found paragraphs: a heading, or text beside found text."""
    return block.tag in _HEADINGS_WITHIN or (share > 0.05 and block.reads)
