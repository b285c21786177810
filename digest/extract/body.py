"""The text of an article: trafilatura finds it, the page's own blocks give it its form.

trafilatura knows best where a text is, but loses headings, runs paragraphs together and keeps
some furniture. So its finding is laid over the blocks of the page: what it found is kept, and
so is what stands among it and reads like it.
"""

from collections.abc import Collection, Iterable
from typing import Final, TypeAlias

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from digest.errors import ExtractError
from digest.extract.blocks import CELLS, HEADINGS, Block
from digest.extract.column import column
from digest.extract.lead import leads
from digest.extract.letters import letters
from digest.extract.place import home, place

Weights: TypeAlias = dict[object, int]
"""How much of the found text each element, or each kind of element, holds."""

LINKS: Final = 0.8
"""A block with more of its text in links is a list of links."""

CELL: Final = 80
"""Characters: shorter cells are data, not text."""

MAX_SEARCH: Final = 2_000_000_000
"""Characters looked through for all blocks together: about a second's work."""

_HEADINGS_WITHIN: Final = HEADINGS - {"h1", "h5", "h6"}


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
    named = {letters(text) for text in titles}
    places = _below_title(blocks, column(blocks) or _found(tree, blocks), named)
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


def _found(tree: HtmlElement, blocks: list[Block]) -> list[int]:
    """Where the blocks are that trafilatura takes for the article's."""
    try:
        result = bare_extraction(tree, include_comments=False)
    except Exception as error:  # whatever it stumbles over is the page's fault, and ends there
        raise ExtractError("no article text") from error
    said = result.text if isinstance(result, Document) else None
    lines = [letters(line) for line in (said or "").split("\n")]
    known, text = set(lines), "".join(lines)
    text = text if len(text) * len(blocks) < MAX_SEARCH else ""
    return [
        index
        for index, block in enumerate(blocks)
        if block.key
        and (block.key in known or (len(block.key) >= 10 and block.key in text))
        and not (block.tag in CELLS and len(block.text) < CELL)
    ]


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
