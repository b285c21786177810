"""The front page as rows: sections of stories, the rest folded, what failed in one line."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple

from digest.news import Marks, Story
from digest.tui.marking import is_read, is_saved
from digest.tui.typeset.lines import (
    BLANK,
    SPACE,
    Block,
    Line,
    Set,
    Span,
    apart,
    clipped,
    fitted,
    fold,
    joined,
    width_of,
)
from digest.tui.typeset.sheets import LISTS, PARTS, Section, Sheet
from digest.tui.typeset.times import at, when

HEADLINE_LINES: Final = 3
MANY: Final = 1000
"""More stories than this in a list have a line each: to fold ten thousand headlines takes 0.3 s."""

_SIGN: Final = 2  # cells for the sign of an unread story


class StoryRow(NamedTuple):
    """Target: a story."""

    id: str


class PartRow(NamedTuple):
    """Target: a part of the page that opens, "more" or "alone"."""

    part: str


class FailingRow(NamedTuple):
    """Target: the line that says how many feeds fail."""


class Look(NamedTuple):
    """All that a headline's lines depend on, beside the story itself."""

    marks: Marks
    now: datetime


class StoryBlock(NamedTuple):
    """A story's rows: its headline on a few lines, and what to know about it."""

    story: Story
    part: str
    width: int
    look: Callable[[], Look]
    compact: bool = False

    @property
    def target(self) -> StoryRow:
        """The story."""
        return StoryRow(self.story.id)

    @property
    def height(self) -> int:
        """Headline, a line of facts, and on the front a blank line."""
        if self.compact:
            return 1
        return len(self._headline()) + 1 + (self.part == "front")

    def _headline(self) -> tuple[str, ...]:
        width = self.width - _SIGN
        if self.part in LISTS:
            return (clipped(self.story.headline, width),)
        return _headline(self.story.headline, width)

    def lines(self) -> Sequence[Line]:
        """Its lines, as it is marked now."""
        look = self.look()
        seen = is_read(self.story, look.marks)
        sign = Span("  ") if seen else Span("* ", "sign")
        role = "seen" if seen else "headline"
        if self.compact:
            return (self._one_line(sign, role, look),)
        first, *rest = self._headline()
        facts = [Span(fact, kind) for fact, kind in _facts(self.story, self.part, look)]
        return (
            (sign, Span(first, role)),
            *((Span("  "), Span(line, role)) for line in rest),
            (Span("  "), *fitted(facts, self.width - _SIGN)),
            *([BLANK] if self.part == "front" else []),
        )

    def _one_line(self, sign: Span, role: str, look: Look) -> Line:
        facts = joined([Span(fact, kind) for fact, kind in _signs(self.story, look)], " ")
        room = self.width - _SIGN - width_of(facts) - (1 if facts else 0)
        return apart((sign, Span(clipped(self.story.headline, room), role)), facts, self.width)


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
    if part == "hours":
        yield at(story.articles[0].published, look.now.tzinfo), "quiet"
    elif part in {"alone", "list"}:
        yield when(story.articles[0].published, look.now), "quiet"
    if story.origins > 1:
        yield f"{story.origins} origins", "quiet"
    elif story.publishers == 1:
        if part != "alone":
            yield clipped(story.articles[0].publisher, 30), "quiet"
    else:
        yield f"{story.publishers} publishers, one origin", "quiet"
    yield from _dispute(story, "they differ", "revised")


def _dispute(story: Story, conflict: str, revision: str) -> Iterator[tuple[str, str]]:
    """Whether the sources contradict each other, or have only put one count right in time."""
    if any(difference.kind == "conflict" for difference in story.differ):
        yield conflict, "differ"
    elif story.differ:
        yield revision, "quiet"


def _signs(story: Story, look: Look) -> Iterator[tuple[str, str]]:
    """The same in as little room as can be, for compact lines."""
    if is_saved(story, look.marks):
        yield "saved", "saved"
    if story.added:
        yield "new", "new"
    yield from _dispute(story, "differ", "revised")
    if story.update:
        yield f"d{story.update.day}", "quiet"
    if story.origins > 1:
        yield str(story.origins), "quiet"


def page(
    sheet: Sheet,
    width: int,
    *,
    opened: frozenset[str],
    look: Callable[[], Look],
    failing: str,
    compact: bool = False,
) -> list[Block]:
    """The whole front page in blocks."""
    blocks: list[Block] = []
    if not sheet.sections:
        blocks.append(Set(((Span("  Nothing here.", "state"),),)))
    for section in sheet.sections:
        if section.part not in PARTS:
            blocks.append(Set(((Span(clipped(section.name.upper(), width), "label"),),)))
            blocks += _stories(section, width, look, compact=compact)
            blocks += [SPACE] if compact or section.part in LISTS else []
    for part, title in PARTS.items():
        inside = [section for section in sheet.sections if section.part == part]
        if inside:
            blocks.append(_part_head(part, title, inside, is_open=part in opened))
        if part in opened:
            blocks += _listed(inside, width, look, compact=compact)
    return [*blocks, *_failing(sheet.missed, failing)]


def _part_head(part: str, title: str, inside: Sequence[Section], *, is_open: bool) -> Set:
    count = sum(len(section.stories) for section in inside)
    sign = Span("▾ " if is_open else "▸ ", "quiet")
    return Set(((sign, Span(title, "label"), Span(f" {count}", "quiet")),), PartRow(part))


def _listed(
    inside: Sequence[Section], width: int, look: Callable[[], Look], *, compact: bool
) -> Iterator[Block]:
    many = sum(len(section.stories) for section in inside) > MANY
    for section in inside:
        if section.part == "alone":
            yield Set((BLANK, (Span(f"  {clipped(section.name, width - 2)}", "subhead"),)))
        brief = section._replace(part="list") if many else section
        yield from _stories(brief, width, look, compact=compact)
    yield SPACE


def _failing(count: int, key: str) -> Iterator[Block]:
    if count:
        words = f"  {count} {'feed' if count == 1 else 'feeds'} failing ({key})"
        yield Set(((Span(words, "quiet"),),), FailingRow())


def _stories(
    section: Section, width: int, look: Callable[[], Look], *, compact: bool
) -> Iterator[Block]:
    return (StoryBlock(story, section.part, width, look, compact) for story in section.stories)
