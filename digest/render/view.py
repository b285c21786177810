"""How an edition is looked at: in which zone and width, in which order, and where the rest is."""

from datetime import date, tzinfo

from msgspec import Struct

from digest.clean import NOTHING, Clean
from digest.news import Edition, Story
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


def elsewhere(edition: Edition, view: View) -> str:
    """Where to find what is left out: "digest show 2026-11-20 --format html".

    An edition that catches up is not kept: it is made again.
    """
    if edition.revision:
        return f"digest show {edition.day} --format html"
    since = edition.window.start.astimezone(view.zone)
    return f"digest morning --since {since:%Y-%m-%dT%H:%M} --no-fetch --format html"
