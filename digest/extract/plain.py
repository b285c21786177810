"""An article out of a page's plain text, as a reader copies or saves it.

Nothing marks what a line is, so position and form must tell: the title is the line that
stands there twice, or the first; the text begins at the dateline or below the byline, and
ends where other stories are listed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from lxml import etree
from msgspec import Struct

from digest.clean import NOTHING, Clean, clean, clean_url
from digest.errors import ExtractError
from digest.extract import agency
from digest.extract.blocks import Block, blocks
from digest.extract.byline import Credit, credit, is_byline
from digest.extract.captions import each_once
from digest.extract.dateline import head
from digest.extract.letters import letters
from digest.extract.times import times
from digest.extract.trim import is_stop, trim
from digest.language.identify import language_of
from digest.news import Article, Paragraph

MAX_LINES: Final = 5_000
_SITE: Final = re.compile(r"(?:[\w-]{2,40}\.){1,3}(?:com|org|net|info|news|tv|[a-z]{2})")
_AGO: Final = re.compile(r"\d{1,3} (?:second|minute|min|hour|day|week|month)s? ago", re.IGNORECASE)
_BULLET: Final = re.compile(r"^(?:[-*•–]|\d{1,2}[.)])\s+")
_END: Final = re.compile(r"[.!?:…]['\"’”»)]{0,2}$|[。！？」]$")

ABOVE: Final = 20
"""Lines between a title and its text."""


class _Top(Struct, frozen=True, kw_only=True):
    """What stands above the text."""

    title: Clean
    lines: list[Clean]
    """From title to text."""

    text: list[Clean]
    """From the text on, furniture and all."""


def extract_text(text: str, *, url: str = "") -> Article:
    """The article in a plain-text page.

    Raises:
        ExtractError: There is no text in it.
    """
    lines = [line for raw in text.splitlines()[:MAX_LINES] if (line := clean(raw))]
    top = _top(lines)
    names = _credit(top.lines)
    publisher = next((line for line in lines[:60] if _SITE.fullmatch(line)), NOTHING)
    paragraphs = _paragraphs(top, names)
    if not paragraphs:
        raise ExtractError("no article text")
    first = head(paragraphs[0].text)
    service = first.agency or names.agency
    dates = [line for line in top.lines if len(line) < 90 and re.search(r"\d", line)]
    said = times((), (), dates, None)
    told = [Paragraph(first.text, paragraphs[0].kind), *paragraphs[1:]]
    return Article(
        id="",
        feed="",
        title=top.title,
        publisher=publisher,
        url=clean_url(url),
        byline=names.names,
        agency=NOTHING if agency.same(service, publisher) else service,
        dateline=first.dateline,
        published=said.published,
        language=clean(language_of(" ".join(one.text for one in told[:12]))),
        paragraphs=tuple(told),
        captions=tuple(_captions(top)),
    )


def _top(lines: list[Clean]) -> _Top:
    """The lines, parted at title and text."""
    title = _title(lines)
    start = lines.index(title) + 1 if title else 0
    below = lines[start:]
    text = _start(below)
    return _Top(title=title, lines=below[:text], text=below[text:])


def _title(lines: Sequence[Clean]) -> Clean:
    """The line that is printed twice or more; else the first, if it is not yet the text."""
    counts = Counter(line for line in lines if 20 <= len(line) <= 250 and not line.endswith("..."))
    repeated = next((line for line in lines if counts[line] > 1 and not _reads(line)), NOTHING)
    first = lines[0] if lines and len(lines[0]) <= 250 and not _reads(lines[0]) else NOTHING
    return repeated or first


def _start(lines: list[Clean]) -> int:
    """Where the text begins: at a dateline, below the byline, at the first whole paragraph."""
    above = lines[:ABOVE]
    for index, line in enumerate(above):
        opening = head(line)
        if len(line) > 40 and (opening.agency or opening.dateline):
            return index
    byline = next((index for index, line in enumerate(above) if is_byline(line)), -1)
    texts = (index for index, line in enumerate(lines) if index > byline and _reads(line))
    return next(texts, 0)


def _reads(line: str) -> bool:
    """Whether a line is a paragraph of running text."""
    return len(line) >= 60 and _END.search(line) is not None and not line.endswith("...")


def _credit(lines: list[Clean]) -> Credit:
    return credit(line for line in lines if is_byline(line))


def _captions(top: _Top) -> list[Clean]:
    """Long lines above the text, none of them a byline or cut short."""
    long = (line for line in top.lines if len(line) >= 30 and not is_byline(line))
    return each_once(line for line in long if letters(line) != letters(top.title))


def _paragraphs(top: _Top, names: Credit) -> list[Paragraph]:
    kept = trim(_blocks(_until_lists(top.text)), titles=[top.title], names=names.names, captions=[])
    return [Paragraph(clean(_BULLET.sub("", one.text)), one.kind) for one in kept]


def _until_lists(lines: list[Clean]) -> list[Clean]:
    """The lines above a list of other stories."""
    for index, line in enumerate(lines):
        if index and is_stop(line):
            return lines[:index]
        if _AGO.fullmatch(line):
            return lines[: max(0, index - 2)]
    return lines


def _blocks(lines: list[Clean]) -> list[Block]:
    """The lines as a page that says what they are: paragraphs, items, headings."""
    page = etree.Element("article")
    for line in lines:
        tag = "li" if _BULLET.match(line) else "p" if _END.search(line) or len(line) > 120 else "h3"
        etree.SubElement(page, tag).text = line
    return blocks(page)
