"""What goes, what stays, and that the room comes back."""

import asyncio
import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from digest.news import Counts, Edition, Mark, Window
from digest.store.articles import find_article, save_articles
from digest.store.damage import copied
from digest.store.database import Store
from digest.store.editions import Membership, list_editions, save_edition
from digest.store.index import index_articles
from digest.store.marks import set_mark
from digest.store.prune import Keep, Pruned, compact, overdue, prune
from digest.store.search import find
from digest.store.shelf import Shelf
from digest.store.tidy import tidy
from tests.store.pieces import article

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
FOR_EVER = Keep()


def tell(store: Store, days_ago: int, *articles: str) -> None:
    at = NOW - timedelta(days=days_ago)
    edition = Edition(
        day=at.date().isoformat(),
        made=at,
        window=Window(start=at - timedelta(days=1), end=at),
        minutes=1,
        counts=Counts(articles=0, publishers=0, stories=0, feeds=0, missed=0),
        stories=(),
    )
    save_articles(store, [article(each) for each in articles if not find_article(store, each)], at)
    save_edition(store, edition, [Membership(article=each, story="s") for each in articles])


def filled(path: Path | None = None) -> Store:
    """Editions of 40, 20 and 0 days ago; the story of 40 days ago went on for 20."""
    store = Store(path)
    save_articles(store, [article("untold")], NOW - timedelta(days=50))
    tell(store, 40, "old", "saved", "long")
    tell(store, 20, "later", "long")
    tell(store, 0, "new")
    set_mark(store, ["saved"], Mark.SAVED, on=True)
    while index_articles(store):
        pass
    return store


def there(store: Store) -> set[str]:
    names = ("untold", "old", "saved", "long", "later", "new")
    return {name for name in names if find_article(store, name)}


def keep(articles: int | None = None, editions: int | None = None) -> Keep:
    return Keep.days(NOW, articles=articles, editions=editions)


def test_all_is_kept_unless_the_reader_says_otherwise() -> None:
    store = filled()
    assert prune(store, FOR_EVER) == Pruned()
    assert len(there(store)) == 6


def test_articles_that_a_kept_edition_tells_stay() -> None:
    store = filled()
    assert prune(store, keep(articles=10)) == Pruned(articles=1)
    assert there(store) == {"old", "saved", "long", "later", "new"}


def test_old_editions_go_and_their_articles_with_them_but_for_the_saved() -> None:
    store = filled()
    due = keep(articles=30, editions=30)
    assert overdue(store, due) == Pruned(articles=2, editions=1)
    assert prune(store, due) == Pruned(articles=2, editions=1)
    assert there(store) == {"saved", "long", "later", "new"}
    assert len(list_editions(store)) == 2


def test_old_editions_may_go_and_articles_stay() -> None:
    store = filled()
    assert prune(store, keep(editions=7)) == Pruned(editions=2)
    assert len(there(store)) == 6


def test_the_last_edition_stays_however_old() -> None:
    store = filled()
    prune(store, Keep.days(NOW + timedelta(days=900), articles=7, editions=7))
    assert [line.day for line in list_editions(store)] == ["2026-11-20"]
    assert there(store) == {"saved", "new"}


def test_what_is_gone_is_not_found() -> None:
    store = filled()
    prune(store, keep(articles=30, editions=30))
    assert {each.id for each in find(store, "crane")} == {"saved", "long", "later", "new"}


def test_an_old_edition_leads_to_the_sentence_that_it_quoted() -> None:
    store = Store(None)
    tell(store, 1, "a")
    save_articles(store, [article("a", "A crane fell; it is raised.")], NOW)
    tell(store, 0, "a")
    save_articles(store, [article("a", "No crane ever fell.")], NOW + timedelta(hours=1))

    def read(as_of: datetime | None) -> str:
        found = find_article(store, "a", as_of)
        assert found is not None
        return found.text

    assert read(NOW - timedelta(days=1)) == "A crane."
    assert read(NOW) == "A crane fell; it is raised."
    assert read(None) == "No crane ever fell."


def test_a_page_that_no_edition_told_keeps_one_version() -> None:
    store = Store(None)
    save_articles(store, [article("a")], NOW)
    save_articles(store, [article("a", "Another text.")], NOW)
    assert store.row("SELECT count(*) FROM earlier") == (0,)


def test_room_is_given_back(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with closing(Store(path)) as store:
        texts = [os.urandom(2000).hex() for _ in range(100)]
        save_articles(store, [article(str(n), text) for n, text in enumerate(texts)], NOW)
        before = path.stat().st_size
        prune(store, Keep.days(NOW + timedelta(days=90), articles=7, editions=None))
        compact(store)
    assert path.stat().st_size < before / 4


def test_a_run_leaves_the_store_indexed_pruned_and_copied(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    filled(path).close()

    async def main() -> None:
        async with Shelf(lambda: Store(path)) as shelf:
            await shelf.do(save_articles, [article("last", "A ferry.")], NOW)
            await tidy(shelf, keep(articles=30, editions=30), datetime.now(UTC))

    asyncio.run(main())
    with closing(Store(path)) as store:
        assert [each.id for each in find(store, "ferry")] == ["last"]
        assert "old" not in there(store)
    assert copied(path)
