import os
import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.clean import clean
from digest.errors import Busy, StoreError
from digest.news import Article, Counts, Edition, Entry, Feed, Mark, Paragraph, Window
from digest.store.articles import articles_arrived, entries_wanting, find_article, save_articles
from digest.store.database import Store
from digest.store.editions import (
    Membership,
    find_edition,
    list_editions,
    save_edition,
    stories_told,
)
from digest.store.feeds import Outcome, feed_state, save_feed, save_missed, save_unchanged
from digest.store.health import feed_health
from digest.store.lock import only_writer
from digest.store.marks import all_marks, set_mark
from digest.store.schema import MIGRATIONS, wal_is_safe

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
FEED = Feed(url="https://a.example/feed")


@pytest.fixture
def store() -> Store:
    return Store(None)


def entry(name: str, **fields: object) -> Entry:
    return Entry(id=name, feed=FEED.url, title=clean(name), **fields)


def article(name: str) -> Article:
    text = (Paragraph(clean(f"All about {name}.")),)
    return Article(
        id=name,
        feed=FEED.url,
        title=clean(name),
        publisher=clean("A"),
        url=clean(f"https://a.example/{name}"),
        paragraphs=text,
    )


def edition(day: str, revision: int = 1) -> Edition:
    counts = Counts(articles=0, publishers=0, stories=0, feeds=1, missed=0)
    window = Window(start=NOW - timedelta(days=1), end=NOW)
    return Edition(
        day=day, revision=revision, made=NOW, window=window, minutes=1, counts=counts, stories=()
    )


def answered(**fields: object) -> Outcome:
    return Outcome(url=FEED.url, at=NOW, **fields)


def test_an_entry_is_new_once(store: Store) -> None:
    assert [e.id for e in save_feed(store, answered(), [entry("a"), entry("b")]).new] == ["a", "b"]
    assert [e.id for e in save_feed(store, answered(), [entry("b"), entry("c")]).new] == ["c"]


def test_a_feed_that_makes_new_ids_brings_nothing_new() -> None:
    store, link = Store(None), clean("https://a.example/1")
    save_feed(store, answered(), [Entry(id="a", feed=FEED.url, title=clean("T"), url=link)])
    again = save_feed(
        store,
        answered(),
        [
            Entry(id="b", feed=FEED.url, title=clean("T"), url=link),
            Entry(id="c", feed=FEED.url, title=clean("Another, with the same link"), url=link),
        ],
    )
    assert [e.id for e in again.new] == ["c"]


def test_a_new_title_or_a_later_update_is_a_change_and_not_new() -> None:
    store = Store(None)
    save_feed(store, answered(), [entry("a"), entry("b"), entry("c")])
    renamed = Entry(id="a", feed=FEED.url, title=clean("Renamed"))
    updated = entry("b", updated=NOW)
    again = save_feed(store, answered(), [renamed, updated, entry("c")])
    assert (again.new, again.changed) == ((), (renamed, updated))
    assert save_feed(store, answered(), [renamed, updated, entry("c")]).changed == ()


def test_validators_come_back_byte_for_byte(store: Store) -> None:
    save_feed(store, answered(etag='W/"x y"', modified="Thu, 01 Jan"), [])
    state = feed_state(store, FEED.url)
    assert (state.etag, state.modified, state.known) == ('W/"x y"', "Thu, 01 Jan", True)


def test_entries_and_validators_are_kept_together_or_not_at_all(store: Store) -> None:
    def cut_off() -> None:
        with store.transaction():
            save_feed(store, answered(etag="new"), [entry("a")])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        cut_off()
    assert feed_state(store, FEED.url).etag == ""
    assert [e.id for e in save_feed(store, answered(), [entry("a")]).new] == ["a"]


def test_failures_count_up_and_a_success_ends_them(store: Store) -> None:
    missed = Outcome(url=FEED.url, at=NOW, reason=clean("HTTP 503"))
    save_missed(store, [missed])
    save_missed(
        store, [Outcome(url=FEED.url, at=NOW + timedelta(hours=1), reason=clean("timeout"))]
    )
    (health,) = feed_health(store, [FEED])
    assert (health.failures, health.failing_since, health.reason) == (2, NOW, "timeout")
    save_unchanged(store, answered())
    (health,) = feed_health(store, [FEED])
    assert (health.failures, health.failing_since, health.last_success) == (0, None, NOW)


