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
    folded,
    masthead,
    missed_line,
    moment,
    sections,
    shown_sources,
    standing,
    tellers,
    titles,
    told_apart,
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
    for difference in story.differ:
        yield f'<section class="differ">\n<h4>{escape(told_apart(difference))}</h4>\n<ul>'
        for claim in difference.claims:
            yield f"<li>{escape(claim.text)} {_cite(story, claim.article, claim.paragraph)}</li>"
        yield "</ul>\n</section>"
    for sentence in story.summary:
        yield f"<p>{escape(sentence.text)} {_cite(story, sentence.article, sentence.paragraph)}</p>"
    yield from _folded(story)
    yield "<ol>"
    for index, report, reprints in shown_sources(story):
        more = f", and {counted(reprints, 'reprint')}" if reprints else ""
        local = moment(report.published, view)
        when = f'<time datetime="{report.published.isoformat()}">{local}</time>'
        by = f" ({escape(report.agency)})" if report.agency else ""
        title = _link(escape(report.title), report)
        yield f'<li value="{index}">{escape(report.publisher)}{by}, {when}{more}: {title}</li>'
    yield "</ol>\n</article>"


def _cite(story: Story, article: int, paragraph: int) -> str:
    report = story.articles[article]
    mark = f"{escape(report.publisher)} ¶{paragraph} [{article + 1}]"
    return f"<cite>{_link(mark, report)}</cite>"


def _folded(story: Story) -> Iterator[str]:
    """What several agree on and what one alone tells, behind its count."""
    if more := folded(story):
        yield f"<details>\n<summary>{escape(more)}</summary>\n<ul>"
        for each in story.agree:
            marks = " ".join(f"[{article + 1}]" for article in each.articles)
            yield f"<li>{escape(each.text)} <cite>{marks}</cite></li>"
        for single in story.only:
            publisher = escape(story.articles[single.article].publisher)
            yield f"<li>{escape(single.text)} <cite>{publisher} alone</cite></li>"
        yield "</ul>\n</details>"


def _link(words: str, report: Report) -> str:
    """`words`, escaped already, as a link to the report."""
    if not report.url:
        return words
    return f'<a href="{escape(report.url)}" rel="noopener noreferrer">{words}</a>'


def _more(edition: Edition) -> Iterator[str]:
    if edition.more:
        yield f"<details>\n<summary>More ({len(edition.more)})</summary>\n<ul>"
        for story in edition.more:
            names = ", ".join(tellers(story))
            link = _link(escape(story.headline), story.articles[0])
            yield f"<li>{link} ({escape(names)})</li>"
        yield "</ul>\n</details>"


def _alone(edition: Edition) -> Iterator[str]:
    if edition.alone:
        yield f"<details>\n<summary>On its own ({len(edition.alone)})</summary>"
        for publisher, stories in by_publisher(edition.alone):
            yield f"<h3>{escape(publisher)}</h3>\n<ul>"
            for title, report in (told for story in stories for told in titles(story)):
                yield f"<li>{_link(escape(title), report)}</li>"
            yield "</ul>"
        yield "</details>"


def _missed(edition: Edition) -> Iterator[str]:
    if edition.missed:
        yield f"<footer>\n<h2>{escape(missed_line(edition))}</h2>\n<ul>"
        for each in edition.missed:
            yield f"<li>{escape(each.feed)}: {escape(each.reason)}</li>"
        yield "</ul>\n</footer>"
