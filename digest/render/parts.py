"""What a story says, part by part: one order for every format, so that all say the same."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest.clean import NOTHING, Clean
from digest.news import Claim, Report, Sentence, Story
from digest.plural import counted
from digest.render.times import in_words, moment
from digest.render.view import View

NAMED: Final = 6
"""Publishers of reprints that are named; the rest is counted."""

_RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "arc", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
)


class Said(Struct, frozen=True, kw_only=True):
    """A sentence, as a named article has it."""

    text: Clean
    article: int
    """Index into the story's articles."""

    paragraph: int = 0
    """Number of its paragraph there; 0: not known."""

    value: Clean = NOTHING
    """The figure by which it differs from others."""

    speaker: Clean = NOTHING
    """Whose words or figure it is, besides the publisher's."""

    day: str = ""
    """Of a timeline: when, as in "19 November"."""


class Part(Struct, frozen=True, kw_only=True):
    """Sentences that belong together, under a title."""

    kind: str
    """"new", "differ", "summary", "quote" or "days"."""

    title: str = ""
    """Empty: it speaks for itself."""

    said: tuple[Said, ...]


class Source(Struct, frozen=True, kw_only=True):
    """One report of a story, and who reprints it."""

    number: int
    """In the story, from 1."""

    report: Report
    reprinted: tuple[Clean, ...] = ()
    """Publishers, each once."""


def parts(story: Story) -> Iterator[Part]:
    """What is new, where reports differ, the summary, a quotation, the days before.

    What stands above is not said again below: one side of a difference is named by its value.
    """
    above: list[str] = []
    for part in _whole(story):
        said = _sides(above, part) if part.kind == "differ" else _not_in(above, part.said)
        if said:
            above += [each.text for each in said]
            yield replace(part, title=_title(part, said), said=said)


def _title(part: Part, said: tuple[Said, ...]) -> str:
    """One day alone, of those before the last, is no "Day by day"."""
    one_before = part.kind == "days" and len(said) == 1 and said[0] != part.said[-1]
    return "Earlier" if one_before else part.title


def _sides(above: Sequence[str], part: Part) -> tuple[Said, ...]:
    """The sides of a difference, all of them: a reader compares them."""
    return tuple(
        replace(each, text=_as_above(each)) if each.value and each.text in above else each
        for each in part.said
    )


def _as_above(side: Said) -> Clean:
    return Clean(f"{side.value[:1].upper()}{side.value[1:]}, as above")


def _not_in(above: Sequence[str], said: tuple[Said, ...]) -> tuple[Said, ...]:
    """The sentences that are no part of one above, nor words that one above quotes."""
    return tuple(each for each in said if not any(each.text.strip("“”") in text for text in above))


def _whole(story: Story) -> Iterator[Part]:
    since = f" since {_day(story.update.since)}" if story.update else ""
    yield Part(kind="new", title=f"New{since}", said=_said(story.new))
    for each in story.differ[: story.differ_open]:
        kind = "Revised" if each.kind == "revision" else "They differ"
        yield Part(kind="differ", title=f"{kind}: {each.what}", said=_claimed(story, each.claims))
    yield Part(kind="summary", said=_said(story.summary))
    if quote := story.quote:
        said = Said(
            text=Clean(f"“{quote.text}”"),
            article=quote.article,
            paragraph=quote.paragraph,
            speaker=story.speaker(quote),
        )
        yield Part(kind="quote", said=(said,))
    days = tuple(
        Said(text=each.text, article=each.article, day=_day(each.day)) for each in story.timeline
    )
    yield Part(kind="days", title="Day by day", said=days)


def _said(sentences: Sequence[Sentence]) -> tuple[Said, ...]:
    return tuple(
        Said(text=each.text, article=each.article, paragraph=each.paragraph) for each in sentences
    )


def _claimed(story: Story, claims: Sequence[Claim]) -> tuple[Said, ...]:
    return tuple(
        Said(
            text=each.text,
            value=each.value,
            article=each.article,
            paragraph=each.paragraph,
            speaker=story.speaker(each),
        )
        for each in claims
    )


def folded(story: Story) -> str:
    """What the story holds besides: "4 points on which sources agree, 2 that one alone tells"."""
    held = {
        "on which they differ": len(story.differ[story.differ_open :]),
        "on which sources agree": len(story.agree),
        "that one source alone tells": len(story.only),
    }
    told = [(what, number) for what, number in held.items() if number]
    return ", ".join(
        f"{number if place else counted(number, 'point')} {what}"
        for place, (what, number) in enumerate(told)
    )


def sources(story: Story) -> list[Source]:
    """Each origin once: its first report, and who reprints it.

    Nobody reprints himself: what one publisher tells again under another title is shown too.
    """
    heads: dict[int, Report] = {}
    rows: dict[tuple[int, str], list[int]] = {}
    for index, report in enumerate(story.articles):
        head = heads.setdefault(report.origin, report)
        title = report.title if report.publisher == head.publisher else head.title
        rows.setdefault((report.origin, title), []).append(index)
    return [_source(story, same) for same in rows.values()]


def _source(story: Story, same: list[int]) -> Source:
    report = story.articles[same[0]]
    names = dict.fromkeys(story.articles[index].publisher for index in same[1:])
    names.pop(report.publisher, None)
    return Source(number=same[0] + 1, report=report, reprinted=tuple(names))


def titles(story: Story) -> list[tuple[Clean, Report]]:
    """The headline and the other titles of its shown sources, each with a report to lead to."""
    told = {story.headline: titled(story)}
    for each in sources(story):
        told.setdefault(each.report.title, each.report)
    return list(told.items())


def titled(story: Story) -> Report:
    """The report whose title is the headline; else the first."""
    return next((r for r in story.articles if r.title == story.headline), story.articles[0])


def tellers(story: Story) -> list[Clean]:
    """The publishers that tell a story, each once, in the order of its articles."""
    return list(dict.fromkeys(report.publisher for report in story.articles))


def listed(names: Sequence[str], most: int) -> str:
    """Names with commas between; those past the `most` are counted: "A, B and 3 more"."""
    left = len(names) - most
    return ", ".join(names[:most]) + (f" and {left} more" if left > 0 else "")


def reprinted(source: Source) -> str:
    """Who reprints it: "reprinted by Valley Times, Coast Gazette and 3 more"; or empty."""
    return f"reprinted by {listed(source.reprinted, NAMED)}" if source.reprinted else ""


def credit(source: Source, view: View) -> str:
    """Who reports it and when: "Valley Times (Northwire), 22 Nov 05:40, reprinted by Ledger"."""
    report = source.report
    by = f" ({report.agency})" if report.agency else ""
    line = f"{report.publisher}{by}, {moment(report.published, view)}"
    return ", ".join(filter(None, (line, reprinted(source))))


def cited(story: Story, said: Said) -> str:
    """Who says it: "Meridian Post [1]"; or whom it names, "Ida Voss, Meridian Post [1]"."""
    mark = f"{story.articles[said.article].publisher} [{said.article + 1}]".strip()
    return f"{said.speaker}, {mark}" if said.speaker else mark


def right_to_left(language: str) -> bool:
    """Whether a language, by its BCP 47 tag, is written from right to left."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


def _day(day: str) -> str:
    return in_words(date.fromisoformat(day))