def test_an_entry_without_its_article_is_wanted_again(store: Store) -> None:
    old = entry("old", published=NOW - timedelta(days=9))
    save_feed(store, answered(), [entry("a"), entry("b"), old])
    save_articles(store, [article("a")], NOW)
    assert [e.id for e in entries_wanting(store, [FEED.url], NOW - timedelta(days=1))] == ["b"]
    assert entries_wanting(store, ["https://other.example/"], NOW - timedelta(days=1)) == ()


def test_articles_arrive_after_the_start_of_a_window_and_up_to_its_end(store: Store) -> None:
    for hours, name in ((0, "a"), (1, "b"), (2, "c")):
        save_articles(store, [article(name)], NOW + timedelta(hours=hours))
    found = articles_arrived(store, NOW, NOW + timedelta(hours=2))
    assert [each.article.id for each in found] == ["b", "c"]


def test_a_clock_put_back_does_not_put_articles_into_the_past(store: Store) -> None:
    save_articles(store, [article("a")], NOW)
    save_articles(store, [article("b")], NOW - timedelta(hours=2))
    assert len(articles_arrived(store, NOW - timedelta(seconds=1), NOW)) == 2


def test_an_article_comes_back_as_it_was(store: Store) -> None:
    save_articles(store, [article("a")], NOW)
    assert find_article(store, "a") == article("a")
    assert find_article(store, "b") is None


def test_the_latest_revision_is_shown_unless_one_is_named(store: Store) -> None:
    for day, revision in (("2026-11-19", 1), ("2026-11-20", 1), ("2026-11-20", 2)):
        save_edition(store, edition(day, revision), [])
    assert find_edition(store) == edition("2026-11-20", 2)
    assert find_edition(store, "2026-11-20", 1) == edition("2026-11-20", 1)
    assert find_edition(store, "2026-11-19") == edition("2026-11-19", 1)
    assert find_edition(store, "2026-11-18") is None
    assert [line.revision for line in list_editions(store)] == [2, 1, 1]


def test_a_story_is_remembered_by_its_articles(store: Store) -> None:
    save_edition(store, edition("2026-11-19"), [Membership(article="a", story="s")])
    save_edition(
        store,
        edition("2026-11-20"),
        [Membership(article="a", story="s"), Membership(article="b", story="s")],
    )
    later = stories_told(store, ["a", "b", "c"], "2026-11-21")
    assert {key: (told.story, told.first_day, told.last_day) for key, told in later.items()} == {
        "a": ("s", "2026-11-19", "2026-11-20"),
        "b": ("s", "2026-11-19", "2026-11-20"),
    }
    assert stories_told(store, ["a"], "2026-11-19")["a"].last_day is None


def test_marks_are_set_and_taken(store: Store) -> None:
    set_mark(store, ["a", "b"], Mark.READ, on=True)
    set_mark(store, ["a"], Mark.SAVED, on=True)
    set_mark(store, ["a"], Mark.READ, on=False)
    assert (all_marks(store).read, all_marks(store).saved) == ({"b"}, {"a"})


def test_text_of_an_older_version_passes_the_gate_again(store: Store) -> None:
    dirty = Article(
        id="a",
        feed=FEED.url,
        title="x\x1b[31m\u202ey",
        publisher=clean("A"),
        url=clean(""),
    )
    save_articles(store, [dirty], NOW)
    found = find_article(store, "a")
    assert found is not None
    assert found.title == "xy"


def test_the_file_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Store(tmp_path / "new" / "digest.db").close()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new" / "digest.db").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_a_newer_schema_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    raw.close()
    with pytest.raises(StoreError, match="written by a newer digest"):
        Store(path)


def test_a_file_that_is_no_database_is_an_error_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match="damaged"):
        Store(path)
    assert path.read_bytes().startswith(b"not a database")


def test_only_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with only_writer(path), pytest.raises(Busy), only_writer(path):
        pass
    with only_writer(path):
        pass


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
    ],
)
def test_wal_is_used_only_where_it_keeps_what_is_committed(
    version: tuple[int, int, int], safe: bool
) -> None:
    assert wal_is_safe(version) is safe
