"""The open database: its file, its transactions, and how values become columns."""

import errno
import os
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from digest.clean import clean_tree
from digest.errors import StoreError
from digest.store.damage import check_not_lost, failure
from digest.store.preset import PRESET
from digest.store.schema import migrate, wal_is_safe

T = TypeVar("T")
Parameters: TypeAlias = Sequence[Any] | Mapping[str, Any]
"""One for each `?`, or by name for each `:name`: Python 3.14 takes no others."""

_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_NESTED = ("SAVEPOINT step", "RELEASE step", ("ROLLBACK TO step", "RELEASE step"))


class Store:
    """One SQLite file, open. It is not to be used from two threads at once."""

    def __init__(self, path: Path | None) -> None:
        """Open the database at `path`, make it if need be; None: one that is kept in memory.

        Raises:
            StoreError: It cannot be opened, or a newer digest wrote it.
        """
        self.path = path
        self.mended = False
        """Whether its index was found damaged, and has been thrown away to be made anew."""
        try:
            self.sql = _connect(path)
            migrate(self.sql, path)
        except (OSError, sqlite3.Error, UnicodeError) as error:
            raise failure(path, error) from error

    def close(self) -> None:
        """Close the file."""
        self.sql.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing; may stand inside another.

        Raises:
            StoreError: The disk is full, the file cannot be written, or it is damaged.
        """
        begin, keep, undo = _NESTED if self.sql.in_transaction else _WHOLE
        try:
            self.sql.execute(begin)
            try:
                yield
            except BaseException:
                if self.sql.in_transaction:  # SQLite itself gives up all of it on a full disk
                    for statement in undo:
                        self.sql.execute(statement)
                raise
            self.sql.execute(keep)
        except (sqlite3.Error, UnicodeError) as error:
            if begin == _WHOLE[0] and self.sql.in_transaction:
                self.sql.rollback()
            raise failure(self.path, error) from error

    def rows(self, statement: str, parameters: Parameters = ()) -> list[Any]:
        """The rows that a SELECT finds.

        Raises:
            StoreError: The file cannot be read, or is damaged.
        """
        try:
            return self.sql.execute(statement, parameters).fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            raise failure(self.path, error) from error

    def row(self, statement: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401 - a row of any columns
        """The first row that a SELECT finds, or None.

        Raises:
            StoreError: The file cannot be read, or is damaged.
        """
        found = self.rows(statement, parameters)
        return found[0] if found else None


def _connect(path: Path | None) -> sqlite3.Connection:
    readable = path is not None and not _make_writable(path)
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=ro" if path and readable else path or ":memory:",
        uri=readable,
        timeout=5,
        isolation_level=None,
        check_same_thread=False,
    )
    if readable:
        return connection
    safe = wal_is_safe(sqlite3.sqlite_version_info)
    connection.execute(f"PRAGMA journal_mode = {'WAL' if safe else 'DELETE'}")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _make_writable(path: Path) -> bool:
    """Whether the file can be written, once it is made; one that may only be read is no error."""
    check_not_lost(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS} and path.exists():
            return False
        raise
    return True


def packed(value: Struct) -> bytes:
    """Canonical JSON, compressed: the same bytes for the same value, for ever."""
    stream = zlib.compressobj(6, zdict=PRESET)
    return stream.compress(msgspec.json.encode(value)) + stream.flush()


def unpacked(body: bytes, kind: type[T]) -> T:
    """The value in a row; its text passes the gate again, since an older version wrote it.

    Raises:
        StoreError: The row is damaged.
    """
    try:
        return msgspec.convert(clean_tree(glanced(body, object)), kind)
    except msgspec.MsgspecError as error:
        raise StoreError(
            f"A stored {kind.__name__.lower()} is damaged: {error}. See: digest doctor"
        ) from error


def glanced(body: bytes, kind: type[T]) -> T:
    """Some fields of the value in a row, five times faster: nothing of it has passed the gate.

    Raises:
        StoreError: The row is damaged.
    """
    try:
        stream = zlib.decompressobj(zdict=PRESET)
        return msgspec.json.decode(stream.decompress(body), type=kind)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise StoreError(f"A stored row is damaged: {error}. See: digest doctor") from error


def as_text(time: datetime) -> str:
    """A time as it is stored: UTC, of one width, so that text sorts as time does."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def as_time(text: str | None) -> datetime | None:
    """A time from its column; None stays None.

    Raises:
        StoreError: The row is damaged.
    """
    return a_time(text) if text else None


def a_time(text: str) -> datetime:
    """A time from its column, which always has one.

    Raises:
        StoreError: The row is damaged.
    """
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise StoreError(f"A stored time is damaged: {error}. See: digest doctor") from error
