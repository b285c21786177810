"""How an edition is looked at: the zone of its times, the width of its lines, its standing."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from msgspec import Struct

from digest.clean import NOTHING, Clean
from digest.news import Edition, Missed, Story
from digest.plural import counted
from digest.render.envelope import Envelope

TOP = 3
"""Stories that stand first, whatever their section."""


class View(Struct, frozen=True, kw_only=True):
    """What a format needs to know beside the edition."""

    zone: tzinfo | None = None
    """None: the reader's own, by the system."""

    width: int = 80
    """Columns of plain text."""

    standing: Clean = NOTHING
    """A line about the edition: "Offline, as of 06:02."; or empty."""

    envelope: Envelope = Envelope()
    """Of a message."""

    covered: tuple[date, date] | None = None
    """Of an edition of several days: the first and the last; its stories are dated by them."""


def sections(edition: Edition) -> list[tuple[str, tuple[Story, ...]]]:
    """The front page by sections: the top first, then the reader's sections, then the rest."""
    top, rest = edition.stories[:TOP], edition.stories[TOP:]
    named = [
        (str(name), tuple(story for story in rest if story.section == name))
        for name in edition.sections
    ]
    others = tuple(story for story in rest if story.section not in edition.sections)
    return [
        (name, stories) for name, stories in (("Top", top), *named, ("News", others)) if stories
    ]


def by_publisher(stories: tuple[Story, ...]) -> list[tuple[str, tuple[Story, ...]]]:
    """What one publisher alone tells, each publisher once, in the order of the edition."""
    found: dict[str, list[Story]] = {}
    for story in stories:
        found.setdefault(story.articles[0].publisher, []).append(story)
    return [(publisher, tuple(told)) for publisher, told in found.items()]


def day_in_words(day: str) -> str:
    """A day, as in "Sunday, 22 November 2026"."""
    found = date.fromisoformat(day)
    return f"{found:%A}, {found.day} {found:%B %Y}"


def clock(when: datetime, view: View) -> str:
    """A time of day in the reader's zone: "06:02"."""
    return f"{when.astimezone(view.zone):%H:%M}"


def moment(when: datetime, view: View, *, year: bool = False) -> str:
    """A time in the reader's zone: "22 Nov 06:02"; with its year "22 Nov 2026 06:02"."""
    local = when.astimezone(view.zone)
    return f"{local.day} {local:%b %Y %H:%M}" if year else f"{local.day} {local:%b %H:%M}"


def point_in_time(when: datetime, view: View) -> str:
    """A moment in the reader's zone, in words: "06:30 on Thursday, 19 November"."""
    local = when.astimezone(view.zone)
    return f"{local:%H:%M} on {local:%A}, {local.day} {local:%B}"


def folded(story: Story) -> str:
    """What the story holds besides: "4 points on which sources agree, 2 that one alone tells"."""
    parts = []
    if story.agree:
        parts.append(f"{counted(len(story.agree), 'point')} on which sources agree")
    if story.only:
        count = str(len(story.only)) if story.agree else counted(len(story.only), "point")
        parts.append(f"{count} that one source alone tells")
    return ", ".join(parts)


def listed(names: Sequence[str], most: int) -> str:
    """Names with commas between; those past the `most` are counted: "A, B and 3 more"."""
    left = len(names) - most
    return ", ".join(names[:most]) + (f" and {left} more" if left > 0 else "")


def elsewhere(edition: Edition, view: View) -> str:
    """Where to find what is left out: "digest show 2026-11-20 --format html".

    An edition that catches up is not kept: it is made again.
    """
    if edition.revision:
        return f"digest show {edition.day} --format html"
    since = edition.window.start.astimezone(view.zone)
    return f"digest morning --since {since:%Y-%m-%dT%H:%M} --no-fetch --format html"


def trouble(missed: Missed, view: View) -> str:
    """What is wrong with a feed: "Coast Gazette: timeout, 2 times since 19 Nov 06:30"."""
    since = f", {missed.failures} times since {moment(missed.since, view)}"
    return f"{missed.feed}: {missed.reason}{since if missed.failures > 1 else ''}"
