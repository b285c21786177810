"""An edition of several days names them, and passes none of its stories for today's."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.news import Edition, Story, Window
from digest.render import FORMATS, View
from digest.render.days import covers, dated, dated_briefly, dating
from digest.render.view import elsewhere
from tests.render.sample import EDITION, FERRY, NOW, RATES
from tests.render.test_formats import VIEW, in_words

UTC_VIEW = View(zone=UTC)
MONDAY = NOW - timedelta(days=4)
AWAY = replace(EDITION, window=Window(start=MONDAY, end=NOW))
PRINTED = [kind for kind in FORMATS if kind != "json"]


def told(*days_ago: float) -> Story:
    """A story whose reports are so many days old."""
    articles = tuple(
        replace(FERRY.articles[0], published=NOW - timedelta(days=days)) for days in days_ago
    )
    return replace(RATES, articles=articles)


def of(edition: Edition, **changed: object) -> Edition:
    return replace(edition, **changed)


@pytest.mark.parametrize("kind", PRINTED)
def test_after_days_away_every_format_names_the_days_in_its_head(kind: str) -> None:
    for shown in in_words(kind, AWAY):
        named = shown.index("CoversMonday,16NovembertoFriday,20November.")
        assert named < shown.index("Elevendead")


@pytest.mark.parametrize("kind", PRINTED)
def test_an_edition_of_one_day_names_none(kind: str) -> None:
    for shown in in_words(kind):
        assert "Covers" not in shown


@pytest.mark.parametrize("kind", PRINTED)
def test_stories_of_earlier_days_are_marked_wherever_they_stand(kind: str) -> None:
    old = replace(told(2), headline=clean("Old news of the front"))
    edition = of(AWAY, stories=(old,), more=(told(3, 1),), alone=(told(2.5),))
    for shown in in_words(kind, edition):
        assert shown.count("Wednesday,18November") >= 1
        assert "(17to19Nov,MeridianPost)" in shown
        assert "(17Nov)" in shown


def test_a_story_of_today_has_no_mark() -> None:
    view = dating(AWAY, UTC_VIEW)
    assert dated(told(0.1, 0.2), view) == ""
    assert dated_briefly(told(0.1), view) == ""


def test_a_story_that_goes_on_today_says_since_when() -> None:
    view = dating(AWAY, UTC_VIEW)
    assert dated(told(2, 0.1), view) == "18 to 20 November"


def test_what_stands_behind_an_update_dates_no_story() -> None:
    view = dating(AWAY, UTC_VIEW)
    fresh, known = told(0.1, 3).articles
    story = replace(FERRY, articles=(fresh, replace(known, fresh=False)))
    assert dated(story, view) == ""


def test_days_are_those_of_the_reader() -> None:
    west = View(zone=timezone(timedelta(hours=-8)))
    assert covers(AWAY, west) == "Covers Sunday, 15 November to Thursday, 19 November"


def test_over_new_year_the_years_are_named() -> None:
    window = Window(
        start=datetime(2026, 12, 29, 6, tzinfo=UTC), end=datetime(2027, 1, 2, 6, tzinfo=UTC)
    )
    edition = of(EDITION, window=window, day="2027-01-02")
    assert covers(edition, UTC_VIEW).endswith("29 December 2026 to Saturday, 2 January 2027")


def test_a_separate_edition_of_some_hours_says_since_when() -> None:
    edition = of(EDITION, revision=0, window=Window(start=NOW - timedelta(hours=6), end=NOW))
    said = "Covers what was published since 00:30 on Friday, 20 November"
    assert covers(edition, UTC_VIEW) == said


def test_what_is_left_out_is_reached_by_a_command() -> None:
    assert elsewhere(EDITION, VIEW) == "digest show 2026-11-20 --format html"
    again = "digest morning --since 2026-11-16T06:30 --no-fetch --format html"
    assert elsewhere(of(AWAY, revision=0), VIEW) == again
    assert f"All of them: {again}" in FORMATS["text"](of(AWAY, revision=0), VIEW)
