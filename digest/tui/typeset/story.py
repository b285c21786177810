"""A story on its page: new, differences and summary open; the rest folded and counted."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from digest.news import Claim, Difference, Quote, Sentence, Story
from digest.tui.typeset.lines import (
    NBSP,
    SPACE,
    Block,
    Line,
    Set,
    Span,
    clipped,
    flow,
    fold,
    hung,
    joined,
    listed,
    signed,
)
from digest.tui.typeset.times import when

_HANG: Final = 9  # cells for NEW and DIFFER before what they say
_ROOM: Final = 44  # narrower than this, labels stand on a line of their own


class Fold(NamedTuple):
    """Target: a part of the story that opens."""

    name: str


class Source(NamedTuple):
    """Target: a paragraph of one of the story's articles; 0: its head."""

    article: int
    paragraph: int = 0
    place: int = 0
    """Tells apart two targets that lead to the same paragraph."""


def page(story: Story, width: int, *, opened: frozenset[str], now: datetime) -> list[Block]:
    """The whole story in blocks, for a column of `width` cells."""
    blocks: list[Block] = [
        Set(tuple((Span(line, "title"),) for line in fold(story.headline, width))),
        Set(tuple(listed(_standing(story, now), width))),
        SPACE,
    ]
    blocks += _new(story, width)
    blocks += _differ(story, story.differ[: story.differ_open], width)
    blocks += _summary(story, width)
    blocks += _differ(story, story.differ[story.differ_open :], width)
    for name, entries in _folds(story, width, now):
        blocks += _folded(name, entries, is_open=name in opened)
    return _placed(blocks)


def _placed(blocks: list[Block]) -> list[Block]:
    """The same blocks, no two with the same target."""
    return [
        block._replace(target=block.target._replace(place=place))
        if isinstance(block, Set) and isinstance(block.target, Source)
        else block
        for place, block in enumerate(blocks)
    ]


def _standing(story: Story, now: datetime) -> list[Span]:
    """How far it goes back, and on whom it rests: "Update, day 2 · 9 articles · …"."""
    facts = [f"Update, day {story.update.day}"] if story.update else []
    if len(story.articles) == 1:
        facts += [story.articles[0].publisher, when(story.articles[0].published, now)]
    else:
        facts += [
            f"{len(story.articles)} articles",
            _count(story.publishers, "publisher"),
            f"{story.origins} independent",
        ]
    return [Span(fact, "quiet") for fact in (*facts, f"{story.minutes} min")]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _cited(story: Story, article: int, paragraph: int = 0) -> Line:
    """Who says it, and which key leads there: "CNN ¶2 [1]"."""
    publisher = clipped(story.articles[article].publisher, 28).replace(" ", NBSP)
    place = f"{NBSP}¶{paragraph}" if paragraph else ""
    return (Span(f"{publisher}{place}", "source"), Span(f"{NBSP}[{article + 1}]", "number"))


def _sentence(story: Story, sentence: Sentence, width: int) -> list[Line]:
    lines = flow([Span(sentence.text)], width)
    return signed(lines, _cited(story, sentence.article, sentence.paragraph), width)


def _labelled(label: str, role: str, lines: list[Line], width: int) -> tuple[Line, ...]:
    if width >= _ROOM:
        return hung((Span(label, role),), lines, _HANG)
    return ((Span(label, role),), *lines) if label else tuple(lines)


def _inner(width: int) -> int:
    return width - _HANG if width >= _ROOM else width


def _new(story: Story, width: int) -> Iterator[Block]:
    for number, sentence in enumerate(story.new):
        label = "" if number else "NEW"
        lines = _sentence(story, sentence, _inner(width))
        target = Source(sentence.article, sentence.paragraph)
        yield Set(_labelled(label, "new", lines, width), target)
        yield SPACE


def _differ(story: Story, differ: Sequence[Difference], width: int) -> Iterator[Block]:
    for difference in differ:
        label = "REVISED" if difference.kind == "revision" else "DIFFER"
        what = flow([Span(difference.what, "what")], _inner(width))
        yield Set(_labelled(label, "differ", what, width))
        yield from _claims(story, difference, width)
        yield SPACE


