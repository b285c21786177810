"""Corrections, as rows: what the reader's hand has put right."""

from datetime import datetime

from msgspec import MsgspecError, json
from msgspec.structs import replace

from digest.errors import StoreError
from digest.news import Correction, Hand
from digest.store.database import Store, as_text, as_time


def save_correction(store: Store, correction: Correction) -> Correction:
    """Keep a correction; the same, with the id that it has been given."""
    with store.transaction():
        id_ = store.sql.execute(
            "INSERT INTO corrections (hand, articles, others, until, made) VALUES (?, ?, ?, ?, ?)",
            (
                correction.hand,
                json.encode(correction.articles).decode(),
                json.encode(correction.others).decode(),
                as_text(correction.until) if correction.until else None,
                as_text(correction.made),
            ),
        ).lastrowid
    return replace(correction, id=id_ or 0)


def delete_correction(store: Store, id_: int) -> None:
    """Take a correction back; one that is not there is no error."""
    with store.transaction():
        store.sql.execute("DELETE FROM corrections WHERE id = ?", (id_,))


def all_corrections(store: Store) -> tuple[Correction, ...]:
    """Every correction that has not been taken back, the oldest first.

    Raises:
        StoreError: A row is damaged.
    """
    rows = store.rows("SELECT id, hand, articles, others, until, made FROM corrections ORDER BY id")
    try:
        return tuple(
            Correction(
                id=id_,
                hand=Hand(hand),
                articles=json.decode(articles, type=tuple[str, ...]),
                others=json.decode(others, type=tuple[str, ...]),
                until=as_time(until),
                made=datetime.fromisoformat(made),
            )
            for id_, hand, articles, others, until, made in rows
        )
    except (ValueError, MsgspecError) as error:
        raise StoreError(f"A stored correction is damaged: {error}.") from error
