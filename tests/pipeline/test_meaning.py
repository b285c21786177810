import asyncio
from collections.abc import Sequence
from typing import cast

import pytest

from digest.clean import clean
from digest.errors import WorkerError
from digest.group import Item
from digest.pipeline import meaning
from digest.store.database import Store
from digest.store.shelf import Shelf
from digest.workers import Workers


class Desk:
    """Workers that make vectors of the texts' lengths, and remember what they were asked."""

    def __init__(self, *, breaks: bool = False) -> None:
        self.asked: list[str] = []
        self.breaks = breaks

    async def vectors(self, texts: Sequence[str]) -> tuple[bytes, ...]:
        if self.breaks:
            raise WorkerError("too much")
        self.asked += texts
        return tuple(bytes([len(text)]) for text in texts)


def item(id_: str, title: str) -> Item:
    return Item(id=id_, title=clean(title))


def mornings(desk: Desk, *days: list[Item]) -> list[list[bytes]]:
    """The vectors of each day's items, one store for all days."""

    async def main() -> list[list[bytes]]:
        async with Shelf(lambda: Store(None)) as shelf:
            told = [await meaning.with_meaning(day, shelf, cast(Workers, desk)) for day in days]
        return [[each.vector for each in day] for day in told]

    return asyncio.run(main())


@pytest.fixture
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "installed", object)


@pytest.mark.usefixtures("_installed")
def test_each_article_gets_a_vector_and_the_next_day_finds_it_kept() -> None:
    desk = Desk()
    one, two = item("a", "one"), item("b", "three")
    first, second = mornings(desk, [one], [one, two])
    assert first == second[:1]
    assert desk.asked == ["one. ", "three. "]


@pytest.mark.usefixtures("_installed")
def test_a_text_that_has_changed_gets_another() -> None:
    desk = Desk()
    mornings(desk, [item("a", "one")], [item("a", "one more")])
    assert desk.asked == ["one. ", "one more. "]


@pytest.mark.usefixtures("_installed")
def test_what_breaks_the_workers_is_grouped_by_its_words() -> None:
    assert mornings(Desk(breaks=True), [item("a", "one")]) == [[b""]]


def test_where_nothing_is_installed_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "installed", lambda: None)
    desk = Desk()
    assert mornings(desk, [item("a", "one")]) == [[b""]]
    assert not desk.asked
