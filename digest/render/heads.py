"""What is said of an edition and of a story: as of when, made from how much, what failed."""

from digest.news import Edition, Missed, Story
from digest.plural import counted
from digest.render.days import covers, dated, dated_briefly
from digest.render.parts import listed, tellers
from digest.render.times import clock, moment, point_in_time
from digest.render.view import View


def masthead(edition: Edition, view: View, joint: str = " · ") -> str:
    """What the edition is, in a line: "As of 06:02 · 143 articles · 20 publishers · 52 stories"."""
    parts = [
        f"As of {clock(edition.window.end, view)}",
        counted(edition.counts.articles, "article"),
        counted(edition.counts.publishers, "publisher"),
        counted(edition.counts.stories, "story", "stories"),
        counted(edition.minutes, "minute"),
    ]
    return joint.join(parts)


def remarks(edition: Edition, view: View) -> list[str]:
    """What is to be said of the edition as a whole, a line each."""
    unchanged = counted(edition.counts.unchanged, "story", "stories")
    return [
        *filter(None, [view.standing]),
        *([f"{days}."] if (days := covers(edition, view)) else []),
        *edition.notes,
        *([f"{unchanged} came again with nothing new."] if edition.counts.unchanged else []),
        *([] if edition.everything else [f"{nothing(edition, view)}."]),
    ]


def nothing(edition: Edition, view: View) -> str:
    """What an edition says that shows no stories: nothing is new, or none was asked for."""
    if edition.counts.stories:
        return f"None of {counted(edition.counts.stories, 'story', 'stories')} is in this section"
    return f"Nothing new since {point_in_time(edition.window.start, view)}"


def standing(story: Story, view: View, joint: str = " · ") -> str:
    """How a story stands: "Update, day 2 · 9 articles · 6 publishers · 3 independent"."""
    parts = [*filter(None, [dated(story, view)])]
    if story.update:
        parts.append(f"Update, day {story.update.day}")
    if story.added:
        parts.append(f"since {clock(story.added, view)}")
    parts.append(counted(len(story.articles), "article"))
    if len(story.articles) > 1:
        parts.append(counted(story.publishers, "publisher"))
    if story.publishers > 1:
        parts.append(f"{story.origins} independent")
    return joint.join(parts)


def told_by(story: Story, view: View, most: int | None = None) -> str:
    """Behind a headline: "(Ledger, Meridian Post)"; of an earlier day "(17 Nov, Ledger)"."""
    names = tellers(story)
    who = listed(names, len(names) if most is None else most)
    return f"({', '.join(filter(None, [dated_briefly(story, view), who]))})"


def of_day(story: Story, view: View) -> str:
    """Behind the title of what one publisher tells: " (17 Nov)"; empty: it is of today."""
    day = dated_briefly(story, view)
    return f" ({day})" if day else ""


def missed_line(edition: Edition) -> str:
    """How many feeds failed: "2 of 20 feeds failed"; empty if none did."""
    if not edition.missed:
        return ""
    return f"{len(edition.missed)} of {counted(edition.counts.feeds, 'feed')} failed"


def trouble(missed: Missed, view: View) -> str:
    """What is wrong with a feed: "Coast Gazette: timeout, 2 times since 19 Nov 06:30"."""
    since = f", {missed.failures} times since {moment(missed.since, view)}"
    return f"{missed.feed}: {missed.reason}{since if missed.failures > 1 else ''}"
