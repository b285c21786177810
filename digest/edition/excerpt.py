"""Part of an edition, as a reader asks for it: one section, fewer stories, less to read."""

from msgspec.structs import replace

from digest.edition.layout import WORDS_A_MINUTE
from digest.edition.page import headed, open_words, reading_minutes
from digest.news import Edition, Story


def section_of(edition: Edition, name: str) -> Edition:
    """The stories of one section, counted anew; where it has none, the counts are those of all."""
    name = name.casefold()

    def kept(stories: tuple[Story, ...]) -> tuple[Story, ...]:
        return tuple(story for story in stories if story.section.casefold() == name)

    part = replace(
        edition,
        stories=kept(edition.stories),
        more=kept(edition.more),
        alone=kept(edition.alone),
    )
    return _counted(part) if part.everything else part


def story_of(edition: Edition, story: Story) -> Edition:
    """One story alone."""
    return _counted(replace(edition, stories=(story,), more=(), alone=(), missed=(), notes=()))


def shortened(
    edition: Edition, *, stories: int | None = None, minutes: int | None = None
) -> Edition:
    """At most so many stories on the front, read in so many minutes; those past them head More."""
    most = len(edition.stories) if stories is None else stories
    if minutes is not None:
        most = min(most, _read_in(edition.stories, minutes * WORDS_A_MINUTE))
    if most >= len(edition.stories):
        return edition
    front = edition.stories[:most]
    return replace(
        edition,
        stories=front,
        more=edition.stories[most:] + edition.more,
        sections=headed(edition.sections, front),
        minutes=reading_minutes(front),
    )


def _read_in(stories: tuple[Story, ...], words: int) -> int:
    """How many of the first stories are read in so many words: one at least."""
    taken = 0
    for number, story in enumerate(stories):
        taken += open_words(story)
        if taken > words:
            return max(1, number)
    return len(stories)


def _counted(edition: Edition) -> Edition:
    """The edition with the counts of what it shows; of articles, those that its window brought."""
    reports = [report for story in edition.everything for report in story.articles if report.fresh]
    counts = replace(
        edition.counts,
        articles=len(reports),
        publishers=len({report.publisher.casefold() for report in reports}),
        stories=len(edition.everything),
        missed=len(edition.missed),
        unchanged=0,
    )
    return replace(
        edition,
        counts=counts,
        sections=headed(edition.sections, edition.stories),
        minutes=reading_minutes(edition.stories),
    )
