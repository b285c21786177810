"""One HTML file: semantic, printable, without script; it loads nothing."""

from collections.abc import Iterator
from html import escape

from digest.bundled import bundled
from digest.news import Edition, Report, Story
from digest.render.days import dating
from digest.render.heads import masthead, missed_line, of_day, remarks, standing, told_by, trouble
from digest.render.parts import (
    Part,
    Said,
    Source,
    cited,
    folded,
    parts,
    reprinted,
    right_to_left,
    sources,
    titled,
    titles,
)
from digest.render.times import day_in_words, moment
from digest.render.view import View, by_publisher, sections


def html(edition: Edition, view: View) -> str:
    """The whole edition; what is not on the front is folded."""
    return "\n".join(_lines(edition, dating(edition, view))) + "\n"


def _lines(edition: Edition, view: View) -> Iterator[str]:
    title = f"Digest, {day_in_words(edition.day)}"
    style = bundled("styles/edition.css").read_text(encoding="utf-8")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>"
    yield f"<header>\n<h1>{escape(title)}</h1>\n<p>{escape(masthead(edition, view))}</p>"
    yield from (f"<p><strong>{escape(each)}</strong></p>" for each in remarks(edition, view))
    yield "</header>\n<main>"
    for name, stories in sections(edition):
        yield f"<section>\n<h2>{escape(name)}</h2>"
        for story in stories:
            yield from _story(story, view)
        yield "</section>"
    yield from _more(edition, view)
    yield from _alone(edition, view)
    yield "</main>"
    yield from _missed(edition, view)
    yield "</body>\n</html>"


def _story(story: Story, view: View) -> Iterator[str]:
    yield f"<article>\n<h3{tongue(titled(story))}>{escape(story.headline)}</h3>"
    yield f'<p class="standing">{escape(standing(story, view))}</p>'
    for part in parts(story):
        yield from _part(story, part)
    yield from _folded(story)
    yield '<ol class="sources">'
    for each in sources(story):
        yield _source(each, view)
    yield "</ol>\n</article>"


def _part(story: Story, part: Part) -> Iterator[str]:
    """A list under its heading; without one, paragraphs."""
    if not part.title:
        yield from (f'<p class="{part.kind}">{_said(story, said)}</p>' for said in part.said)
        return
    yield f'<section class="{part.kind}">\n<h4>{escape(part.title)}</h4>\n<ul>'
    yield from (f"<li>{_said(story, said)}</li>" for said in part.said)
    yield "</ul>\n</section>"


def _said(story: Story, said: Said) -> str:
    mark = _link(marked(story, said), story.articles[said.article])
    return f"{worded(story, said)} <cite>{mark}</cite>"


def worded(story: Story, said: Said) -> str:
    """What is said, in its own language, after its day if it has one."""
    day = f"{escape(said.day)}: " if said.day else ""
    return f"{day}<span{tongue(story.articles[said.article])}>{escape(said.text)}</span>"


def marked(story: Story, said: Said) -> str:
    """Who says it, with the number that no line end parts from the name."""
    return escape(cited(story, said)).replace(" [", "&nbsp;[")


def _folded(story: Story) -> Iterator[str]:
    """What several agree on and what one alone tells, behind its count."""
    if also := folded(story):
        yield f"<details>\n<summary>{escape(also)}</summary>\n<ul>"
        for each in story.agree:
            marks = " ".join(f"[{article + 1}]" for article in each.articles)
            own = tongue(story.articles[each.articles[0]])
            yield f"<li><span{own}>{escape(each.text)}</span> <cite>{marks}</cite></li>"
        for single in story.only:
            report = story.articles[single.article]
            mark = f"<cite>{escape(report.publisher)} alone</cite>"
            yield f"<li><span{tongue(report)}>{escape(single.text)}</span> {mark}</li>"
        yield "</ul>\n</details>"


def _source(source: Source, view: View) -> str:
    report, others = source.report, reprinted(source)
    who = escape(report.publisher) + (f" ({escape(report.agency)})" if report.agency else "")
    local = moment(report.published, view)
    line = f'{who}, <time datetime="{report.published.isoformat()}">{local}</time>'
    line += f", {escape(others)}" if others else ""
    return f'<li value="{source.number}">{line}: {_title(report.title, report)}</li>'


def _title(title: str, report: Report) -> str:
    return _link(f"<span{tongue(report)}>{escape(title)}</span>", report)


def _link(words: str, report: Report) -> str:
    """`words`, escaped already, as a link to the report."""
    if not report.url:
        return words
    return f'<a href="{escape(report.url)}" rel="noopener noreferrer">{words}</a>'


def tongue(report: Report) -> str:
    """The attributes that say in which language a report's words are, and which way they run."""
    if report.language in ("", "en"):
        return ""
    way = ' dir="rtl"' if right_to_left(report.language) else ""
    return f' lang="{escape(report.language)}"{way}'


def _more(edition: Edition, view: View) -> Iterator[str]:
    if edition.more:
        yield f"<section>\n<details>\n<summary><h2>More ({len(edition.more)})</h2></summary>\n<ul>"
        for story in edition.more:
            link = _title(story.headline, titled(story))
            yield f"<li>{link} {escape(told_by(story, view))}</li>"
        yield "</ul>\n</details>\n</section>"


def _alone(edition: Edition, view: View) -> Iterator[str]:
    if edition.alone:
        count = len(edition.alone)
        yield f"<section>\n<details>\n<summary><h2>On its own ({count})</h2></summary>"
        for publisher, stories in by_publisher(edition.alone):
            yield f"<h3>{escape(publisher)}</h3>\n<ul>"
            for story in stories:
                day = of_day(story, view)
                yield from (f"<li>{_title(*told)}{day}</li>" for told in titles(story))
            yield "</ul>"
        yield "</details>\n</section>"


def _missed(edition: Edition, view: View) -> Iterator[str]:
    if edition.missed:
        yield f"<footer>\n<h2>{escape(missed_line(edition))}</h2>\n<ul>"
        yield from (f"<li>{escape(trouble(each, view))}</li>" for each in edition.missed)
        yield "</ul>\n</footer>"
