"""CommonMark, for notes and sites."""

import re
from collections.abc import Iterator

from digest.news import Edition, Report, Story
from digest.render.days import dating
from digest.render.heads import masthead, missed_line, of_day, remarks, standing, told_by, trouble
from digest.render.parts import Part, Source, cited, credit, folded, parts, sources, titled, titles
from digest.render.times import day_in_words
from digest.render.view import View, by_publisher, sections

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LIST_START = re.compile(r"^(\d+)([.)])|^([-+])")


def markdown(edition: Edition, view: View) -> str:
    """The whole edition; More and On its own as lists of links."""
    return "\n".join(_lines(edition, dating(edition, view))).rstrip() + "\n"


def _lines(edition: Edition, view: View) -> Iterator[str]:
    yield from (f"# Digest, {day_in_words(edition.day)}", "", masthead(edition, view), "")
    for remark in remarks(edition, view):
        yield from (_escaped(remark), "")
    for name, stories in sections(edition):
        yield from (f"## {_escaped(name)}", "")
        for story in stories:
            yield from _story(story, view)
    yield from _more(edition, view)
    yield from _alone(edition, view)
    if edition.missed:
        yield from (f"## {missed_line(edition)}", "")
        yield from (f"- {_escaped(trouble(each, view))}" for each in edition.missed)


def _story(story: Story, view: View) -> Iterator[str]:
    yield from (f"### {_escaped(story.headline)}", "", _escaped(standing(story, view)), "")
    for part in parts(story):
        yield from _part(story, part)
    if also := folded(story):
        yield from (f"Also: {also}.", "")
    for each in sources(story):
        yield _source(each, view)
    yield ""


def _part(story: Story, part: Part) -> Iterator[str]:
    """A list under its title; without one, paragraphs."""
    if part.title:
        yield from (_escaped(part.title) + ("" if ":" in part.title else ":"), "")
    for said in part.said:
        day = f"{said.day}: " if said.day else ""
        line = f"{_escaped(day + said.text)} *{_escaped(cited(story, said))}*"
        yield from (f"- {line}",) if part.title else (line, "")
    if part.title:
        yield ""


def _source(source: Source, view: View) -> str:
    who = _escaped(f"[{source.number}] {credit(source, view)}")
    return f"- {who}: {_link(source.report.title, source.report)}"


def _more(edition: Edition, view: View) -> Iterator[str]:
    if edition.more:
        yield from (f"## More ({len(edition.more)})", "")
        for story in edition.more:
            yield f"- {_link(story.headline, titled(story))} {_escaped(told_by(story, view))}"
        yield ""


def _alone(edition: Edition, view: View) -> Iterator[str]:
    if edition.alone:
        yield from (f"## On its own ({len(edition.alone)})", "")
        for publisher, stories in by_publisher(edition.alone):
            yield f"- {_escaped(publisher)}"
            for story in stories:
                day = of_day(story, view)
                yield from (f"  - {_link(*told)}{day}" for told in titles(story))
        yield ""


def _link(words: str, report: Report) -> str:
    url = _ENTITY.sub("&amp;", report.url)
    return f"[{_escaped(words)}](<{url}>)" if url else _escaped(words)


def _escaped(text: str) -> str:
    """Words that markdown takes as words."""
    text = _SPECIAL.sub(r"\\\1", text)
    return _LIST_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)
