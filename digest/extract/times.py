"""When an article was published and updated: what the page declares, else what it shows."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import islice
from typing import Final

from msgspec import Struct

from digest.clean import clean
from digest.dates import read_date
from digest.extract.blocks import HEADINGS, Block
from digest.news import Entry

_NO_ZONE: Final = timezone(timedelta(0), "none")
"""Marks a date that says no zone."""

_APART: Final = re.compile(r"\s[-–]\s|[|•·]")
_HOUR: Final = timedelta(hours=1)
_HALVES: Final = frozenset(
    timedelta(minutes=minutes) for minutes in (-210, -150, 210, 270, 330, 345, 390, 570, 630)
)
"""The offsets of places that are not whole hours from Greenwich."""

_FARTHEST: Final = timedelta(hours=14)
_DAY: Final = timedelta(days=1)
_EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
_LABEL: Final = re.compile(
    r"^\W{0,3}(?:first\s)?(?:published|posted|updated|last\supdated|publié|publicado|veröffentlicht|stand|"
    r"erstellt|aktualisiert|pubblicato|dat[eu]m?|on)\b\s?(?:on|at|le|el|am|il)?\s?:?\s?",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_UPDATED: Final = re.compile(
    r"updated|modified|aktualisiert|mis à jour|actualizado|更新", re.IGNORECASE
)
RENEWED: Final = timedelta(hours=12)
"""What is changed sooner is mended, not told anew."""

NEAR: Final = 14
"""Blocks around the title among which a date is the article's."""


class Times(Struct, frozen=True, kw_only=True):
    """Aware, each with its own offset."""

    published: datetime | None = None
    updated: datetime | None = None


def times(
    published: Iterable[str], updated: Iterable[str], shown: Iterable[str], entry: Entry | None
) -> Times:
    """The best of the dates that are said.

    Args:
        published: What the page declares, best source first.
        updated: The same of its last change.
        shown: Dates that stand near the title.
        entry: The feed's word.
    """
    known = entry.published if entry else None
    seen = _read(shown)
    declared_dates = [_zoned(date, known) for date in _read(published)]
    first = _best(declared_dates or [_zoned(date, known) for date in seen], known)
    changed = _best([_zoned(date, known) for date in _read(updated)], None)
    if first is None:
        first = known or changed
    if first is not None and changed is not None and known is None:
        first = _kept_current(first, changed, seen)
    if first is not None:
        first = _as_shown(first, seen)
    if changed is None or first is None or changed <= first:
        return Times(published=first)
    return Times(
        published=first,
        updated=changed if changed.utcoffset() else changed.astimezone(first.tzinfo),
    )


def _kept_current(first: datetime, changed: datetime, seen: list[datetime]) -> datetime:
    """The date of publication, or of a new version if that is the day that the page shows."""
    days = {date.date() for date in seen}
    published = {first.date(), first.astimezone(UTC).date()}
    renewed = changed - first >= RENEWED and changed.date() in days and not published & days
    return changed if renewed else first


def _as_shown(date: datetime, seen: Iterable[datetime]) -> datetime:
    """A date with the offset of the clock that the page shows it on, if that is UTC's or it is."""
    minute = date.replace(second=0, microsecond=0)
    if date.utcoffset():
        plain = minute.astimezone(UTC).replace(tzinfo=_NO_ZONE)
        own = minute.replace(tzinfo=_NO_ZONE)
        return date.astimezone(UTC) if plain in seen and own not in seen else date
    for shown in (one.replace(second=0, microsecond=0) for one in seen):
        if shown.tzinfo is not _NO_ZONE:
            offset = (shown.utcoffset() or timedelta(0)) if shown == minute else timedelta(0)
        elif shown.hour or shown.minute:
            offset = shown.replace(tzinfo=UTC) - minute
        else:
            continue
        whole = offset % _HOUR == timedelta(0) and abs(offset) <= _FARTHEST
        if offset and (whole or offset in _HALVES):
            return date.astimezone(timezone(offset))
    return date


def shown_dates(blocks: list[Block], titles: set[str]) -> list[str]:
    """Dates that stand near the title, or elsewhere behind a word that says so."""
    heads = [index for index, block in enumerate(blocks) if block.tag in HEADINGS]
    named = (index for index in heads if blocks[index].key in titles)
    place = next(named, next((index for index in heads if blocks[index].tag == "h1"), 0))
    near = blocks[place : place + NEAR] + blocks[max(0, place - NEAR // 2) : place][::-1]
    labelled = (block for block in blocks[:2_000] if _LABEL.match(block.text))
    return [text for block in (*near, *labelled) for text in _dates(block)]


def _dates(block: Block) -> Iterator[str]:
    """The parts of a block that may be a date: what a machine shall read, then short lines."""
    if len(block.text) > 160 or block.tag in HEADINGS:
        return
    machine = [time.get("datetime") or "" for time in block.element.iter("time")]
    if machine and not _UPDATED.search(block.text):
        yield from machine
    if not _FIGURE.search(block.text):
        return
    pieces = (clean(str(piece)) for piece in islice(block.element.itertext(), 40))
    for part in dict.fromkeys((*pieces, block.text, *_APART.split(block.text))):
        line = _LABEL.sub("", part.strip())
        if _FIGURE.search(line) and 6 <= len(line) <= 60 and len(_WORD.findall(line)) <= 4:
            yield line


def _read(texts: Iterable[str]) -> list[datetime]:
    """The dates in texts; where one says no zone, its zone is _NO_ZONE."""
    found = (read_date(text[:100], default=_NO_ZONE) for text in islice(texts, 20))
    return [date for date in found if date is not None and date > _EARLIEST]


def _zoned(date: datetime, known: datetime | None) -> datetime:
    """A date without a zone takes the feed's offset, if the two agree within a day."""
    if date.tzinfo is not _NO_ZONE:
        return date
    zone: tzinfo = UTC
    if known is not None and abs(date.replace(tzinfo=known.tzinfo) - known) <= _DAY:
        zone = known.tzinfo or UTC
    return date.replace(tzinfo=zone)


def _best(dates: list[datetime], known: datetime | None) -> datetime | None:
    """The first; one near what the feed says before others; a time of day before midnight.

    Where the page says a bare day, the feed tells its hour.
    """
    near = [date for date in dates if known is not None and abs(date - known) <= _DAY]
    chosen = next(iter(near or dates), None)
    if chosen is None or (chosen.hour, chosen.minute, chosen.second) != (0, 0, 0):
        return chosen
    hours = (date for date in dates if date.date() == chosen.date() and date.hour + date.minute)
    same_day = known is not None and known.astimezone(chosen.tzinfo).date() == chosen.date()
    return next(hours, known if same_day else chosen)
