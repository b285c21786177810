"""The text of a page that shows no plain column: trafilatura seeks it.

It knows best where a text is, but loses headings, runs paragraphs together and keeps some
furniture. So its finding is laid over the blocks of the page, which give it its form.
"""

from typing import Final

from lxml.etree import _Element, tostring
from lxml.html import HTMLParser, document_fromstring

from digest.errors import ExtractError
from digest.extract.blocks import CELLS, Block
from digest.extract.letters import letters

CELL: Final = 80
"""Characters: shorter cells are data, not text."""

SHORT: Final = 1_000
"""Characters: with less trafilatura is asked again, at leisure, to compare other methods."""

MAX_SEARCH: Final = 2_000_000_000
"""Characters looked through for all blocks together: about a second's work."""


def sought(tree: _Element, blocks: list[Block]) -> list[int]:
    """Where the blocks are that trafilatura takes for the article's.

    Raises:
        ExtractError: The page defeats it.
    """
    try:
        said = _said(tree)
    except Exception as error:  # whatever it stumbles over is the page's fault, and ends there
        raise ExtractError("no article text") from error
    lines = [letters(line) for line in said.split("\n")]
    known, text = set(lines), "".join(lines)
    text = text if len(text) * len(blocks) < MAX_SEARCH else ""
    return [
        index
        for index, block in enumerate(blocks)
        if block.key
        and (block.key in known or (len(block.key) >= 10 and block.key in text))
        and not (block.tag in CELLS and len(block.text) < CELL)
    ]


def _said(tree: _Element) -> str:
    """What trafilatura makes of a page, a line a block."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - 0.2 s, and many pages do without
    from trafilatura.settings import Document  # noqa: PLC0415 - the same

    page = document_fromstring(
        tostring(tree, encoding="utf-8", method="html"), parser=HTMLParser(encoding="utf-8")
    )
    for fast in (True, False):
        found = bare_extraction(page, include_comments=False, fast=fast)
        text = (found.text or "") if isinstance(found, Document) else ""
        if len(text) >= SHORT:
            break
    return text
