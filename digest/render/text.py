"""Plain text: no box drawing and no colour, to be read in a terminal or aloud."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from digest.news import Edition, Missed, Report, Story
from digest.plural import counted
from digest.render.cells import wrap
from digest.render.days import dating
from digest.render.heads import masthead, missed_line, of_day, remarks, standing, told_by, trouble
from digest.render.parts import Part, Source, cited, credit, folded, parts, sources, titled, titles
from digest.render.times import day_in_words
from digest.render.view import View, by_publisher, elsewhere, sections

MORE_SHOWN = 24
ALONE_SHOWN = 3
"""Headlines of a publisher that stand on their own; the rest is counted."""

ALONE_PUBLISHERS = 20
TELLERS = 4

_COMMA = ", "
"""Between the parts of a line: a screen reader pauses there."""


def text(edition: Edition, view: View) -> str:
    """The front page, then one line a story."""
    return "\n".join(_lines(edition, dating(edition, view))).rstrip() + "\n"


def _lines(edition: Edition, view: View) -> Iterator[str]:
    yield f"DIGEST, {day_in_words(edition.day)}"
    yield from wrap(masthead(edition, view, _COMMA), view.width)
    for remark in remarks(edition, view):
        yield from wrap(remark, view.width)
    yield ""
    yield from front(edition, view)
    yield from more(edition, view)
    yield from alone(edition, view)
    if edition.missed:
        yield from failed(f"{missed_line(edition)}:", edition.missed, view)


def front(edition: Edition, view: View) -> Iterator[str]:
    """The front page, story by story."""
    number, margin = 0, len(f"{len(edition.stories)}. ")
    narrow = replace(view, width=view.width - margin)
    for name, stories in sections(edition):
        yield from (name.upper(), "")
        for story in stories:
            number += 1
            yield from wrap(story.headline, view.width, first=f"{number}. ".ljust(margin))
            yield from (f"{' ' * margin}{line}".rstrip() for line in _story(story, narrow))
            yield ""


def _story(story: Story, view: View) -> Iterator[str]:
    """What stands below a headline."""
    yield from wrap(standing(story, view, _COMMA), view.width)
    yield ""
    for part in parts(story):
        yield from _part(story, part, view)
        yield ""
    if also := folded(story):
        yield from wrap(f"Also: {also}.", view.width)
        yield ""
    for each in sources(story):
        yield from _source(story, each, view)


def _part(story: Story, part: Part, view: View) -> Iterator[str]:
    if part.title:
        yield from wrap(f"{part.title}.", view.width)
    for said in part.said:
        day = f"{said.day}: " if said.day else ""
        mark = cited(story, said).replace(" [", "\xa0[")
        line = f"{day}{said.text} ({mark})"
        yield from wrap(line, view.width, first="- " if part.title else "")


def _source(story: Story, source: Source, view: View) -> Iterator[str]:
    report = source.report
    title = f": {report.title}" if report.title != story.headline else ""
    yield from wrap(credit(source, view) + title, view.width, first=f"[{source.number}] ")
    if report.url:
        yield f"    {report.url}"


def more(
    edition: Edition, view: View, *, shown: int = MORE_SHOWN, links: bool = False
) -> Iterator[str]:
    """The other stories of several publishers: a headline each, the rest counted."""
    if not edition.more:
        return
    yield from (f"MORE ({len(edition.more)})", "")
    for story in edition.more[:shown]:
        line = f"{story.headline} {told_by(story, view, TELLERS)}"
        yield from _headline(line, titled(story), view, links=links)
    if left := len(edition.more[shown:]):
        yield from wrap(f"and {left} more: {elsewhere(edition, view)}", view.width, first="- ")
    yield ""


def alone(
    edition: Edition, view: View, *, shown: int = ALONE_PUBLISHERS, links: bool = False
) -> Iterator[str]:
    """What one publisher alone tells: some headlines each, the rest counted."""
    if not edition.alone:
        return
    yield from (f"ON ITS OWN ({len(edition.alone)})", "")
    publishers = by_publisher(edition.alone)
    for publisher, told in publishers[:shown]:
        yield from wrap(publisher, view.width)
        for story in told[:ALONE_SHOWN]:
            for title, report in titles(story):
                line = f"{title}{of_day(story, view)}"
                yield from _headline(line, report, view, links=links)
        if left := len(told[ALONE_SHOWN:]):
            yield f"- and {left} more"
    if rest := unshown(publishers, shown):
        yield from wrap(f"{rest}: {elsewhere(edition, view)}", view.width)
    yield ""


def unshown(publishers: Sequence[tuple[str, tuple[Story, ...]]], shown: int) -> str:
    """What On its own leaves out: "And 19 stories of 10 publishers more"; empty: nothing."""
    if rest := publishers[shown:]:
        count = counted(sum(len(told) for _, told in rest), "story", "stories")
        return f"And {count} of {counted(len(rest), 'publisher')} more"
    return "All of them" if any(len(told) > ALONE_SHOWN for _, told in publishers) else ""


def _headline(words: str, report: Report, view: View, *, links: bool) -> Iterator[str]:
    yield from wrap(words, view.width, first="- ")
    if links and report.url:
        yield f"  {report.url}"


def failed(title: str, missed: tuple[Missed, ...], view: View) -> Iterator[str]:
    """The feeds that failed, under a title."""
    yield from wrap(title, view.width)
    for each in missed:
        yield from wrap(trouble(each, view), view.width, first="- ")
