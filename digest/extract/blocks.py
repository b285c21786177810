"""The blocks of a page in reading order: each text once, with where it stands."""

import re
from itertools import chain
from typing import Final

from lxml.etree import _Element
from msgspec import Struct

from digest.clean import Clean, clean
from digest.extract.letters import letters
from digest.extract.tree import BLOCKS
from digest.news import Kind

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CELLS: Final = frozenset({"td", "th"})
_BOLD: Final = frozenset({"b", "strong"})
_END: Final = re.compile(r"[.!?…:;\"'”’»“)。」』！？।]$")


class Block(Struct, frozen=True, kw_only=True):
    """A run of text that no other block interrupts."""

    element: _Element
    text: Clean
    key: str
    """Its letters: what it is recognized by."""

    linked: float
    """The share of its text that is links."""

    bold: float = 0.0
    """The share of its text that is bold."""

    @property
    def tag(self) -> str:
        """The element's name."""
        return str(self.element.tag)

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _END.search(self.text) is not None

    @property
    def reads(self) -> bool:
        """Whether it reads like running text."""
        return len(self.text) >= 60 and self.linked < 0.5 and self.ended

    @property
    def kind(self) -> Kind:
        """What the page makes of it: the nearest element that says so."""
        for element in chain((self.element,), self.element.iterancestors()):
            if element.tag in HEADINGS:
                return Kind.HEADING
            if element.tag == "li":
                return Kind.LIST
            if element.tag == "blockquote":
                return Kind.QUOTE
            if element.tag in {"article", "section", "main", "body"}:
                break
        return Kind.HEADING if self._is_bold_line else Kind.TEXT

    @property
    def _is_bold_line(self) -> bool:
        return self.bold > 0.95 and 3 < len(self.text) < 100 and not self.ended


class _Run:
    """The text of the block that is being read."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.bold = 0
        self.blocks: list[Block] = []

    def add(self, text: str, *, linked: bool, bold: bool) -> None:
        if not self.pieces and text.isspace():
            return
        self.pieces.append(text)
        if linked or bold:
            length = len(text.strip())
            self.linked += length if linked else 0
            self.bold += length if bold else 0

    def end(self, element: _Element) -> None:
        if not self.pieces:
            return
        if text := clean("".join(self.pieces)):
            self.blocks.append(
                Block(
                    element=element,
                    text=text,
                    key=letters(text),
                    linked=min(1.0, self.linked / len(text)) if self.linked else 0.0,
                    bold=min(1.0, self.bold / len(text)) if self.bold else 0.0,
                )
            )
        self.pieces, self.linked, self.bold = [], 0, 0


def blocks(tree: _Element) -> list[Block]:
    """Every block of `tree`. A line break alone joins, two part."""
    run = _Run()
    _read(tree, tree, run, linked=False, bold=False)
    run.end(tree)
    return run.blocks


def _read(element: _Element, host: _Element, run: _Run, *, linked: bool, bold: bool) -> None:
    """Read an element; its depth is bounded by `tree.grow`."""
    if text := element.text:
        run.add(text, linked=linked, bold=bold)
    for child in element:
        tag = child.tag
        if tag in BLOCKS:
            run.end(host)
            _read(child, child, run, linked=linked, bold=bold)
            run.end(child)
        elif tag == "br":
            if _parts(child):
                run.end(host)
            run.add(" ", linked=False, bold=False)
        elif isinstance(tag, str):
            _read(child, host, run, linked=linked or tag == "a", bold=bold or tag in _BOLD)
        if text := child.tail:
            run.add(text, linked=linked, bold=bold)


def _parts(line_break: _Element) -> bool:
    """Whether a line break is one of several in a row."""
    after = line_break.getnext()
    before = line_break.getprevious()
    follows = after is not None and after.tag == "br" and not (line_break.tail or "").strip()
    followed = before is not None and before.tag == "br" and not (before.tail or "").strip()
    return follows or followed
