"""Marks, as rows: what a reader has read and saved."""

from collections.abc import Sequence

from digest.news import Mark, Marks
from digest.store.database import Store


def all_marks(store: Store) -> Marks:
    """The reports that carry each mark."""
    found: dict[str, set[str]] = {mark: set() for mark in Mark}
    for id_, mark in store.rows("SELECT id, mark FROM marks"):
        found.setdefault(mark, set()).add(id_)
    return Marks(read=frozenset(found[Mark.READ]), saved=frozenset(found[Mark.SAVED]))


def set_mark(store: Store, ids: Sequence[str], mark: Mark, *, on: bool) -> None:
    """Set a mark on reports, or take it away."""
    statement = (
        "INSERT OR IGNORE INTO marks VALUES (?, ?)"
        if on
        else "DELETE FROM marks WHERE id = ? AND mark = ?"
    )
    with store.transaction():
        store.sql.executemany(statement, [(id_, mark) for id_ in ids])
