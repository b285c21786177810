"""The head of the front page: whose day it is, as of when, how much is read, what waits."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from digest.news import Edition, Marks
from digest.tui.marking import is_read
from digest.tui.typeset.lines import Line, Span, apart, joined, width_of
from digest.tui.typeset.times import at, long, short

NAMEPLATE: Final = "D  I  G  E  S  T"


class Facts(NamedTuple):
    """What the head says."""

    day: date
    as_of: str
    read: int
    stories: int
    minutes: int
    new: int = 0
    """Stories that wait to be let in."""

    admit_key: str = "."
    today: date | None = None
    """The day whose paper is on sale."""

    page: str = ""
    """What the page is, where it is not the edition as it was printed."""


def facts(
    edition: Edition,
    marks: Marks,
    *,
    now: datetime,
    today: date,
    new: int,
    admit_key: str,
    page: str = "",
) -> Facts:
    """What there is to say of an edition."""
    return Facts(
        day=date.fromisoformat(edition.day),
        as_of=at(edition.made, now.tzinfo),
        read=sum(is_read(story, marks) for story in edition.stories),
        stories=len(edition.stories),
        minutes=edition.minutes,
        new=new,
        admit_key=admit_key,
        today=today,
        page=page,
    )


def head(facts: Facts | None, today: date, width: int, *, tall: bool) -> list[Line]:
    """The head's lines: one, or two under the name where there is room."""
    if facts is None:
        return [*_named(tall, width), (Span(long(today) if tall else short(today), "dateline"),)]
    if tall:
        left = (Span(long(facts.day), "dateline"), *_age(facts))
        return [*_named(tall, width), _fitted(left, _parts(facts), width)]
    return [_line((Span(short(facts.day), "dateline"), *_age(facts)), _parts(facts), width)]


def _named(tall: bool, width: int) -> list[Line]:
    if not tall:
        return []
    return [(Span(" " * max(0, (width - len(NAMEPLATE)) // 2)), Span(NAMEPLATE, "nameplate"))]


def _age(facts: Facts) -> Line:
    """A word for a page that is another, or not today's."""
    if facts.page:
        return (Span(f" · {facts.page}", "new"),)
    if facts.today is None or facts.day >= facts.today:
        return ()
    days = (facts.today - facts.day).days
    return (Span(" · yesterday's" if days == 1 else f" · {days} days ago", "quiet"),)


def _parts(facts: Facts) -> list[Span]:
    """From what can best be missed to what can least."""
    return [
        Span(f"{facts.minutes} min", "quiet"),
        Span(f"{facts.read} of {facts.stories} read", "quiet"),
        Span(f"as of {facts.as_of}", "quiet"),
        *([Span(f"{facts.new} new ({facts.admit_key})", "new")] if facts.new else []),
    ]


_ORDER: Final = (2, 1, 0, 3)  # as they are read


def _kept(parts: Sequence[Span], width: int) -> Line:
    """As many of the parts as fit, in reading order."""
    for drop in range(len(parts)):
        kept = joined([parts[i] for i in _ORDER if drop <= i < len(parts)])
        if width_of(kept) <= width:
            return kept
    return ()


def _fitted(left: Line, parts: Sequence[Span], width: int) -> Line:
    return apart(left, _kept(parts, width - width_of(left) - 2), width)


def _line(left: Line, parts: Sequence[Span], width: int) -> Line:
    kept = _kept(parts, width - width_of(left) - 3)
    return (*left, *([Span(" · ", "quiet"), *kept] if kept else []))
