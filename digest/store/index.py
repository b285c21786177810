"""The index of words: which articles hold a word, kept beside them by SQLite's FTS5.

It holds no text and no places of words, only which article has which word: a third of the
bytes of text (with places it would be 1.4 of them), and the newest of 100,000 articles that
hold a few words are found in a millisecond. The three lists of first letters answer what a
reader has typed of a word so far.

Articles are indexed many at a time, after a run: one at a time takes three times as long,
and a kill in between costs nothing, for each row says whether it is in.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from digest.errors import Damaged
from digest.news import Paragraph
from digest.store.database import Store, glanced

_TABLE: Final = """
    CREATE VIRTUAL TABLE words USING fts5 (
        text, content = '', columnsize = 0, detail = none, prefix = '1 2 3',
        tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
    )
"""

UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"  # CJK
    "\U00020000-\U0003ffff"
)
"""Scripts with no spaces between words, or with endings hung on them: indexed in pairs."""

_RUN: Final = re.compile(f"[{UNSPACED}]+")

_AT_ONCE: Final = 2000
"""Articles indexed in one transaction: a second."""

_PARTS: Final = ("words_data", "words_idx", "words_config")
"""The tables in which FTS5 keeps it."""

_HELD: Final = 16 << 20
"""Bytes of the index held until they are written: in more parts it takes a quarter more room."""


class _Indexed(Struct):
    title: str
    publisher: str
    paragraphs: tuple[Paragraph, ...] = ()


def can_search(store: Store) -> bool:
    """Whether this Python's SQLite has FTS5."""
    return store.row("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'") is not None


def has_index(store: Store) -> bool:
    """Whether anything has been indexed."""
    return store.row("SELECT 1 FROM sqlite_master WHERE name = 'words'") is not None


def index_articles(store: Store) -> bool:
    """Index the next articles that are not yet; True: there are more.

    A damaged index is thrown away: all of it is to be made anew, and there is more.

    Raises:
        StoreError: The store cannot be written.
    """
    if not can_search(store):
        return False
    rows = store.rows(
        "SELECT number, body FROM articles WHERE NOT indexed ORDER BY number LIMIT ?", (_AT_ONCE,)
    )
    if not rows:
        return False
    try:
        _take_in(store, rows)
    except Damaged:
        if store.mended:
            raise
        drop_index(store)
        return True
    return len(rows) == _AT_ONCE


def _take_in(store: Store, rows: Sequence[tuple[int, bytes]]) -> None:
    with store.transaction():
        if not has_index(store):
            store.sql.execute(_TABLE)
            store.sql.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_HELD,))
        store.sql.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", _texts(rows))
        store.sql.executemany(
            "UPDATE articles SET indexed = 1 WHERE number = ?", [(number,) for number, _ in rows]
        )


def forget_words(store: Store, rows: Sequence[tuple[int, bytes]]) -> None:
    """Take indexed articles out again: their numbers and bodies, as they were indexed."""
    if not rows or not can_search(store):
        return
    try:
        with store.transaction():
            store.sql.executemany(
                "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", _texts(rows)
            )
    except Damaged:
        drop_index(store)


def mend_index(store: Store) -> bool:
    """Look at the whole index, and throw it away if it is damaged; True: it was.

    That takes 0.15 s for 10,000 articles.

    Raises:
        StoreError: The store cannot be written.
    """
    damaged = can_search(store) and not _is_whole(store)
    if damaged:
        drop_index(store)
    return damaged


def _is_whole(store: Store) -> bool:
    if not has_index(store):
        return store.row("SELECT 1 FROM articles WHERE indexed LIMIT 1") is None
    try:
        with store.transaction():
            store.sql.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except Damaged:
        return False
    return True


def drop_index(store: Store) -> None:
    """Throw the index away, whatever is left of it: the articles hold all that it is made of.

    Where one of its parts is damaged, SQLite does not drop it as a table: parts go, then its name.

    Raises:
        StoreError: The store cannot be written.
    """
    with store.transaction():
        for part in _PARTS:
            store.sql.execute(f"DROP TABLE IF EXISTS {part}")
        store.sql.execute("PRAGMA writable_schema = ON")
        store.sql.execute("DELETE FROM sqlite_master WHERE name = 'words'")
        store.sql.execute("PRAGMA writable_schema = RESET")
        store.sql.execute("UPDATE articles SET indexed = 0")
    store.mended = True


def _texts(rows: Sequence[tuple[int, bytes]]) -> list[tuple[int, str]]:
    return [(number, _text(body)) for number, body in rows]


def _text(body: bytes) -> str:
    """All that an article is found by."""
    article = glanced(body, _Indexed)
    blocks = [article.title, article.publisher, *(each.text for each in article.paragraphs)]
    return in_pairs("\n".join(blocks))


def in_pairs(text: str) -> str:
    """`text` with runs of unspaced letters in pairs: ABC becomes "AB BC C"."""
    return text if text.isascii() else _RUN.sub(lambda run: f" {' '.join(pairs(run[0]))} ", text)


def pairs(run: str) -> list[str]:
    """The pairs of letters in a run, and its last letter: "ABC" gives AB, BC, C."""
    return [run[at : at + 2] for at in range(len(run))]
