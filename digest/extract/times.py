"""When an article was published and updated: what the page declares, else what it shows."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

from lxml.html import HtmlElement
from msgspec import Struct

from digest.dates import read_date
from digest.extract.blocks import Block
from digest.news import Entry

_NO_ZONE: Final = timezone(timedelta(0), "none")
"""Marks a date that says no zone."""

_DAY: Final = timedelta(days=1)
_EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
_LABEL: Final = re.compile(
    r"^\W{0,3}(?:first\s)?(?:published|posted|updated|last\supdated|publié|publicado|veröffentlicht|stand|"
    r"erstellt|aktualisiert|pubblicato|date|on)\b\s?(?:on|at|le|el|am|il)?\s?:?\s?",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(
    r"updated|modified|aktualisiert|mis à jour|actualizado|更新", re.IGNORECASE
)
NEAR: Final = 14
"""Blocks around the title among which a date is the article's."""


class Times(Struct, frozen=True, kw_only=True):
    """Aware, each with its own offset."""

    published: datetime | None = None
    updated: datetime | None = None


def times(published: Iterable[str], updated: Iterable[str], entry: Entry | None) -> Times:
    """The best of the dates that are said, best source first."""
    known = entry.published if entry else None
    first = _best(_read(published, known), known)
    changed = _best(_read(updated, known), None)
    if first is None:
        return (
            Times(published=changed) if known is None else Times(published=known, updated=changed)
        )
    later = changed is not None and changed > first
    return Times(published=first, updated=changed if later else None)


def shown_dates(tree: HtmlElement, blocks: list[Block], titles: set[str]) -> list[str]:
    """Dates near the title: machine-readable ones first, then lines that are a date."""
    marked = [
        element.get("datetime") or element.text_content()
        for element in tree.iter("time")
        if not _UPDATED.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}")
    ]
    return [text[:80] for text in marked[:3]] + list(_dated(blocks, titles))


def _dated(blocks: list[Block], titles: set[str]) -> Iterator[str]:
    """Short lines with figures near the title."""
    place = next((index for index, block in enumerate(blocks) if block.key in titles), 0)
    near = blocks[place : place + NEAR] + blocks[max(0, place - NEAR // 2) : place][::-1]
    for block in near:
        line = _LABEL.sub("", block.text)
        if 6 <= len(line) <= 90 and any(letter.isdigit() for letter in line):
            yield line


def _read(texts: Iterable[str], known: datetime | None) -> list[datetime]:
    found = (read_date(text[:100], default=_NO_ZONE) for text in list(texts)[:20])
    return [_zoned(date, known) for date in found if date is not None and date > _EARLIEST]


def _zoned(date: datetime, known: datetime | None) -> datetime:
    """A date without a zone takes the feed's offset, if the two agree within a day."""
    if date.tzname() != _NO_ZONE.tzname(None):
        return date
    zone: tzinfo = UTC
    if known is not None and abs(date.replace(tzinfo=known.tzinfo) - known) <= _DAY:
        zone = known.tzinfo or UTC
    return date.replace(tzinfo=zone)


def _best(dates: list[datetime], known: datetime | None) -> datetime | None:
    """The first; one near what the feed says before others; a time of day before midnight."""
    near = [date for date in dates if known is not None and abs(date - known) <= _DAY]
    chosen = next(iter(near or dates), None)
    if chosen is None or (chosen.hour, chosen.minute, chosen.second) != (0, 0, 0):
        return chosen
    return next(
        (date for date in dates if date.date() == chosen.date() and date.hour + date.minute), chosen
    )
