"""What to say of a database that cannot be used as it is, and where its copy is."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from digest.clean import clean
from digest.errors import Damaged, StoreError

_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
"""The last is said of a table or column that is not there: of the file, for our SQL is fixed."""


def copy_of(path: Path) -> Path:
    """Where the daily copy of the database at `path` is."""
    return path.with_name(f"{path.name}.copy")


def copied(path: Path) -> datetime | None:
    """When the database at `path` was copied last; None: never."""
    try:
        return datetime.fromtimestamp(copy_of(path).stat().st_mtime, UTC)
    except OSError:
        return None


def failure(path: Path | None, error: Exception) -> StoreError:
    """The error for a reader; of a damaged file it says what can be done."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    spoilt = isinstance(error, UnicodeError)  # a name of the schema that SQLite complains of
    spoilt = spoilt or str(error).startswith("Could not decode")  # a value in a column
    if path and (code in _DAMAGED or spoilt):
        return Damaged(f"{path}: damaged ({clean(str(error))}). {_way_out(path)}")
    if isinstance(error, OSError):
        return StoreError(f"{path}: cannot be used: {error.strerror}.")
    return StoreError(f"{path}: {clean(str(error))}.")


def check_not_lost(path: Path) -> None:
    """A database that is gone while its copy is there is not started anew in silence.

    Raises:
        StoreError: It is gone, or empty.
    """
    empty = not path.exists() or (path.is_file() and path.stat().st_size == 0)
    if empty and copied(path):
        raise StoreError(
            f"{path}: gone or empty. {_way_out(path)} To start anew, remove {copy_of(path)}."
        )


def _way_out(path: Path) -> str:
    made = copied(path)
    back = f"the copy of {made.astimezone():%Y-%m-%d %H:%M}" if made else "an empty one"
    return f"`digest doctor --restore` keeps it under another name and puts {back} in its place."
