"""Galleys, as rows: what each day's corrections start from."""

from typing import TypeVar

from msgspec import Struct

from digest.errors import StoreError
from digest.store.database import Store, packed, unpacked

T = TypeVar("T", bound=Struct)

_KEPT = 3
"""Days: only the last edition is put right, and a clock may be put back."""


def save_galley(store: Store, day: str, galley: Struct) -> None:
    """Keep the galley of a day's edition; those of older days go."""
    with store.transaction():
        store.sql.execute("INSERT OR REPLACE INTO galleys VALUES (?, ?)", (day, packed(galley)))
        store.sql.execute(
            "DELETE FROM galleys WHERE day NOT IN"
            " (SELECT day FROM galleys ORDER BY day DESC LIMIT ?)",
            (_KEPT,),
        )


def find_galley(store: Store, day: str, kind: type[T]) -> T | None:
    """The galley of a day's edition; one that another version wrote otherwise is as none."""
    row = store.row("SELECT body FROM galleys WHERE day = ?", (day,))
    try:
        return unpacked(row[0], kind) if row else None
    except StoreError:
        return None
