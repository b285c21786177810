"""Other ways to lay the same news out: by time, by feed, what is saved, what a day brought."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import Final, NamedTuple

from msgspec.structs import replace

from digest.news import Article, Edition, FeedHealth, Marks, Report, Sentence, Story
from digest.tui.marking import is_read, is_saved
from digest.tui.typeset.sheets import Section, Sheet, grouped, printed
from digest.tui.typeset.times import long

VIEWS: Final = {
    "edition": "The edition",
    "time": "All by time",
    "feed": "By feed",
    "saved": "Saved",
}
"""The views that the reader turns through, in order."""

A_DAY: Final = timedelta(days=1)
GAP: Final = timedelta(hours=36)
"""A window longer than this: the reader has been away."""


HELD: Final = 50
"""Entries that a feed's document holds, at most, as feeds go; older ones fall out of it."""


class Sieve(NamedTuple):
    """What is let through: everything, or what is unread, saved, of a section or a publisher."""

    kind: str = ""
    name: str = ""

    @property
    def words(self) -> str:
        """What it lets through, as it is said on the page."""
        return self.name or self.kind


def as_story(report: Report) -> Story:
    """One report as a story of its own."""
    return Story(
        id=report.id,
        headline=report.title,
        section=report.publisher,
        minutes=1,
        articles=(report,),
        publishers=1,
        origins=1,
    )


def told(story: Story, article: Article) -> Story:
    """A story of one report, told by how its article begins."""
    beginning = tuple(
        Sentence(text=paragraph.text, paragraph=number)
        for number, paragraph in enumerate(article.paragraphs[:2], 1)
    )
    return replace(story, summary=beginning)


def listed(view: str, reports: Sequence[Report], zone: tzinfo | None) -> Sheet:
    """Stored reports, newest first, under days or under feeds."""
    stories = [as_story(report) for report in reports]
    name: Callable[[Story], str] = _publisher if view == "feed" else _day(zone)
    part = "list" if view == "feed" else "hours"
    if view == "feed":
        stories.sort(key=lambda story: _publisher(story).casefold())
    return Sheet(view, tuple(grouped(stories, name, part)), VIEWS[view])


def _publisher(story: Story) -> str:
    return story.articles[0].publisher


def _day(zone: tzinfo | None) -> Callable[[Story], str]:
    return lambda story: long(_came(story, zone))


def _came(story: Story, zone: tzinfo | None) -> date:
    """The day of its first report that is new in this edition."""
    fresh = [report.published for report in story.articles if report.fresh]
    return min(fresh or [story.articles[0].published]).astimezone(zone).date()


def caught_up(edition: Edition, zone: tzinfo | None) -> Sheet:
    """What each day of an edition's window brought, the first day first."""
    told = sorted(edition.stories + edition.more, key=lambda story: _came(story, zone))
    days = tuple(grouped(told, _day(zone), "front"))
    return Sheet((edition.day, "days"), days, "Day by day", len(edition.missed))


def of_today(edition: Edition, now: datetime) -> Sheet:
    """What came within the last day."""
    sheet = printed(edition)
    kept = _kept(
        sheet.sections,
        lambda story: any(now - report.published <= A_DAY for report in story.articles),
    )
    return sheet._replace(key=(edition.day, "today"), sections=kept, name="Today only")


def coming(reports: Iterable[Report]) -> Sheet:
    """Reports as they are read, before there are stories."""
    stories = tuple(as_story(report) for report in reports)
    return Sheet("coming", (Section("As they come · grouping…", stories, "hours"),), "Filling up")


def sifted(sheet: Sheet, sieve: Sieve, marks: Marks) -> Sheet:
    """What of a page the sieve lets through."""
    if not sieve.kind:
        return sheet
    tests: dict[str, Callable[[Story], bool]] = {
        "unread": lambda story: not is_read(story, marks),
        "saved": lambda story: is_saved(story, marks),
        "section": lambda story: story.section == sieve.name,
        "publisher": lambda story: any(r.publisher == sieve.name for r in story.articles),
    }
    name = f"{sheet.name} · {sieve.words}".removeprefix(" · ")
    return sheet._replace(
        key=(sheet.key, sieve), sections=_kept(sheet.sections, tests[sieve.kind]), name=name
    )


def _kept(sections: Iterable[Section], test: Callable[[Story], bool]) -> tuple[Section, ...]:
    kept = (s._replace(stories=tuple(filter(test, s.stories))) for s in sections)
    return tuple(section for section in kept if section.stories)


def sieves(sheet: Sheet, marks: Marks) -> list[tuple[Sieve, int]]:
    """What can be sifted for on a page, and how many stories each lets through."""
    stories = [story for section in sheet.sections for story in section.stories]
    sections = _counted(story.section for story in stories if story.section)
    tellers = ({r.publisher: None for r in story.articles} for story in stories)
    publishers = _counted(name for names in tellers for name in names)
    return [
        (Sieve("unread"), sum(not is_read(story, marks) for story in stories)),
        (Sieve("saved"), sum(is_saved(story, marks) for story in stories)),
        *((Sieve("section", name), count) for name, count in sections),
        *((Sieve("publisher", name), count) for name, count in publishers),
    ]


def _counted(names: Iterable[str]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def may_have_lost(feeds: Iterable[FeedHealth], days: int) -> list[str]:
    """The feeds that bring more in so many days than a feed's document usually holds."""
    return [feed.title for feed in feeds if feed.weekly / 7 * days > HELD]


def days_away(edition: Edition) -> int:
    """Over how many days an edition reaches, if the reader has been away; else 0."""
    span = edition.window.end - edition.window.start
    return round(span / A_DAY) if span > GAP else 0
