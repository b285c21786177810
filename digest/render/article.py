"""One article as plain text, to be read in a terminal."""

from collections.abc import Iterator, Sequence

from digest.news import Article, Kind, Sentence
from digest.render.cells import wrap
from digest.render.times import moment
from digest.render.view import View

_MARGIN = {Kind.TEXT: "", Kind.HEADING: "## ", Kind.QUOTE: "> ", Kind.LIST: "- "}


def article_text(article: Article, summary: Sequence[Sentence], view: View) -> str:
    """Its title, who wrote it where and when, its summary, its text."""
    return "\n".join(_lines(article, summary, view)).rstrip() + "\n"


def _lines(article: Article, summary: Sequence[Sentence], view: View) -> Iterator[str]:
    yield from (*wrap(article.title, view.width), "")
    if source := [*wrap(_credit(article, view), view.width), *filter(None, [article.url])]:
        yield from (*source, "")
    if article.note:
        yield from (*wrap(f"The page gives no more: {article.note}.", view.width), "")
    if summary:
        yield from ("In short", "")
        for sentence in summary:
            yield from wrap(f"{sentence.text} [¶{sentence.paragraph}]", view.width, first="- ")
        yield ""
    for paragraph in article.paragraphs:
        first = _MARGIN[paragraph.kind]
        rest = first if paragraph.kind is Kind.QUOTE else None
        yield from (*wrap(paragraph.text, view.width, first=first, rest=rest), "")
    for caption in article.captions:
        yield from (*wrap(caption, view.width, first="Picture: "), "")


def _credit(article: Article, view: View) -> str:
    """Who wrote it where and when: "Ada Lorne and Tomas Weyl, Northwire, Meridian Post, 22 Nov"."""
    when = moment(article.published, view, year=True) if article.published else ""
    parts = (" and ".join(article.byline), article.agency, article.publisher, when)
    return ", ".join(filter(None, parts))
