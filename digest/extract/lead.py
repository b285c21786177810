"""The lead of an article: what stands between its title and its text and tells what it is about."""

import re
from collections.abc import Collection
from typing import Final

from digest.extract.blocks import Block

ABOVE: Final = 6
"""Blocks between a title and the text."""

_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|lead|lede|intro|standfirst|sub-?(?:title|head|headline)|summary|"
    r"excerpt|abstract|synopsis|teaser|vorspann|einleitung|chapeau|entradilla|sommario)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def leads(blocks: list[Block], places: list[int], titles: Collection[str], told: str) -> set[int]:
    """Where the lead stands that trafilatura takes for furniture.

    Args:
        blocks: All blocks of a page.
        places: Those that are known to be the article's.
        titles: The letters of its title, in all spellings.
        told: The letters of what the page says of itself.
    """
    title = next(
        (index for index, block in enumerate(blocks) if block.tag == "h1" and block.key in titles),
        None,
    )
    if title is None:
        return set()
    text = next((index for index in places if index > title and blocks[index].reads), title)
    holders = set(blocks[text].element.iterancestors())
    above = range(title + 1, min(text, title + 1 + ABOVE))
    return {
        index
        for index in above
        if _fair(blocks[index])
        and (
            index == title + 1
            or _tells(blocks[index], told)
            or (blocks[index].reads and blocks[index].element.getparent() in holders)
        )
    }


def _fair(block: Block) -> bool:
    """Whether a block is neither a label nor a menu."""
    return 25 <= len(block.key) <= 800 and block.linked <= 0.2


def _tells(block: Block, told: str) -> bool:
    """Whether it is what the page says of itself, is called a lead, or is a point of a list."""
    if told and (told.startswith(block.key[:60]) or told[:60] in block.key):
        return True
    named = _CAMEL.sub("-", f"{block.element.get('class') or ''}"[:300])
    return _NAMED.search(named) is not None or (block.tag == "li" and len(block.text) >= 50)
