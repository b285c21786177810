import asyncio
from pathlib import Path

import pytest

from digest.errors import StoreError
from digest.news import Mark
from digest.store.database import Store
from digest.store.marks import all_marks, set_mark
from digest.store.shelf import Shelf


def run(path: Path | None, *calls: str) -> list[object]:
    async def main() -> list[object]:
        async with Shelf(lambda: Store(path)) as shelf:
            return await asyncio.gather(
                *(shelf.do(set_mark, [name], Mark.SAVED, on=True) for name in calls),
                shelf.ask(all_marks),
                return_exceptions=True,
            )

    return asyncio.run(main())


def test_many_writes_at_once_are_all_kept(tmp_path: Path) -> None:
    names = [str(number) for number in range(500)]
    run(tmp_path / "digest.db", *names)
    store = Store(tmp_path / "digest.db")
    assert all_marks(store).saved == set(names)
    store.close()


def test_one_call_that_fails_takes_none_along() -> None:
    def broken(store: Store) -> None:
        set_mark(store, ["lost"], Mark.READ, on=True)
        raise ValueError("mine")

    async def main() -> tuple[object, frozenset[str]]:
        async with Shelf(lambda: Store(None)) as shelf:
            first, _, _ = await asyncio.gather(
                shelf.do(broken),
                shelf.do(set_mark, ["a"], Mark.READ, on=True),
                shelf.do(set_mark, ["b"], Mark.READ, on=True),
                return_exceptions=True,
            )
            return first, (await shelf.ask(all_marks)).read

    first, read = asyncio.run(main())
    assert isinstance(first, ValueError)
    assert "lost" not in read
    assert read == {"a", "b"}


def test_what_was_asked_before_the_end_is_done(tmp_path: Path) -> None:
    async def main() -> None:
        async with Shelf(lambda: Store(tmp_path / "digest.db")) as shelf:
            task = asyncio.ensure_future(shelf.do(set_mark, ["a"], Mark.READ, on=True))
            await asyncio.sleep(0)
        await task

    asyncio.run(main())
    store = Store(tmp_path / "digest.db")
    assert all_marks(store).read == {"a"}
    store.close()


def test_a_store_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    async def main() -> None:
        async with Shelf(lambda: Store(tmp_path)):
            pass

    with pytest.raises(StoreError, match="cannot be used"):
        asyncio.run(main())
