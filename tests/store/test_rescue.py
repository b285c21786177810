"""The daily copy, damage, and the way back."""

import errno
import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.errors import Damaged, StoreError
from digest.news import Mark
from digest.store.checkup import examine
from digest.store.damage import copied, copy_of
from digest.store.database import Store
from digest.store.marks import all_marks, set_mark
from digest.store.rescue import make_copy, restore

NOW = datetime.now(UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "digest.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with closing(Store(path)) as opened:
        set_mark(opened, ["kept"], Mark.SAVED, on=True)
        yield opened


def saved(path: Path) -> frozenset[str]:
    with closing(Store(path)) as opened:
        return all_marks(opened).saved


def test_a_copy_is_made_once_a_day(store: Store, path: Path) -> None:
    assert make_copy(store, NOW)
    assert not make_copy(store, NOW + timedelta(hours=3))
    assert make_copy(store, NOW + timedelta(hours=23))
    assert saved(copy_of(path)) == {"kept"}
    assert copy_of(path).stat().st_mode & 0o077 == 0


def test_a_large_store_is_copied_once_a_week(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.store.rescue.LARGE", 1)
    assert make_copy(store, NOW)
    assert not make_copy(store, NOW + timedelta(days=5))
    assert make_copy(store, NOW + timedelta(days=8))


def test_a_copy_that_cannot_be_made_leaves_the_one_before(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_copy(store, NOW)
    before = copied(path)

    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(StoreError, match="No space left"):
        make_copy(store, NOW + timedelta(days=2))
    assert copied(path) == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["digest.db", "digest.db.copy"]


def test_a_damaged_store_is_never_copied_over_a_whole_one(store: Store, path: Path) -> None:
    set_mark(store, [f"{number:040}" for number in range(2000)], Mark.READ, on=True)
    make_copy(store, NOW)
    whole = copy_of(path).read_bytes()
    blob = bytearray(path.read_bytes())
    blob[8192 * 2 : 8192 * 4] = os.urandom(8192 * 2)
    path.write_bytes(blob)
    with closing(Store(path)) as damaged, pytest.raises(StoreError):
        make_copy(damaged, NOW + timedelta(days=2))
    assert copy_of(path).read_bytes() == whole


def test_what_is_damaged_says_how_to_come_back_and_is_kept(path: Path) -> None:
    with closing(Store(path)) as store:
        set_mark(store, ["kept"], Mark.SAVED, on=True)
        make_copy(store, NOW)
    path.write_bytes(b"junk" * 4096)
    with pytest.raises(StoreError, match=r"damaged .*digest doctor --restore.* the copy of"):
        Store(path)
    restored = restore(path, NOW)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == b"junk" * 4096
    assert saved(path) == {"kept"}


@pytest.mark.parametrize(
    "harm", ["ALTER TABLE marks RENAME COLUMN mark TO spoilt", "DROP TABLE marks"]
)
def test_a_damaged_schema_says_how_to_come_back(harm: str, store: Store) -> None:
    store.sql.execute(harm)
    with pytest.raises(Damaged, match=r"damaged \(no such .*digest doctor --restore"):
        all_marks(store)


@pytest.mark.parametrize("gone", [True, False], ids=["gone", "empty"])
def test_a_store_that_is_gone_is_not_started_anew_in_silence(path: Path, gone: bool) -> None:
    with closing(Store(path)) as store:
        make_copy(store, NOW)
    path.unlink() if gone else path.write_bytes(b"")
    with pytest.raises(StoreError, match="gone or empty"):
        Store(path)


def test_without_a_copy_the_damaged_file_is_put_aside_all_the_same(path: Path) -> None:
    path.write_bytes(b"junk" * 4096)
    with pytest.raises(StoreError, match="puts an empty one"):
        Store(path)
    assert restore(path, NOW).copied is None
    assert saved(path) == frozenset()


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_store_that_may_only_be_read_is_read(
    path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store(path)) as store:
        set_mark(store, ["kept"], Mark.SAVED, on=True)

    def refused(*_: object, **__: object) -> int:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "open", refused)
    assert saved(path) == {"kept"}
    with closing(Store(path)) as store, pytest.raises(StoreError, match="readonly"):
        set_mark(store, ["lost"], Mark.SAVED, on=True)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_is_full_is_one_line(
    path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert str(caught.value) == f"{path}: cannot be used: {os.strerror(number)}."


def test_a_store_is_looked_at_whole(store: Store) -> None:
    condition = examine(store)
    assert (condition.faults, condition.articles, condition.copied) == ((), 0, None)
    assert condition.size > 0


def test_a_store_that_cannot_grow_loses_nothing_that_it_had(store: Store) -> None:
    (pages,) = store.row("PRAGMA page_count")
    store.row(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="full"):
        set_mark(store, [f"{number:050}" for number in range(5000)], Mark.READ, on=True)
    assert all_marks(store).saved == {"kept"}
