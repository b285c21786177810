"""A feed that goes on at another address."""

from datetime import UTC, datetime, timedelta

from digest.clean import clean
from digest.news import Article, Entry
from digest.store.articles import entries_wanting, find_article, save_articles
from digest.store.database import Store
from digest.store.feeds import Outcome, feed_state, moves, readdress, save_feed

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
OLD, NEW = "https://old.example/feed", "https://new.example/feed"
PAGE = clean("https://paper.example/1")


def entry(id_: str, feed: str) -> Entry:
    return Entry(id=id_, feed=feed, title=clean("Crane turns"), url=PAGE, published=NOW)


def test_where_a_feed_has_moved_to_is_known() -> None:
    store = Store(None)
    save_feed(store, Outcome(url=OLD, at=NOW, moved=NEW), [])
    assert moves(store) == {OLD: NEW}


def test_what_a_feed_has_told_is_not_new_at_its_new_address() -> None:
    store = Store(None)
    save_feed(store, Outcome(url=OLD, at=NOW), [entry("a", OLD)])
    readdress(store, OLD, NEW)
    assert save_feed(store, Outcome(url=NEW, at=NOW), [entry("b", NEW)]).new == ()
    assert not feed_state(store, OLD).known


def test_its_entries_and_articles_go_with_it() -> None:
    store = Store(None)
    told = entry("a", OLD)
    save_feed(store, Outcome(url=OLD, at=NOW), [told, entry("later", OLD)])
    article = Article(id="a", feed=OLD, title=told.title, publisher=clean("P"), url=PAGE)
    save_articles(store, [article], NOW)
    readdress(store, OLD, NEW)
    found = find_article(store, "a")
    assert found
    assert found.feed == NEW
    (wanted,) = entries_wanting(store, [NEW], NOW - timedelta(days=1))
    assert wanted.feed == NEW
