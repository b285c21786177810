"""The days of an edition that covers several, and of its stories: none passes for today's."""

from datetime import date, timedelta

from msgspec.structs import replace

from digest.news import Edition, Story
from digest.render.times import in_words, point_in_time
from digest.render.view import View


def dating(edition: Edition, view: View) -> View:
    """The view by which the stories are dated, if the edition covers more than a day's news."""
    days = _covered(edition, view)
    return replace(view, covered=days) if days[1] - days[0] > timedelta(days=1) else view


def covers(edition: Edition, view: View) -> str:
    """What it covers: "Covers Monday, 16 November to Friday, 20 November"; empty: its day alone."""
    if not edition.everything:
        return ""
    first, last = _covered(edition, view)
    if last - first > timedelta(days=1):
        with_year = first.year != last.year
        return f"Covers {in_words(first, year=with_year)} to {in_words(last, year=with_year)}"
    if not edition.revision:  # a separate edition of a span that the reader named
        return f"Covers what was published since {point_in_time(edition.window.start, view)}"
    return ""


def dated(story: Story, view: View) -> str:
    """Of which days a story is: "Tuesday, 17 November", "17 to 19 November"; empty: of today."""
    days = _days(story, view)
    if not days:
        return ""
    first, last = days
    return in_words(last) if first == last else _span(first, last, "%B")


def dated_briefly(story: Story, view: View) -> str:
    """The same for a line of a list: "17 Nov", "17 to 19 Nov"."""
    days = _days(story, view)
    return _span(*days, "%b") if days else ""


def _covered(edition: Edition, view: View) -> tuple[date, date]:
    start, end = edition.window.start, edition.window.end
    return start.astimezone(view.zone).date(), end.astimezone(view.zone).date()


def _days(story: Story, view: View) -> tuple[date, date] | None:
    """The first and the last day of its reports; None: all are of the edition's last day."""
    if not view.covered:
        return None
    fresh = [report.published for report in story.articles if report.fresh]
    told = [when.astimezone(view.zone).date() for when in fresh]
    days = (min(told), max(told)) if told else None
    return days if days and days[0] < view.covered[1] else None


def _span(first: date, last: date, month: str) -> str:
    end = f"{last.day} {last:{month}}"
    if first == last:
        return end
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.day} to {end}" if same else f"{first.day} {first:{month}} to {end}"
