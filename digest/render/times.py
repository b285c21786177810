"""Days and times in words, those of the clock in the reader's zone."""

from datetime import date, datetime

from digest.render.view import View


def in_words(day: date, *, year: bool = False) -> str:
    """A day: "Thursday, 19 November"; with its year "Thursday, 19 November 2026"."""
    return f"{day:%A}, {day.day} {day:%B %Y}" if year else f"{day:%A}, {day.day} {day:%B}"


def day_in_words(day: str) -> str:
    """The day of an edition, with its year."""
    return in_words(date.fromisoformat(day), year=True)


def clock(when: datetime, view: View) -> str:
    """A time of day: "06:02"."""
    return f"{when.astimezone(view.zone):%H:%M}"


def moment(when: datetime, view: View, *, year: bool = False) -> str:
    """A day and a time, in short: "22 Nov 06:02"; with its year "22 Nov 2026 06:02"."""
    local = when.astimezone(view.zone)
    return f"{local.day} {local:%b %Y %H:%M}" if year else f"{local.day} {local:%b %H:%M}"


def point_in_time(when: datetime, view: View) -> str:
    """A day and a time: "06:30 on Thursday, 19 November"."""
    local = when.astimezone(view.zone)
    return f"{local:%H:%M} on {in_words(local)}"
