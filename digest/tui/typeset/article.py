"""An article on its page: head, text in its kinds, captions, link; a quoted paragraph is marked."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from digest.clean import masked
from digest.news import Article, Kind, Paragraph, Report
from digest.tui.typeset.lines import (
    SPACE,
    Block,
    Line,
    Set,
    Span,
    flow,
    fold,
    hung,
    listed,
)
from digest.tui.typeset.times import when


class Marked(NamedTuple):
    """Target: the paragraph that a story quotes."""

    paragraph: int


MEASURE: Final = 70
"""Cells of a comfortable line: newspapers and typographers agree on 45 to 75 characters."""

_LABEL: Final = 17
"""Cells before a link, for its number and what it is."""


def page(
    report: Report, article: Article | None, width: int, *, marked: int, now: datetime
) -> list[Block]:
    """The whole article in blocks; before its text has come, or without any, its head."""
    blocks: list[Block] = [*_head(report, article, width, now)]
    if article is None:
        return blocks
    if article.note:
        words = f"No text ({article.note}). The feed says:"
        blocks += [Set(tuple(flow([Span(words, "note")], width))), SPACE]
    if article.dateline:
        blocks.append(Set(tuple(flow([Span(article.dateline.upper(), "dateline")], width))))
    blocks += _text(article.paragraphs, width, marked)
    blocks += _captions(article, width)
    blocks += _links(report, article, width)
    return blocks


def _head(report: Report, article: Article | None, width: int, now: datetime) -> Iterator[Block]:
    title = article.title if article and article.title else report.title
    yield Set(tuple((Span(line, "title"),) for line in fold(title, width)))
    by = f"By {_names(article.byline)}" if article and article.byline else ""
    agency = report.agency or (article.agency if article else "")
    updated = article.updated if article else None
    facts = [
        Span(report.publisher, "source"),
        *([Span(agency, "quiet")] if agency else []),
        Span(when(report.published, now), "quiet"),
        *([Span(f"updated {when(updated, now)}", "quiet")] if updated else []),
    ]
    if by:
        yield Set(tuple(flow([Span(by, "byline")], width)))
    yield Set(tuple(listed(facts, width)))
    yield SPACE


def _names(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _text(paragraphs: Sequence[Paragraph], width: int, marked: int) -> Iterator[Block]:
    """The paragraphs, a blank line after each but between the items of a list."""
    kinds = [paragraph.kind for paragraph in paragraphs[1:]] + [Kind.TEXT]
    for number, (paragraph, following) in enumerate(zip(paragraphs, kinds, strict=False), start=1):
        yield Set(_set(paragraph, width), Marked(number) if number == marked else None)
        if (paragraph.kind, following) != (Kind.LIST, Kind.LIST):
            yield SPACE


def _set(paragraph: Paragraph, width: int) -> tuple[Line, ...]:
    text = paragraph.text
    match paragraph.kind:
        case Kind.HEADING:
            return tuple(flow([Span(text, "heading")], width))
        case Kind.QUOTE:
            lines = flow([Span(text, "quote")], width - 4)
            return tuple((Span("  "), Span("│ ", "rule"), *line) for line in lines)
        case Kind.LIST:
            return hung((Span("•", "quiet"),), flow([Span(text)], width - 2), 2)
        case _:
            return tuple(flow([Span(text)], width))


def _captions(article: Article, width: int) -> Iterator[Block]:
    image = article.image
    told = [*article.captions, *([image.text] if image and image.text else [])]
    told = list(dict.fromkeys(told))
    if not told:
        return
    yield Set(((Span("PICTURES", "label"),),))
    for caption in told:
        yield Set(hung((Span("–", "quiet"),), flow([Span(caption, "caption")], width - 2), 2))
    yield SPACE


def _links(report: Report, article: Article, width: int) -> Iterator[Block]:
    """The page and its picture, numbered."""
    image = article.image.url if article.image else ""
    links = [("the page", article.url or report.url), ("the picture", image)]
    for number, (name, url) in enumerate(((n, u) for n, u in links if u), start=1):
        label = (Span(f"[{number}]", "number"), Span(f" {name}", "quiet"))
        lines = [(Span(line, "link"),) for line in fold(masked(url), width - _LABEL)]
        yield Set(hung(label, lines, _LABEL))
