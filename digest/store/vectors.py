"""What articles mean, as rows: a vector each, made once."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from digest.store.database import Store


class Vector(Struct, frozen=True, kw_only=True):
    """What an article means."""

    article: str
    """Its id."""

    text: str
    """Fingerprint of the text that it was made from."""

    vector: bytes


def find_vectors(store: Store, texts: Mapping[str, str]) -> dict[str, bytes]:
    """The vectors of these articles, by id, as far as they are made from these texts."""
    found: dict[str, bytes] = {}
    for pair in texts.items():
        row = store.row("SELECT vector FROM vectors WHERE id = ? AND text = ?", pair)
        if row:
            found[pair[0]] = row[0]
    return found


def save_vectors(store: Store, vectors: Sequence[Vector]) -> None:
    """Keep vectors; an article's earlier one is replaced."""
    with store.transaction():
        store.sql.executemany(
            "INSERT OR REPLACE INTO vectors (id, text, vector) VALUES (?, ?, ?)",
            [(each.article, each.text, each.vector) for each in vectors],
        )
