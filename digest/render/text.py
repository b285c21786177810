"""Plain text: no box drawing and no colour, to be read in a terminal or aloud."""

import textwrap
from collections.abc import Iterator

from digest.news import Article, Edition, Kind, Story
from digest.render.view import (
    View,
    by_publisher,
    counted,
    day_in_words,
    folded,
    masthead,
    missed_line,
    moment,
    sections,
    shown_sources,
    source,
    standing,
    tellers,
    titles,
    told_apart,
)

MORE_SHOWN = 24
_COMMA = ", "
"""Between the parts of a line: a screen reader pauses there."""

ALONE_SHOWN = 3
"""Headlines of a publisher that stand on their own; the rest is counted."""

ALONE_PUBLISHERS = 20


def text(edition: Edition, view: View) -> str:
    """The front page, then one line a story."""
    return "\n".join(_lines(edition, view)).rstrip() + "\n"


def _lines(edition: Edition, view: View) -> Iterator[str]:
    yield f"DIGEST, {day_in_words(edition.day)}"
    yield from _wrapped(masthead(edition, view, _COMMA), view)
    if view.standing:
        yield from _wrapped(view.standing, view)
    yield ""
    number = 0
    for name, stories in sections(edition):
        yield name.upper()
        yield ""
        for story in stories:
            number += 1
            yield from _story(number, story, view)
            yield ""
    yield from _more(edition, view)
    yield from _alone(edition, view)
    yield from _missed(edition, view)


def _story(number: int, story: Story, view: View) -> Iterator[str]:
    yield from _wrapped(story.headline, view, first=f"{number}. ")
    yield from _wrapped(standing(story, view, _COMMA), view, first="   ")
    yield ""
    for difference in story.differ:
        yield from _wrapped(told_apart(difference), view, first="   ")
        for claim in difference.claims:
            yield from _wrapped(claim.text + _mark(story, claim.article), view, first="   - ")
        yield ""
    for sentence in story.summary:
        yield from _wrapped(sentence.text + _mark(story, sentence.article), view, first="   ")
    if story.summary:
        yield ""
    if more := folded(story):
        yield from _wrapped(f"Also: {more}.", view, first="   ")
        yield ""
    for index, report, reprints in shown_sources(story):
        more = f", and {counted(reprints, 'reprint')}" if reprints else ""
        title = f": {report.title}" if report.title != story.headline else ""
        yield from _wrapped(f"{source(report, view)}{more}{title}", view, first=f"   [{index}] ")
        if report.url:
            yield f"       {report.url}"


def _mark(story: Story, article: int) -> str:
    """Who says it: " (Meridian Post [1])"."""
    return f" ({story.articles[article].publisher} [{article + 1}])"


def _more(edition: Edition, view: View) -> Iterator[str]:
    if not edition.more:
        return
    yield f"MORE ({len(edition.more)})"
    yield ""
    for story in edition.more[:MORE_SHOWN]:
        names = ", ".join(tellers(story)[:4])
        yield from _wrapped(f"{story.headline} ({names})", view, first="- ")
    if len(edition.more) > MORE_SHOWN:
        yield f"- and {len(edition.more) - MORE_SHOWN} more"
    yield ""


def _alone(edition: Edition, view: View) -> Iterator[str]:
    if not edition.alone:
        return
    yield f"ON ITS OWN ({len(edition.alone)})"
    yield ""
    publishers = by_publisher(edition.alone)
    for publisher, stories in publishers[:ALONE_PUBLISHERS]:
        yield from _wrapped(publisher, view)
        for title, _ in (told for story in stories[:ALONE_SHOWN] for told in titles(story)):
            yield from _wrapped(title, view, first="- ")
        if len(stories) > ALONE_SHOWN:
            yield f"- and {len(stories) - ALONE_SHOWN} more"
    if left := publishers[ALONE_PUBLISHERS:]:
        count = sum(len(stories) for _, stories in left)
        yield from _wrapped(
            f"And {counted(count, 'story', 'stories')} of {counted(len(left), 'publisher')} more.",
            view,
        )
    yield ""


def _missed(edition: Edition, view: View) -> Iterator[str]:
    if not edition.missed:
        return
    yield f"{missed_line(edition)}:"
    for each in edition.missed:
        times = (
            f", {each.failures} times since {moment(each.since, view)}" if each.failures > 1 else ""
        )
        yield from _wrapped(f"{each.feed}: {each.reason}{times}", view, first="- ")


def article_text(article: Article, view: View) -> str:
    """An article, to be read in a terminal: its title, its source, its summary, its text."""
    lines: list[str] = [*_wrapped(article.title, view), ""]
    by = ", ".join(
        part
        for part in (
            " and ".join(article.byline),
            article.agency,
            article.publisher,
            moment(article.published, view, year=True) if article.published else "",
        )
        if part
    )
    lines += [*_wrapped(by, view), *filter(None, [article.url]), ""]
    if article.note:
        lines += [*_wrapped(f"The page gives no more: {article.note}.", view), ""]
    if article.summary:
        lines += ["In short", ""]
        for sentence in article.summary:
            lines += _wrapped(f"{sentence.text} [¶{sentence.paragraph}]", view, first="- ")
        lines += [""]
    for paragraph in article.paragraphs:
        lines += [*_wrapped(paragraph.text, view, first=_MARGIN[paragraph.kind]), ""]
    for caption in article.captions:
        lines += [*_wrapped(caption, view, first="Picture: "), ""]
    return "\n".join(lines).rstrip() + "\n"


_MARGIN = {Kind.TEXT: "", Kind.HEADING: "## ", Kind.QUOTE: "> ", Kind.LIST: "- "}


def _wrapped(line: str, view: View, *, first: str = "") -> list[str]:
    return textwrap.wrap(
        line,
        width=max(view.width, len(first) + 20),
        initial_indent=first,
        subsequent_indent=" " * len(first) if not first.startswith(">") else first,
        break_long_words=False,
        break_on_hyphens=False,
    )
