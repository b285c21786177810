"""The front page as rows: sections of stories, the rest folded, what failed in one line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple

from digest.news import Edition, Marks, Story
from digest.tui.marking import is_read, is_saved
from digest.tui.typeset.lines import BLANK, SPACE, Block, Line, Set, Span, clipped, fold, joined
from digest.tui.typeset.times import at, when

TOP_STORIES: Final = 3
HEADLINE_LINES: Final = 3
PARTS: Final = {"more": "MORE", "alone": "ON ITS OWN"}
"""The lists that open, after the front."""

_SIGN: Final = 2  # cells for the sign of an unread story


class StoryRow(NamedTuple):
    """Target: a story."""

    id: str


class PartRow(NamedTuple):
    """Target: a part of the page that opens, "more" or "alone"."""

    part: str


class FailingRow(NamedTuple):
    """Target: the line that says how many feeds fail."""


class Section(NamedTuple):
    """Stories under one name, in order."""

    name: str
    stories: tuple[Story, ...]
    part: str = "front"
    """Where it stands: "front", "more" or "alone"."""


class Look(NamedTuple):
    """All that a headline's lines depend on, beside the story itself."""

    marks: Marks
    now: datetime


def sections(edition: Edition) -> tuple[Section, ...]:
    """The page in the order it is read: top, sections, more, and what stands alone, by feed."""
    top, rest = edition.stories[:TOP_STORIES], edition.stories[TOP_STORIES:]
    return (
        *([Section("Top", top)] if top else []),
        *_grouped(rest, lambda story: story.section or "Elsewhere", "front"),
        *([Section("More", edition.more, "more")] if edition.more else []),
        *_grouped(edition.alone, lambda story: story.articles[0].publisher, "alone"),
    )


def _grouped(
    stories: Iterable[Story], name: Callable[[Story], str], part: str
) -> Iterator[Section]:
    groups: dict[str, list[Story]] = {}
    for story in stories:
        groups.setdefault(name(story), []).append(story)
    return (Section(name, tuple(group), part) for name, group in groups.items())


class StoryBlock(NamedTuple):
    """A story's rows: its headline on at most three lines, and what to know about it."""

    story: Story
    part: str
    width: int
    look: Callable[[], Look]

    @property
    def target(self) -> StoryRow:
        """The story."""
        return StoryRow(self.story.id)

    @property
    def height(self) -> int:
        """Headline, a line of facts, and on the front a blank line."""
        headline = _headline(self.story.headline, self.width - _SIGN)
        return len(headline) + 1 + (self.part == "front")

    def lines(self) -> Sequence[Line]:
        """Its lines, as it is marked now."""
        look = self.look()
        seen = is_read(self.story, look.marks)
        sign = Span("  ") if seen else Span("* ", "sign")
        role = "seen" if seen else "headline"
        first, *rest = _headline(self.story.headline, self.width - _SIGN)
        facts = joined([Span(fact, role) for fact, role in _facts(self.story, self.part, look)])
        return (
            (sign, Span(first, role)),
            *((Span("  "), Span(line, role)) for line in rest),
            (Span("  "), *facts),
            *([BLANK] if self.part == "front" else []),
        )


@lru_cache(maxsize=32768)  # a scroll asks for the same ten thousand headlines again
def _headline(text: str, width: int) -> tuple[str, ...]:
    lines = fold(text, width)
    if len(lines) <= HEADLINE_LINES:
        return lines
    last = " ".join(lines[HEADLINE_LINES - 1 :][:2])
    return (*lines[: HEADLINE_LINES - 1], clipped(last, width))


def _facts(story: Story, part: str, look: Look) -> Iterator[tuple[str, str]]:
    if is_saved(story, look.marks):
        yield "saved", "saved"
    if story.added:
        yield f"since {at(story.added, look.now.tzinfo)}", "new"
    if story.update:
        yield f"day {story.update.day}", "quiet"
    if part == "alone":
        yield when(story.articles[0].published, look.now), "quiet"
    elif story.origins > 1:
        yield f"{story.origins} origins", "quiet"
    elif story.publishers == 1:
        yield clipped(story.articles[0].publisher, 30), "quiet"
    else:
        yield f"{story.publishers} publishers, one origin", "quiet"
    if story.differ:
        yield "they differ", "differ"


def page(
    edition: Edition,
    width: int,
    *,
    opened: frozenset[str],
    look: Callable[[], Look],
    failing: str,
) -> list[Block]:
    """The whole front page in blocks."""
    blocks: list[Block] = []
    every = sections(edition)
    for section in every:
        if section.part == "front":
            blocks.append(Set(((Span(section.name.upper(), "label"),),)))
            blocks += _stories(section, width, look)
    for part, title in PARTS.items():
        inside = [section for section in every if section.part == part]
        if inside:
            blocks.append(_part_head(part, title, inside, is_open=part in opened))
        if part in opened:
            blocks += _listed(inside, width, look)
    return [*blocks, *_failing(edition, failing)]


def _part_head(part: str, title: str, inside: Sequence[Section], *, is_open: bool) -> Set:
    count = sum(len(section.stories) for section in inside)
    sign = Span("▾ " if is_open else "▸ ", "quiet")
    return Set(((sign, Span(title, "label"), Span(f" {count}", "quiet")),), PartRow(part))


def _listed(inside: Sequence[Section], width: int, look: Callable[[], Look]) -> Iterator[Block]:
    for section in inside:
        if section.part == "alone":
            yield Set((BLANK, (Span(f"  {clipped(section.name, width - 2)}", "subhead"),)))
        yield from _stories(section, width, look)
    yield SPACE


def _failing(edition: Edition, key: str) -> Iterator[Block]:
    if count := len(edition.missed):
        words = f"  {count} {'feed' if count == 1 else 'feeds'} failing ({key})"
        yield Set(((Span(words, "quiet"),),), FailingRow())


def _stories(section: Section, width: int, look: Callable[[], Look]) -> Iterator[Block]:
    return (StoryBlock(story, section.part, width, look) for story in section.stories)
