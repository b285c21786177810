"""CommonMark, for notes and sites."""

import re
from collections.abc import Iterator

from digest.news import Edition, Story
from digest.render.view import (
    View,
    by_publisher,
    counted,
    day_in_words,
    folded,
    masthead,
    missed_line,
    sections,
    shown_sources,
    source,
    standing,
    tellers,
    titles,
    told_apart,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LIST_START = re.compile(r"^(\d+)([.)])|^([-+])")


def markdown(edition: Edition, view: View) -> str:
    """The whole edition; More and On its own as lists of links."""
    return "\n".join(_lines(edition, view)).rstrip() + "\n"


def _lines(edition: Edition, view: View) -> Iterator[str]:
    yield from (f"# Digest, {day_in_words(edition.day)}", "", masthead(edition, view), "")
    if view.standing:
        yield from (_escaped(view.standing), "")
    for name, stories in sections(edition):
        yield from (f"## {_escaped(name)}", "")
        for story in stories:
            yield from _story(story, view)
    if edition.more:
        yield from (f"## More ({len(edition.more)})", "")
        yield from (_line(story) for story in edition.more)
        yield ""
    if edition.alone:
        yield from (f"## On its own ({len(edition.alone)})", "")
        for publisher, stories in by_publisher(edition.alone):
            yield f"- {_escaped(publisher)}"
            for title, report in (told for story in stories for told in titles(story)):
                yield f"  - {_link(title, report.url)}"
        yield ""
    if edition.missed:
        yield from (f"## {missed_line(edition)}", "")
        yield from (f"- {_escaped(each.feed)}: {_escaped(each.reason)}" for each in edition.missed)


def _story(story: Story, view: View) -> Iterator[str]:
    yield from (f"### {_escaped(story.headline)}", "", _escaped(standing(story, view)), "")
    for difference in story.differ:
        yield from (f"**{_escaped(told_apart(difference))}**", "")
        for claim in difference.claims:
            yield f"- {_escaped(claim.text)} {_mark(story, claim.article)}"
        yield ""
    for sentence in story.summary:
        yield from (f"{_escaped(sentence.text)} {_mark(story, sentence.article)}", "")
    if more := folded(story):
        yield from (f"Also: {more}.", "")
    for index, report, reprints in shown_sources(story):
        more = f", and {counted(reprints, 'reprint')}" if reprints else ""
        title = _link(report.title, report.url)
        yield f"- \\[{index}\\] {_escaped(source(report, view))}{more}: {title}"
    yield ""


def _mark(story: Story, article: int) -> str:
    return f"*{_escaped(story.articles[article].publisher)} \\[{article + 1}\\]*"


def _line(story: Story) -> str:
    names = tellers(story)
    told_by = f" ({_escaped(', '.join(names))})" if len(names) > 1 else ""
    return f"- {_link(story.headline, story.articles[0].url)}{told_by}"


def _link(words: str, url: str) -> str:
    return f"[{_escaped(words)}](<{url}>)" if url else _escaped(words)


def _escaped(text: str) -> str:
    """Words that markdown takes as words."""
    text = _SPECIAL.sub(r"\\\1", text)
    return _LIST_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)
