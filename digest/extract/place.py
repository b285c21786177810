"""Where on its page a text stands, and what stands behind it elsewhere."""

from collections.abc import Iterable
from typing import Final

from lxml.etree import _Element

from digest.extract.blocks import Block

HOME: Final = 0.85
"""Of a text: the element that holds as much is its home."""


def place(block: Block) -> object:
    """Where a block stands: its parent's name and class, or its parent if that has no class."""
    parent = block.element.getparent()
    named = parent.get("class") if parent is not None else None
    return (parent.tag, named) if parent is not None and named else parent


def home(tree: _Element, blocks: Iterable[Block], share: float = HOME) -> _Element:
    """The smallest element of `tree` that holds most of a text."""
    weights: dict[_Element, int] = {}
    for block in blocks:
        for element in (block.element, *block.element.iterancestors()):
            weights[element] = weights.get(element, 0) + len(block.text)
    around: _Element = tree
    enough = share * weights.get(tree, 0)
    while True:
        inner = next((child for child in around if weights.get(child, 0) >= enough), None)
        if inner is None:
            return around
        around = inner


def without_tail(blocks: list[Block], share: float = HOME) -> list[Block]:
    """A text without what follows outside its home, in places where none of it stands.

    What outlets append there are pleas, sources, notes, menus: never more than a tenth.
    """
    if not blocks:
        return []
    tree = blocks[0].element.getroottree().getroot()
    inside = set(home(tree, blocks, share).iter())
    places = {place(block) for block in blocks if block.element in inside and block.tag == "p"}
    end = len(blocks)
    while end and blocks[end - 1].element not in inside and place(blocks[end - 1]) not in places:
        end -= 1
    return blocks[:end]
