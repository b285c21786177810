"""Stores of earlier schemas, and the way to this one."""

import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.clean import clean
from digest.errors import StoreError
from digest.news import Entry
from digest.store.articles import entries_wanting, find_article, latest_arrival
from digest.store.checkup import examine
from digest.store.database import Store
from digest.store.editions import find_edition, stories_told
from digest.store.feeds import Outcome, feed_state, save_feed
from digest.store.index import index_articles
from digest.store.marks import all_marks
from digest.store.schema import MIGRATIONS
from digest.store.search import find

DATA = Path(__file__).parent.parent / "data" / "store"
NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
FEED = "https://a.example/feed"


@pytest.fixture(params=["schema-1", "schema-3"])
def schema(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def old(schema: str, tmp_path: Path) -> Path:
    return Path(shutil.copy(DATA / f"{schema}.db", tmp_path / "digest.db"))


def test_nothing_is_lost_on_the_way(old: Path) -> None:
    with closing(Store(old)) as store:
        assert examine(store).faults == ()
        assert examine(store).schema == len(MIGRATIONS)
        assert feed_state(store, FEED).etag == '"1"'
        edition = find_edition(store)
        assert edition is not None
        assert edition.stories[0].headline == "The crane turns, day 1"
        first = edition.stories[0].articles[0].id
        assert all_marks(store).saved == {first}
        assert stories_told(store, [first], "2026-11-21")[first].last_day == "2026-11-20"
        article = find_article(store, first)
        assert article is not None
        assert article.paragraphs[1].text == "It had stood still for 1 weeks."
        assert latest_arrival(store) == NOW


def test_what_was_read_before_is_found(old: Path) -> None:
    with closing(Store(old)) as store:
        assert index_articles(store) is False
        assert len(find(store, "harbour crane")) == 3


def test_what_was_known_before_is_not_new(old: Path) -> None:
    known, later = (
        Entry(
            id=f"{2:016x}",
            feed=FEED,
            title=clean("The crane turns, day 2"),
            url=clean("https://a.example/2"),
            updated=updated,
        )
        for updated in (NOW, NOW + timedelta(hours=1))
    )
    with closing(Store(old)) as store:
        again = save_feed(store, Outcome(url=FEED, at=NOW), [known])
        assert (again.new, again.changed) == ((), ())
        assert save_feed(store, Outcome(url=FEED, at=NOW), [later]).changed == (later,)
        assert len(entries_wanting(store, [FEED], NOW - timedelta(days=9))) == 1


def test_a_copy_is_made_before(schema: str, old: Path) -> None:
    before = old.read_bytes()
    Store(old).close()
    assert old.with_name(f"digest.db.{schema}").read_bytes() == before


def test_two_that_migrate_at_once_both_go_on(old: Path) -> None:
    failed: list[StoreError] = []

    def opened() -> None:
        try:
            Store(old).close()
        except StoreError as error:
            failed.append(error)

    threads = [threading.Thread(target=opened) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
