"""One HTML file: semantic, printable, without script; it loads nothing."""

from collections.abc import Iterator
from html import escape

from digest.bundled import bundled
from digest.news import Edition, Report, Story
from digest.render.view import (
    View,
    by_publisher,
    counted,
    day_in_words,
    masthead,
    missed_line,
    moment,
    sections,
    shown_sources,
    standing,
)


def html(edition: Edition, view: View) -> str:
    """The whole edition; what is not on the front is folded."""
    return "\n".join(_lines(edition, view)) + "\n"


def _lines(edition: Edition, view: View) -> Iterator[str]:
    title = f"Digest, {day_in_words(edition.day)}"
    style = bundled("styles/edition.css").read_text(encoding="utf-8")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>"
    yield f"<header>\n<h1>{escape(title)}</h1>\n<p>{escape(masthead(edition, view))}</p>"
    if view.standing:
        yield f"<p><strong>{escape(view.standing)}</strong></p>"
    yield "</header>\n<main>"
    for name, stories in sections(edition):
        yield f"<section>\n<h2>{escape(name)}</h2>"
        for story in stories:
            yield from _story(story, view)
        yield "</section>"
    yield from _more(edition)
    yield from _alone(edition)
    yield "</main>"
    yield from _missed(edition)
    yield "</body>\n</html>"


def _story(story: Story, view: View) -> Iterator[str]:
    yield f"<article>\n<h3>{escape(story.headline)}</h3>"
    yield f'<p class="standing">{escape(standing(story, view))}</p>'
    for sentence in story.summary:
        report = story.articles[sentence.article]
        mark = f"{escape(report.publisher)} ¶{sentence.paragraph} [{sentence.article + 1}]"
        yield f"<p>{escape(sentence.text)} <cite>{_link(mark, report)}</cite></p>"
    yield "<ol>"
    for index, report, reprints in shown_sources(story):
        more = f", and {counted(reprints, 'reprint')}" if reprints else ""
        local = moment(report.published, view)
        when = f'<time datetime="{report.published.isoformat()}">{local}</time>'
        by = f" ({escape(report.agency)})" if report.agency else ""
        title = _link(escape(report.title), report)
        yield f'<li value="{index}">{escape(report.publisher)}{by}, {when}{more}: {title}</li>'
    yield "</ol>\n</article>"


def _link(words: str, report: Report) -> str:
    """`words`, escaped already, as a link to the report."""
    if not report.url:
        return words
    return f'<a href="{escape(report.url)}" rel="noopener noreferrer">{words}</a>'


def _more(edition: Edition) -> Iterator[str]:
    if edition.more:
        yield f"<details>\n<summary>More ({len(edition.more)})</summary>\n<ul>"
        for story in edition.more:
            names = ", ".join(dict.fromkeys(report.publisher for report in story.articles))
            link = _link(escape(story.headline), story.articles[0])
            yield f"<li>{link} ({escape(names)})</li>"
        yield "</ul>\n</details>"


def _alone(edition: Edition) -> Iterator[str]:
    if edition.alone:
        yield f"<details>\n<summary>On its own ({len(edition.alone)})</summary>"
        for publisher, stories in by_publisher(edition.alone):
            yield f"<h3>{escape(publisher)}</h3>\n<ul>"
            for story in stories:
                yield f"<li>{_link(escape(story.headline), story.articles[0])}</li>"
            yield "</ul>"
        yield "</details>"


def _missed(edition: Edition) -> Iterator[str]:
    if edition.missed:
        yield f"<footer>\n<h2>{escape(missed_line(edition))}</h2>\n<ul>"
        for each in edition.missed:
            yield f"<li>{escape(each.feed)}: {escape(each.reason)}</li>"
        yield "</ul>\n</footer>"
