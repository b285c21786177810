"""Which feeds need something done about them, and what."""

from datetime import UTC, datetime, timedelta

import pytest

from digest.clean import clean
from digest.health import State, advice, state_of
from digest.news import Feed, FeedHealth

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
URL = "https://a.example/news/feed"
TODAY = NOW - timedelta(hours=1)


def feed(url: str = URL, **fields: object) -> FeedHealth:
    told = {"title": clean("Paper A"), "last_success": TODAY, "newest": TODAY, **fields}
    return FeedHealth(feed=Feed(url=url), **told)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def test_a_feed_that_answers_and_brings_news_needs_nothing() -> None:
    assert state_of(feed(), NOW) is State.WELL
    assert advice(feed(), NOW) is None


@pytest.mark.parametrize(("days", "state"), [(13.9, State.FAILING), (14, State.DEAD)])
def test_a_feed_is_dead_after_fourteen_days_without_an_answer(days: float, state: State) -> None:
    lost = feed(failures=3, last_success=ago(days), failing_since=ago(1), reason="HTTP 404")
    never = feed(failures=3, last_success=None, failing_since=ago(days), reason="HTTP 404")
    assert state_of(lost, NOW) is state_of(never, NOW) is state
    assert (advice(lost, NOW) is None) == (state is State.FAILING)


def test_a_feed_that_was_not_asked_for_long_is_not_dead_for_that() -> None:
    assert state_of(feed(last_success=ago(20)), NOW) is State.WELL
    assert state_of(feed(last_success=None, newest=None), NOW) is State.NEW


def test_the_dead_are_looked_for_on_their_front_page_or_removed() -> None:
    dead = advice(feed(failures=9, last_success=ago(16), reason="HTTP 404 Not Found"), NOW)
    assert dead
    assert dead.why == "no answer for 16 days: HTTP 404 Not Found"
    assert dead.commands == (
        f"digest add --replace {URL} https://a.example/",
        f"digest remove {URL}",
    )


def test_a_feed_that_has_told_where_its_site_is_is_looked_for_there() -> None:
    home = clean("https://www.paper.example/news?a=1&b=2")
    dead = advice(feed(failures=9, last_success=ago(16), home=home), NOW)
    assert dead
    assert dead.commands[0] == f"digest add --replace {URL} '{home}'"


def test_a_moved_feed_comes_with_the_command_that_updates_it() -> None:
    moved = advice(feed(moved=clean("https://b.example/?a=1&b=2")), NOW)
    assert moved
    assert moved.commands == (f"digest add --replace {URL} 'https://b.example/?a=1&b=2'",)


def test_what_is_gone_is_gone_whatever_else_is_true() -> None:
    gone = advice(feed(gone=True, failures=1, last_success=ago(99), newest=ago(99)), NOW)
    assert gone
    assert gone.state is State.GONE
    assert gone.commands[0] == f"digest remove {URL}"


@pytest.mark.parametrize(
    ("silent", "gap", "stale"),
    [(29, 1, False), (30, 1, True), (31, None, True), (60, 21, False), (63, 21, True)],
)
def test_a_feed_is_stale_after_a_month_and_three_of_its_gaps(
    silent: float, gap: float | None, stale: bool
) -> None:
    assert (state_of(feed(newest=ago(silent), gap=gap), NOW) is State.STALE) is stale


@pytest.mark.parametrize(
    ("told", "reprinted", "why"),
    [
        (19, 19, None),
        (20, 15, None),
        (20, 16, "16 of its 20 articles this month were in Wire, Post before"),
    ],
)
def test_a_feed_is_redundant_when_most_of_its_month_was_elsewhere_before(
    told: int, reprinted: int, why: str | None
) -> None:
    one = feed(told=told, reprinted=reprinted, sources=(clean("Wire"), clean("Post")))
    assert state_of(one, NOW) is (State.REDUNDANT if why else State.WELL)
    found = advice(one, NOW)
    assert (found.why if found else None) == why


def test_what_the_reader_prefers_is_never_redundant() -> None:
    one = FeedHealth(
        feed=Feed(url=URL, prefer=True),
        title=clean("A"),
        last_success=TODAY,
        newest=TODAY,
        told=50,
        reprinted=50,
    )
    assert state_of(one, NOW) is State.WELL


def test_a_secret_in_an_address_is_not_printed_in_a_command() -> None:
    found = advice(feed("https://me:pw@a.example/feed?token=s3cret", gone=True), NOW)
    assert found
    assert found.commands == (
        "digest remove 'Paper A'",
        "digest add --replace 'Paper A' 'https://***@a.example/'",
    )
