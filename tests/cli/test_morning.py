"""What `digest morning` takes: how far back it reaches, and how much it prints."""

import json
import re
from argparse import ArgumentTypeError
from datetime import UTC, datetime, timedelta

import pytest

from digest.cli import run
from digest.cli.morning import span
from tests.cli.conftest import Digest, Site

TEXTS = {
    "Crane works again": "The great harbour crane turned again after eleven weeks of repair work.",
    "Market closes": "The covered market in the old town closes for good when the year ends.",
    "Owls return": "Barn owls have been seen in the church tower for the first time since 1994.",
    "Bridge opens": "The new footbridge over the river opens on Saturday, a year behind its plan.",
}


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("last", None),
        ("12h", timedelta(hours=12)),
        ("3d", timedelta(days=3)),
        ("2w", timedelta(weeks=2)),
    ],
)
def test_a_span_is_named_in_hours_days_or_weeks(text: str, reach: timedelta | None) -> None:
    assert span(text) == reach


def test_a_span_is_named_by_the_day_or_minute_that_it_begins_at() -> None:
    begin = (datetime.now(UTC) - timedelta(days=5)).astimezone().replace(tzinfo=None)
    reach = span(f"{begin:%Y-%m-%dT%H:%M}")
    assert reach is not None
    assert timedelta(days=4, hours=22) < reach < timedelta(days=5, hours=2)
    assert span("2020-11-01") is not None


@pytest.mark.parametrize("text", ["", "soon", "3m", "-1d", "0h", "9999-01-01", "0001-01-01", "5"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ArgumentTypeError):
        span(text)


@pytest.mark.parametrize("option", ["--stories", "--minutes"])
@pytest.mark.parametrize("number", ["0", "-2", "many", "10000"])
def test_a_budget_is_a_number_from_1(
    capsys: pytest.CaptureFixture[str], option: str, number: str
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(["morning", f"{option}={number}"])
    assert "is no number from 1" in capsys.readouterr().err


def test_the_help_says_how_to_catch_up(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        run(["morning", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    for words in ("last (the usual)", "after days away", "12h, 3d, 2w or 2026-11-01", "not kept"):
        assert words in said


def test_a_printed_edition_is_printed_again_as_short_as_asked(digest: Digest, site: Site) -> None:
    for number, (title, text) in enumerate(TEXTS.items(), start=1):
        site.add_story(number, title, text * 3)
    digest.subscribe(*(f"{site.base}/feed-{number}" for number in range(1, 5)))
    whole = json.loads(digest("morning", "--format", "json").stdout)
    assert len(whole["stories"]) == 3
    short = digest("morning", "--no-fetch", "--stories", "1").stdout.decode()
    assert re.findall(r"^(\d)\. ", short, re.MULTILINE) == ["1"]
    assert "MORE (2)" in short
    again = json.loads(digest("show", "--format", "json").stdout)
    assert again == whole
