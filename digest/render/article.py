"""One article as plain text, to be read in a terminal."""

from digest.news import Article, Kind
from digest.render.cells import wrap
from digest.render.view import View, moment

_MARGIN = {Kind.TEXT: "", Kind.HEADING: "## ", Kind.QUOTE: "> ", Kind.LIST: "- "}


def article_text(article: Article, view: View) -> str:
    """An article, to be read in a terminal: its title, its source, its summary, its text."""
    lines: list[str] = [*wrap(article.title, view.width), ""]
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
    lines += [*wrap(by, view.width), *filter(None, [article.url]), ""]
    if article.note:
        lines += [*wrap(f"The page gives no more: {article.note}.", view.width), ""]
    if article.summary:
        lines += ["In short", ""]
        for sentence in article.summary:
            lines += wrap(f"{sentence.text} [¶{sentence.paragraph}]", view.width, first="- ")
        lines += [""]
    for paragraph in article.paragraphs:
        first = _MARGIN[paragraph.kind]
        rest = first if paragraph.kind is Kind.QUOTE else None
        lines += [*wrap(paragraph.text, view.width, first=first, rest=rest), ""]
    for caption in article.captions:
        lines += [*wrap(caption, view.width, first="Picture: "), ""]
    return "\n".join(lines).rstrip() + "\n"
