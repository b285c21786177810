"""What the store knows of how feeds have been doing."""

from datetime import UTC, datetime, timedelta

import pytest

from digest.clean import clean
from digest.news import Counts, Edition, Entry, Feed, FeedHealth, Report, Story, Window
from digest.store.database import Store
from digest.store.editions import save_edition
from digest.store.feeds import Outcome, save_feed, save_missed, save_unchanged
from digest.store.health import feed_health, feeds_missed

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
WIRE, POST = (
    Feed(url="https://wire.example/feed", title=clean("Wire")),
    Feed(url="https://p.example/"),
)


@pytest.fixture
def store() -> Store:
    return Store(None)


def entries(*days: float) -> list[Entry]:
    """Entries published so many days ago."""
    return [
        Entry(
            id=f"{number:016}",
            feed=POST.url,
            title=clean(f"Entry {number}"),
            published=NOW - timedelta(days=ago),
        )
        for number, ago in enumerate(days)
    ]


def health(store: Store) -> FeedHealth:
    return feed_health(store, [POST])[0]


def test_a_feed_that_was_never_asked_has_no_record(store: Store) -> None:
    assert health(store) == FeedHealth(feed=POST, title=clean(POST.url))


def test_a_feed_keeps_where_its_site_is(store: Store) -> None:
    home = clean("https://post.example/news")
    save_feed(store, Outcome(url=POST.url, at=NOW, home=home), [])
    save_unchanged(store, Outcome(url=POST.url, at=NOW))
    save_missed(store, [Outcome(url=POST.url, at=NOW, reason=clean("HTTP 404"))])
    assert health(store).home == home


def test_entries_a_week_and_their_usual_gap_are_counted(store: Store) -> None:
    save_feed(store, Outcome(url=POST.url, at=NOW), entries(0, 2, 4, 6, 8, 10, 12, 14, 40))
    found = health(store)
    assert (found.entries, found.newest, found.gap) == (9, NOW, 2)
    assert found.weekly == 2.0


def test_a_feed_known_for_a_day_is_not_counted_over_four_weeks(store: Store) -> None:
    save_feed(store, Outcome(url=POST.url, at=NOW), entries(*(hour / 24 for hour in range(24))))
    assert health(store).weekly == 23 * 7


def test_one_entry_has_no_gap(store: Store) -> None:
    save_feed(store, Outcome(url=POST.url, at=NOW), entries(3))
    assert (health(store).gap, health(store).weekly) == (None, 0.2)


def test_a_move_and_an_end_are_known(store: Store) -> None:
    save_feed(store, Outcome(url=POST.url, at=NOW), [])
    save_unchanged(store, Outcome(url=POST.url, at=NOW, moved="https://new.example/"))
    assert health(store).moved == "https://new.example/"
    save_missed(store, [Outcome(url=POST.url, at=NOW, reason=clean("HTTP 410"), gone=True)])
    assert health(store).gone


def test_only_feeds_that_failed_last_are_missed(store: Store) -> None:
    save_feed(store, Outcome(url=WIRE.url, at=NOW), [])
    save_missed(store, [Outcome(url=POST.url, at=NOW, reason=clean("HTTP 404"))])
    (missed,) = feeds_missed(store, [WIRE, POST])
    assert (missed.feed, missed.reason, missed.failures) == (POST.url, "HTTP 404", 1)
    assert missed.since == NOW


def report(name: str, feed: Feed, minute: int, origin: int = 0) -> Report:
    return Report(
        id=name,
        title=clean(name),
        publisher=clean("A"),
        url=clean(""),
        published=NOW + timedelta(minutes=minute),
        origin=origin,
        feed=feed.url,
    )


def edition(day: str, *stories: tuple[Report, ...], revision: int = 1) -> Edition:
    return Edition(
        day=day,
        revision=revision,
        made=NOW,
        window=Window(start=NOW, end=NOW),
        minutes=1,
        counts=Counts(articles=0, publishers=0, stories=0, feeds=0, missed=0),
        stories=(),
        alone=tuple(
            Story(
                id=reports[0].id,
                headline=clean("x"),
                section=clean(""),
                minutes=1,
                articles=reports,
                publishers=1,
                origins=1,
            )
            for reports in stories
        ),
    )


def test_who_tells_a_text_first_is_copied_and_the_others_copy(store: Store) -> None:
    story = (report("late", POST, 5), report("early", WIRE, 1), report("own", POST, 0, origin=1))
    save_edition(store, edition("2026-11-20", story), [])
    wire, post = feed_health(store, [WIRE, POST])
    assert (wire.told, wire.reprinted, wire.sources) == (1, 0, ())
    assert (post.told, post.reprinted, post.sources) == (2, 1, ("Wire",))


def test_an_article_counts_once_in_however_many_editions_it_stands(store: Store) -> None:
    story = (report("late", POST, 5), report("early", WIRE, 1))
    for day, revision in (("2026-11-19", 1), ("2026-11-20", 1), ("2026-11-20", 2)):
        save_edition(store, edition(day, story, revision=revision), [])
    assert feed_health(store, [WIRE, POST])[1].told == 1


def test_a_feed_that_is_no_longer_read_is_no_reason_to_drop_another(store: Store) -> None:
    story = (report("late", POST, 5), report("early", WIRE, 1))
    save_edition(store, edition("2026-11-20", story), [])
    assert health(store).reprinted == 0


def test_only_the_last_month_counts(store: Store) -> None:
    save_edition(store, edition("2026-10-01", (report("old", POST, 0),)), [])
    save_edition(store, edition("2026-11-20", (report("new", POST, 0),)), [])
    assert health(store).told == 1
