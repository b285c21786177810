from datetime import UTC, datetime, timedelta

import pytest
from msgspec import Struct
from msgspec.structs import replace

from digest.clean import clean
from digest.errors import StoreError
from digest.news import Article, Correction, Entry, Feed, Hand, Mark
from digest.store.articles import save_articles
from digest.store.corrections import all_corrections, delete_correction, save_correction
from digest.store.database import Store
from digest.store.feeds import Outcome, save_feed
from digest.store.galleys import find_galley, save_galley
from digest.store.habits import lately_marked, seldom
from digest.store.marks import set_mark

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
FEED = Feed(url="https://a.example/feed")
SPLIT = Correction(hand=Hand.APART, articles=("a",), others=("b", "c"), made=NOW)
MUTE = Correction(hand=Hand.MUTE, articles=("a",), until=NOW + timedelta(days=7), made=NOW)


class Galley(Struct):
    names: tuple[str, ...]


@pytest.fixture
def store() -> Store:
    return Store(None)


def entries(store: Store, **ages: int) -> None:
    """Entries of the feed, each so many days old."""
    found = [
        Entry(
            id=name,
            feed=FEED.url,
            title=clean(f"Title of {name}"),
            url=clean(f"https://a.example/{name}"),
            published=NOW - timedelta(days=days),
        )
        for name, days in ages.items()
    ]
    save_feed(store, Outcome(url=FEED.url, at=NOW), found)


def test_corrections_come_back_as_they_were_the_oldest_first(store: Store) -> None:
    kept = [save_correction(store, each) for each in (SPLIT, MUTE)]
    assert [each.id for each in kept] == [1, 2]
    assert all_corrections(store) == tuple(kept)
    assert replace(kept[0], id=0) == SPLIT


def test_a_correction_is_taken_back_and_one_that_is_not_there_is_no_error(store: Store) -> None:
    one, other = (save_correction(store, each) for each in (SPLIT, MUTE))
    delete_correction(store, one.id)
    delete_correction(store, 99)
    assert all_corrections(store) == (other,)


def test_a_damaged_correction_is_said(store: Store) -> None:
    save_correction(store, SPLIT)
    store.sql.execute("UPDATE corrections SET articles = '['")
    with pytest.raises(StoreError, match="damaged"):
        all_corrections(store)


def test_a_galley_is_kept_for_the_last_days(store: Store) -> None:
    for day in range(1, 6):
        save_galley(store, f"2026-11-0{day}", Galley(names=(str(day),)))
    save_galley(store, "2026-11-05", Galley(names=("again",)))
    assert find_galley(store, "2026-11-01", Galley) is None
    found = find_galley(store, "2026-11-05", Galley)
    assert found is not None
    assert found.names == ("again",)


def test_a_galley_of_another_shape_is_as_none(store: Store) -> None:
    class Earlier(Struct):
        size: int

    save_galley(store, "2026-11-05", Earlier(size=3))
    assert find_galley(store, "2026-11-05", Galley) is None


def test_the_last_marked_articles_are_found_the_latest_first(store: Store) -> None:
    entries(store, a=1, b=1, c=1)
    for number, name in enumerate("abc"):
        article = Article(
            id=name, feed=FEED.url, title=clean(name), publisher=clean("A"), url=clean("")
        )
        save_articles(store, [article], NOW + timedelta(hours=number))
    set_mark(store, ["a", "c"], Mark.SAVED, on=True)
    set_mark(store, ["b"], Mark.READ, on=True)
    found = lately_marked(store, Mark.SAVED, NOW - timedelta(days=1), 10)
    assert [(each.id, each.title) for each in found] == [("c", "Title of c"), ("a", "Title of a")]
    assert len(lately_marked(store, Mark.SAVED, NOW - timedelta(days=1), 1)) == 1
    assert lately_marked(store, Mark.SAVED, NOW + timedelta(days=1), 10) == ()


@pytest.mark.parametrize(
    ("ages", "found"),
    [
        ({"a": 1, "b": 40}, {FEED.url: 1}),
        ({"a": 1, "b": 2, "c": 3, "d": 40}, {}),
        ({"a": 1, "b": 2}, {}),
    ],
)
def test_a_feed_is_seldom_by_what_is_known_of_it_for_long(
    store: Store, ages: dict[str, int], found: dict[str, int]
) -> None:
    entries(store, **ages)
    since, known = NOW - timedelta(days=28), NOW - timedelta(days=14)
    assert seldom(store, [FEED.url], since=since, known=known, most=2) == found
