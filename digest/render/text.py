"""Plain text: no box drawing and no colour, to be read in a terminal or aloud."""

from collections.abc import Iterator

from digest.news import Edition, Missed, Story
from digest.render.cells import wrap
from digest.render.parts import Part, Source, cited, parts, reprinted, sources, tellers, titles
from digest.render.view import (
    View,
    by_publisher,
    counted,
    credit,
    day_in_words,
    folded,
    listed,
    masthead,
    missed_line,
    remarks,
    sections,
    standing,
    trouble,
)

MORE_SHOWN = 24
ALONE_SHOWN = 3
"""Headlines of a publisher that stand on their own; the rest is counted."""

ALONE_PUBLISHERS = 20
TELLERS = 4

_COMMA = ", "
"""Between the parts of a line: a screen reader pauses there."""


def text(edition: Edition, view: View) -> str:
    """The front page, then one line a story."""
    return "\n".join(_lines(edition, view)).rstrip() + "\n"


def _lines(edition: Edition, view: View) -> Iterator[str]:
    yield f"DIGEST, {day_in_words(edition.day)}"
    yield from wrap(masthead(edition, view, _COMMA), view.width)
    for remark in remarks(edition, view):
        yield from wrap(remark, view.width)
    yield ""
    yield from front(edition, view)
    yield from more(edition.more, view, shown=MORE_SHOWN)
    yield from alone(edition.alone, view, shown=ALONE_PUBLISHERS)
    if edition.missed:
        yield from failed(f"{missed_line(edition)}:", edition.missed, view)


def front(edition: Edition, view: View) -> Iterator[str]:
    """The front page, story by story."""
    number = 0
    for name, stories in sections(edition):
        yield from (name.upper(), "")
        for story in stories:
            number += 1
            yield from _story(number, story, view)
            yield ""


def _story(number: int, story: Story, view: View) -> Iterator[str]:
    yield from wrap(story.headline, view.width, first=f"{number}. ")
    yield from wrap(standing(story, view, _COMMA), view.width, first="   ")
    yield ""
    for part in parts(story):
        yield from _part(story, part, view)
        yield ""
    if also := folded(story):
        yield from wrap(f"Also: {also}.", view.width, first="   ")
        yield ""
    for each in sources(story):
        yield from _source(story, each, view)


def _part(story: Story, part: Part, view: View) -> Iterator[str]:
    if part.title:
        yield from wrap(f"{part.title}.", view.width, first="   ")
    for said in part.said:
        day = f"{said.day}: " if said.day else ""
        mark = cited(story, said).replace(" [", "\xa0[")
        line = f"{day}{said.text} ({mark})"
        yield from wrap(line, view.width, first="   - " if part.title else "   ")


def _source(story: Story, source: Source, view: View) -> Iterator[str]:
    report, others = source.report, reprinted(source)
    line = credit(report, view) + (f", {others}" if others else "")
    title = f": {report.title}" if report.title != story.headline else ""
    yield from wrap(line + title, view.width, first=f"   [{source.number}] ")
    if report.url:
        yield f"       {report.url}"


def more(stories: tuple[Story, ...], view: View, *, shown: int) -> Iterator[str]:
    """The other stories of several publishers: a line each, the rest counted."""
    if not stories:
        return
    yield from (f"MORE ({len(stories)})", "")
    for story in stories[:shown]:
        yield from wrap(
            f"{story.headline} ({listed(tellers(story), TELLERS)})", view.width, first="- "
        )
    if left := len(stories[shown:]):
        yield f"- and {left} more"
    yield ""


def alone(stories: tuple[Story, ...], view: View, *, shown: int) -> Iterator[str]:
    """What one publisher alone tells: some headlines each, the rest counted."""
    if not stories:
        return
    yield from (f"ON ITS OWN ({len(stories)})", "")
    publishers = by_publisher(stories)
    for publisher, told in publishers[:shown]:
        yield from wrap(publisher, view.width)
        for title, _ in (pair for story in told[:ALONE_SHOWN] for pair in titles(story)):
            yield from wrap(title, view.width, first="- ")
        if left := len(told[ALONE_SHOWN:]):
            yield f"- and {left} more"
    if rest := publishers[shown:]:
        count = counted(sum(len(told) for _, told in rest), "story", "stories")
        yield from wrap(f"And {count} of {counted(len(rest), 'publisher')} more.", view.width)
    yield ""


def failed(title: str, missed: tuple[Missed, ...], view: View) -> Iterator[str]:
    """The feeds that failed, under a title."""
    yield from wrap(title, view.width)
    for each in missed:
        yield from wrap(trouble(each, view), view.width, first="- ")
