"""The half of the message that is HTML: tables and inline styles, nothing loaded, no script.

A link is as tall as a finger is wide (44 pixels); marks in the text are no links, so that no
small ones stand side by side.
"""

from collections.abc import Iterator
from html import escape

from digest.news import Edition, Report, Story
from digest.render.email.cut import Cut, opening
from digest.render.email.plain import STOP
from digest.render.email.styles import inlined, sheet
from digest.render.heads import masthead, of_day, remarks, standing, told_by, trouble
from digest.render.html import marked, tongue, worded
from digest.render.parts import Part, Said, credit, folded, parts, sources, titled, titles
from digest.render.text import ALONE_SHOWN, TELLERS, unshown
from digest.render.times import day_in_words
from digest.render.view import View, by_publisher, elsewhere, sections


def page(edition: Edition, view: View, cut: Cut) -> str:
    """The HTML of the message."""
    plain_styles, rules = sheet()
    body = "\n".join(_body(edition, view, cut))
    title = f"Digest, {day_in_words(edition.day)}"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="supported-color-schemes" content="light dark">\n'
        f"<title>{escape(title)}</title>\n<style>\n{rules}</style>\n</head>\n"
        f"{inlined(body, plain_styles)}\n</html>\n"
    )


def _body(edition: Edition, view: View, cut: Cut) -> Iterator[str]:
    table = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
    yield '<body class="paper">'
    if ahead := " · ".join(story.headline for story in edition.stories[1:3]):
        yield f'<div class="preheader">{escape(ahead)}</div>'
    yield f'{table} class="paper"><tr><td align="center">'
    yield '<!--[if mso]><table role="presentation" width="640"><tr><td><![endif]-->'
    yield f'{table} class="page">'
    yield _row("masthead", _masthead(edition, view))
    for name, stories in sections(cut.of(edition)):
        yield _row("section", [f'<h2 class="name">{escape(name)}</h2>'])
        for story in stories:
            yield _row("story", _story(story, view))
    if left := cut.left_out(edition, view):
        yield _row("story", [_quiet(left)])
    if edition.more:
        yield _row("section", _more(edition, view, cut))
    if edition.alone:
        yield _row("section", _alone(edition, view, cut))
    yield _row("section", _foot(view))
    yield "</table>\n<!--[if mso]></td></tr></table><![endif]-->\n</td></tr></table>\n</body>"


def _row(kind: str, lines: Iterator[str] | list[str]) -> str:
    return "\n".join([f'<tr><td class="{kind} ink">', *lines, "</td></tr>"])


def _masthead(edition: Edition, view: View) -> Iterator[str]:
    yield f'<h1 class="title">Digest, {escape(day_in_words(edition.day))}</h1>'
    if edition.stories:
        yield _quiet(masthead(edition, view))
    yield from (f'<p class="said"><b>{escape(each)}</b></p>' for each in remarks(edition, view))
    for sentence, story in opening(edition):
        report = story.articles[sentence.article]
        mark = f'<span class="cite quiet">{escape(report.publisher)}</span>'
        yield f'<p class="said"><span{tongue(report)}>{escape(sentence.text)}</span> {mark}</p>'


def _story(story: Story, view: View) -> Iterator[str]:
    yield f'<h3 class="headline"{tongue(titled(story))}>{escape(story.headline)}</h3>'
    yield _quiet(standing(story, view))
    for part in parts(story):
        yield from _part(story, part)
    if also := folded(story):
        yield _quiet(f"Also: {also}.")
    for each in sources(story):
        who = f"[{each.number}] {credit(each, view)}"
        yield _target(who, each.report.title, each.report)


def _part(story: Story, part: Part) -> Iterator[str]:
    if not part.title:
        yield from (f'<p class="said">{_said(story, said)}</p>' for said in part.said)
        return
    yield f'<p class="label">{escape(part.title)}</p>\n<ul class="list">'
    yield from (f'<li class="item">{_said(story, said)}</li>' for said in part.said)
    yield "</ul>"


def _said(story: Story, said: Said) -> str:
    return f'{worded(story, said)} <span class="cite quiet">{marked(story, said)}</span>'


def _target(before: str, title: str, report: Report, after: str = "") -> str:
    """A line that is a link from edge to edge, and tall enough for a finger."""
    words = f"<u{tongue(report)}>{escape(title)}</u>"
    words = (f"{escape(before)}: " if before else "") + words + escape(after)
    if not report.url:
        return f'<p class="target quiet">{words}</p>'
    return f'<a class="target quiet" href="{escape(report.url)}">{words}</a>'


def _quiet(words: str) -> str:
    return f'<p class="standing quiet">{escape(words)}</p>'


def _more(edition: Edition, view: View, cut: Cut) -> Iterator[str]:
    yield f'<h2 class="name">More ({len(edition.more)})</h2>'
    for story in edition.more[: cut.more]:
        yield _target("", story.headline, titled(story), f" {told_by(story, view, TELLERS)}")
    if left := len(edition.more) - cut.more:
        yield _quiet(f"And {left} more: {elsewhere(edition, view)}")


def _alone(edition: Edition, view: View, cut: Cut) -> Iterator[str]:
    yield f'<h2 class="name">On its own ({len(edition.alone)})</h2>'
    publishers = by_publisher(edition.alone)
    for publisher, told in publishers[: cut.publishers]:
        yield f'<h3 class="label">{escape(publisher)}</h3>'
        for story in told[:ALONE_SHOWN]:
            day = of_day(story, view)
            yield from (_target("", title, report, day) for title, report in titles(story))
        if left := len(told[ALONE_SHOWN:]):
            yield _quiet(f"and {left} more")
    if rest := unshown(publishers, cut.publishers):
        yield _quiet(f"{rest}: {elsewhere(edition, view)}")


def _foot(view: View) -> Iterator[str]:
    if view.envelope.failing:
        yield '<p class="label">Feeds that have been failing</p>\n<ul class="list">'
        for each in view.envelope.failing:
            yield f'<li class="item">{escape(trouble(each, view))}</li>'
        yield "</ul>"
    yield from map(_quiet, STOP)
