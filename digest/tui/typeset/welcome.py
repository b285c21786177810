"""The first page of all: what digest is, and the feeds that it offers to begin with."""

from collections.abc import Sequence
from typing import NamedTuple

from digest.news import Feed
from digest.tui.typeset.lines import BLANK, SPACE, Block, Set, Span, clipped, flow, fold

GREETING = (
    "Every morning, one page where each story appears once: what happened, who reports it, "
    "and where they differ. It is made here, on your machine, from the feeds you choose. "
    "Take or leave any of these; all of it can be changed later."
)


class Begin(NamedTuple):
    """Target: the line that begins."""


class Doing(NamedTuple):
    """Target: the line of another command."""

    action: str


class Offered(NamedTuple):
    """Target: a feed that is offered."""

    url: str


def page(
    feeds: Sequence[Feed], taken: frozenset[str], width: int, *, add: str, imported: str
) -> list[Block]:
    """The greeting, what can be done, and the feeds by section; `add`, `imported`: keys."""
    count = "1 feed" if len(taken) == 1 else f"{len(taken)} feeds"
    blocks: list[Block] = [
        Set((*((Span(line, "title"),) for line in fold("Welcome to digest.", width)), BLANK)),
        Set((*flow([Span(GREETING)], width), BLANK)),
        Set(((Span("▸ ", "sign"), Span(f"Begin with {count}", "headline")),), Begin()),
        _other("Add a feed of your own", add, "add_feed"),
        _other("Import the feeds of another reader (OPML)", imported, "import_feeds"),
    ]
    if feeds and not feeds[0].section:
        blocks.append(SPACE)
    section = ""
    for feed in feeds:
        if feed.section != section:
            section = feed.section
            blocks.append(SPACE)
            blocks.append(Set(((Span(section.upper(), "label"),),)))
        sign = Span("[x] ", "sign") if feed.url in taken else Span("[ ] ", "quiet")
        role = "headline" if feed.url in taken else "quiet"
        name = clipped(feed.title or feed.url, width - 4)
        blocks.append(Set(((sign, Span(name, role)),), Offered(feed.url)))
    return blocks


def _other(words: str, key: str, action: str) -> Block:
    return Set(((Span("▸ ", "quiet"), Span(words), Span(f" ({key})", "quiet")),), Doing(action))