def _claims(story: Story, difference: Difference, width: int) -> Iterator[Block]:
    inner = _inner(width)
    for claim in difference.claims:
        speaker = story.speaker(claim)
        dash = f"({speaker}){NBSP}–" if speaker else "–"
        words = [Span(claim.value, "value"), Span(dash, "quiet"), Span(claim.text)]
        lines = signed(flow(words, inner), _cited(story, claim.article, claim.paragraph), inner)
        yield Set(_labelled("", "text", lines, width), Source(claim.article, claim.paragraph))


def _summary(story: Story, width: int) -> Iterator[Block]:
    for sentence in story.summary:
        target = Source(sentence.article, sentence.paragraph)
        yield Set(tuple(_sentence(story, sentence, width)), target)
        yield SPACE


def _folds(story: Story, width: int, now: datetime) -> Iterator[tuple[str, list[Set]]]:
    inner = width - 2
    yield "agree", list(_agree(story, inner))
    yield "only", list(_only(story, inner))
    yield "quote", list(_quote(story, inner))
    yield "days", list(_days(story, inner))
    yield "sources", list(_sources(story, inner, now))


def _folded(name: str, entries: list[Set], *, is_open: bool) -> Iterator[Block]:
    if not entries:
        return
    sign = "▾ " if is_open else "▸ "
    count = "" if name == "quote" else f" {len(entries)}"
    yield Set(((Span(sign, "quiet"), Span(name, "fold"), Span(count, "quiet")),), Fold(name))
    if is_open:
        for entry in entries:
            yield entry._replace(printed=tuple((Span("  "), *line) for line in entry.printed))
        yield SPACE


def _agree(story: Story, width: int) -> Iterator[Set]:
    for agreement in story.agree:
        numbers = "".join(f"[{article + 1}]" for article in agreement.articles)
        lines = signed(flow([Span(agreement.text)], width), (Span(numbers, "number"),), width)
        yield Set(tuple(lines), Source(agreement.articles[0]))


def _only(story: Story, width: int) -> Iterator[Set]:
    for only in story.only:
        lines = signed(flow([Span(only.text)], width), _cited(story, only.article), width)
        yield Set(tuple(lines), Source(only.article))


def _quote(story: Story, width: int) -> Iterator[Set]:
    if quote := story.quote:
        speaker = story.speaker(quote)
        words = [Span(f"“{quote.text}”", "quote"), *([Span(f"– {speaker}")] if speaker else [])]
        lines = flow(words, width)
        signature = _cited(story, quote.article, quote.paragraph)
        yield Set(tuple(signed(lines, signature, width)), Source(quote.article, quote.paragraph))


def _days(story: Story, width: int) -> Iterator[Set]:
    for day in story.timeline:
        words = [Span(day.day, "quiet"), Span(day.text)]
        lines = signed(flow(words, width), (Span(f"[{day.article + 1}]", "number"),), width)
        yield Set(tuple(lines), Source(day.article))


def _sources(story: Story, width: int, now: datetime) -> Iterator[Set]:
    first_of: dict[int, int] = {}
    for number, report in enumerate(story.articles, start=1):
        original = first_of.setdefault(report.origin, number)
        agency = f" ({report.agency})" if report.agency else ""
        reprint = [] if original == number else [Span(f"reprints [{original}]", "quiet")]
        name = Span(clipped(f"{report.publisher}{agency}", width - 6), "source")
        left = (Span(f"[{number}]", "number"), Span(" "), name)
        right = joined([*reprint, Span(when(report.published, now), "quiet")])
        title = ((Span("    "), Span(line)) for line in fold(report.title, width - 4))
        yield Set((*signed([left], right, width), *title), Source(number - 1))


def quoted_paragraph(story: Story, article: int) -> int:
    """The paragraph of an article that the story's page quotes first; 0: none."""
    quoted: list[Sentence | Claim | Quote] = [*story.new]
    for difference in story.differ:
        quoted += difference.claims
    quoted += [*story.summary, *([story.quote] if story.quote else [])]
    return next((said.paragraph for said in quoted if said.article == article), 0)
