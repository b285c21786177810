"""The index of words is made of the articles alone: however it is damaged, it is made anew."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.errors import StoreError
from digest.store.articles import save_articles
from digest.store.checkup import examine
from digest.store.damage import copied
from digest.store.database import Store
from digest.store.index import index_articles, mend_index
from digest.store.prune import Keep
from digest.store.search import find
from digest.store.shelf import Shelf
from digest.store.tidy import tidy
from tests.store.pieces import article

NOW = datetime.now(UTC)
ROWS = "UPDATE words_data SET block = x'ffffffff' WHERE id > 10"
TOTALS = "DELETE FROM words_data WHERE id = 1"
A_PART = "DROP TABLE words_config"


@pytest.fixture(params=[ROWS, TOTALS, A_PART], ids=["rows", "totals", "a part"])
def damaged(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    path = tmp_path / "digest.db"
    with closing(Store(path)) as store:
        save_articles(store, [article("a", "A crane."), article("b", "A ferry.")], NOW)
        index_articles(store)
        store.sql.execute(request.param)
    with closing(Store(path)) as store:
        yield store


def found(store: Store, words: str) -> list[str]:
    while index_articles(store):
        pass
    return sorted(each.id for each in find(store, words))


def test_a_run_mends_the_index_copies_the_store_and_says_so(damaged: Store) -> None:
    assert damaged.path is not None
    save_articles(damaged, [article("c", "A crane and a ferry.")], NOW)
    path = damaged.path

    async def tidied() -> tuple[str, ...]:
        async with Shelf(lambda: Store(path)) as shelf:
            return await tidy(shelf, Keep(), NOW)

    assert asyncio.run(tidied()) == ("The index of words was damaged, and has been made anew.",)
    assert found(damaged, "ferry") == ["b", "c"]
    assert copied(path)


def test_an_article_that_changes_is_kept_and_found_all_the_same(damaged: Store) -> None:
    save_articles(damaged, [article("a", "A crane and a ferry.")], NOW)
    mend_index(damaged)
    assert found(damaged, "ferry") == ["a", "b"]


@pytest.mark.parametrize("damaged", [ROWS, A_PART], indirect=True)
def test_a_search_that_fails_says_what_to_do_and_the_next_one_finds(damaged: Store) -> None:
    with pytest.raises(StoreError, match="Search again"):
        found(damaged, "crane")
    assert found(damaged, "crane") == ["a"]


def test_the_doctor_throws_it_away(damaged: Store) -> None:
    examine(damaged)
    assert found(damaged, "crane") == ["a"]
    assert not examine(damaged).mended
