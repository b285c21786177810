from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from digest.edition import turn
from digest.news import Counts, Edition, Window
from digest.paper import paper_day
from tests.benchmarks.days import MORNINGS, ZONES, faults, life

MORNING = time(6)
NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


def edition(day: str, *, start: datetime, end: datetime, revision: int = 1) -> Edition:
    return Edition(
        day=day,
        revision=revision,
        made=end,
        window=Window(start=start, end=end),
        minutes=1,
        counts=Counts(articles=0, publishers=0, stories=0, feeds=0, missed=0),
        stories=(),
    )


YESTERDAY = edition("2026-11-19", start=NOW - timedelta(days=2), end=NOW - timedelta(days=1))


@pytest.mark.parametrize(
    ("local", "day"),
    [
        ("2026-11-20T06:00", "2026-11-20"),
        ("2026-11-20T05:59", "2026-11-19"),
        ("2026-11-21T00:30", "2026-11-20"),
        ("2026-03-29T01:30", "2026-03-28"),
    ],
)
def test_a_paper_day_begins_at_the_morning_hour(local: str, day: str) -> None:
    moment = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo("Europe/London"))
    assert paper_day(moment, MORNING).isoformat() == day


def test_the_first_window_reaches_back_as_far_as_asked() -> None:
    due = turn(None, now=NOW, morning=MORNING, latest=NOW, first=timedelta(days=8))
    assert (due.day, due.revision) == ("2026-11-20", 1)
    assert due.window == Window(start=NOW - timedelta(days=8), end=NOW)


def test_the_first_edition_holds_all_that_was_stored_before_it() -> None:
    stored = NOW - timedelta(days=3)
    due = turn(None, now=NOW, morning=MORNING, earliest=stored, latest=NOW)
    assert due.window.start < stored


def test_windows_of_two_days_meet() -> None:
    due = turn(YESTERDAY, now=NOW, morning=MORNING, latest=NOW)
    assert due.window.start == YESTERDAY.window.end
    assert (due.day, due.revision, due.previous) == ("2026-11-20", 1, None)


def test_a_later_run_on_the_same_day_is_a_revision_of_the_whole_day() -> None:
    today = edition("2026-11-20", start=YESTERDAY.window.end, end=NOW)
    due = turn(today, now=NOW + timedelta(hours=3), morning=MORNING, latest=NOW)
    assert (due.day, due.revision, due.previous) == ("2026-11-20", 2, today)
    assert due.window == Window(start=YESTERDAY.window.end, end=NOW + timedelta(hours=3))


def test_a_clock_put_back_adds_to_the_last_day_and_loses_no_arrival() -> None:
    today = edition("2026-11-20", start=YESTERDAY.window.end, end=NOW)
    due = turn(
        today, now=NOW - timedelta(days=2), morning=MORNING, latest=NOW + timedelta(minutes=1)
    )
    assert (due.day, due.revision) == ("2026-11-20", 2)
    assert due.window.end == NOW + timedelta(minutes=1)


def test_a_holiday_is_one_window() -> None:
    due = turn(YESTERDAY, now=NOW + timedelta(days=14), morning=MORNING, latest=NOW)
    assert due.window.start == YESTERDAY.window.end
    assert due.day == "2026-12-04"


@pytest.mark.parametrize("morning", MORNINGS, ids=str)
@pytest.mark.parametrize("zone", ZONES)
def test_every_entry_is_in_exactly_one_days_edition(zone: str, morning: time) -> None:
    """Forty days in which clocks jump; tests/benchmarks/days.py lives 400."""
    assert faults(life(zone, morning, 40, seed=2)) == []
