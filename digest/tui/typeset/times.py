"""Times as a newspaper writes them."""

from datetime import date, datetime, tzinfo


def at(moment: datetime, zone: tzinfo | None) -> str:
    """The time of day: "06:02"."""
    return f"{moment.astimezone(zone):%H:%M}"


def when(moment: datetime, now: datetime) -> str:
    """The time of day, and the day if it is another than today's: "Sat 21 Nov 18:40"."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    year = "" if local.year == now.year else f" {local.year}"
    return f"{short(local.date())}{year} {local:%H:%M}"


def short(day: date) -> str:
    """A day in a line: Sun 22 Nov."""
    return f"{day:%a} {day.day} {day:%b}"


def long(day: date) -> str:
    """A day in full: Sunday 22 November 2026."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"
