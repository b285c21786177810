"""What is on a page: stories under names, in the order they are read."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Final, NamedTuple

from digest.news import Edition, Story

TOP_STORIES: Final = 3
PARTS: Final = {"more": "MORE", "alone": "ON ITS OWN"}
"""The lists that open, after the front."""

LISTS: Final = frozenset({"list", "hours"})
"""Long ones, each story on one line and a line of facts."""


class Section(NamedTuple):
    """Stories under one name, in order."""

    name: str
    stories: tuple[Story, ...]
    part: str = "front"
    """Where it stands: "front", "more" or "alone"; or in a long "list", or one of "hours"."""


class Sheet(NamedTuple):
    """What is on the page."""

    key: Hashable
    """Two sheets with the same key are one page, earlier and later."""

    sections: tuple[Section, ...]
    name: str = ""
    """What the page is, where it is not an edition as it was printed."""

    missed: int = 0
    """Feeds that failed."""


def printed(edition: Edition) -> Sheet:
    """An edition's page."""
    return Sheet(edition.day, sections(edition), missed=len(edition.missed))


def sections(edition: Edition) -> tuple[Section, ...]:
    """The page in the order it is read: top, sections, more, and what stands alone, by feed."""
    order = {name: place for place, name in enumerate(edition.sections)}
    top, rest = edition.stories[:TOP_STORIES], list(edition.stories[TOP_STORIES:])
    rest.sort(key=lambda story: order.get(story.section, len(order)))
    return (
        *([Section("Top", top)] if top else []),
        *grouped(rest, lambda story: story.section or "Elsewhere", "front"),
        *([Section("More", edition.more, "more")] if edition.more else []),
        *grouped(edition.alone, lambda story: story.articles[0].publisher, "alone"),
    )


def grouped(stories: Iterable[Story], name: Callable[[Story], str], part: str) -> Iterator[Section]:
    """Stories under names, each name where its first story stands."""
    groups: dict[str, list[Story]] = {}
    for story in stories:
        groups.setdefault(name(story), []).append(story)
    return (Section(name, tuple(group), part) for name, group in groups.items())
