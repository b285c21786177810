"""What the reader looks for, among all articles that are kept."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from digest.clean import Clean, clean
from digest.errors import Damaged, StoreError
from digest.news import Found, Paragraph
from digest.store.database import Store, a_time, glanced
from digest.store.index import UNSPACED, can_search, drop_index, has_index, pairs

MOST: Final = 1000
"""Of the articles that hold the words, the last to arrive are put in order by their own time."""

_BEFORE, _AFTER = 60, 140
"""Characters of a paragraph shown before the first word that was found, and after it."""


class _Shown(Struct):
    title: str
    publisher: str
    url: str
    paragraphs: tuple[Paragraph, ...] = ()


def find(store: Store, words: str, *, limit: int = 50) -> tuple[Found, ...]:
    """The articles that hold all of `words`, newest first.

    Letters count whatever their case and accents; the last word may be unfinished. Nothing
    that is typed is an operator.

    Raises:
        StoreError: This SQLite has no FTS5, or the store cannot be read.
    """
    if not can_search(store):
        raise StoreError("This Python's SQLite was built without FTS5, so there is no search.")
    asked = asked_for(words)
    if not asked or not has_index(store):
        return ()
    try:
        rows = store.rows(
            "SELECT number, id, published FROM articles WHERE number IN"
            " (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?)"
            " ORDER BY published DESC, id LIMIT ?",
            (_query(asked), MOST, limit),
        )
    except Damaged as error:
        drop_index(store)
        raise StoreError("The index was damaged. Search again: it is made anew.") from error
    wanted = _pattern([_folded(word) for word in asked])
    return tuple(_found(store, row, wanted, len(asked)) for row in rows)


def asked_for(words: str) -> list[str]:
    """What was typed, as single words."""
    composed = unicodedata.normalize("NFC", words)
    return "".join(char if _is_part(char) else " " for char in composed).split()


def _is_part(char: str) -> bool:
    """Whether `char` belongs to a word, as the index sees it."""
    return unicodedata.category(char)[0] in "LNM" or unicodedata.category(char) == "Co"


def _query(asked: Sequence[str]) -> str:
    """The words as FTS5 wants them: each in quotes, the last as a beginning."""
    tokens = [token for word in asked for token in _tokens(word)]
    return " ".join(f'"{token}"' for token in tokens) + " *"


def _tokens(word: str) -> list[str]:
    """A word as it stands in the index; one of unspaced letters as its pairs."""
    parts = re.findall(f"[{UNSPACED}]+|[^{UNSPACED}]+", word)
    found: list[str] = []
    for part in parts:
        unspaced = re.match(f"[{UNSPACED}]", part) and len(part) > 1
        found += pairs(part)[:-1] if unspaced else [part]
    return found


class _Fold(dict[int, str]):
    """One letter for one letter: small, and without its accent."""

    def __missing__(self, code: int) -> str:
        char = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = char if len(char) == 1 else chr(code)
        return self[code]


_FOLD: Final = _Fold()


def _folded(text: str) -> str:
    """`text` as words are compared, every letter at its place."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def _pattern(asked: Sequence[str]) -> re.Pattern[str]:
    """The words as they stand in a text that is folded."""

    def one(word: str, end: str) -> str:
        apart = not re.match(f"[{UNSPACED}]", word)
        return rf"(?<![^\W_]){re.escape(word)}{end}" if apart else re.escape(word)

    *whole, begun = asked
    return re.compile(
        "|".join([*(one(word, r"(?![^\W_])") for word in whole), one(begun, r"[^\W_]*")])
    )


def _found(store: Store, row: tuple[int, str, str], wanted: re.Pattern[str], several: int) -> Found:
    number, id_, published = row
    (body,) = store.row("SELECT body FROM articles WHERE number = ?", (number,))
    story, day = store.row("SELECT story, day FROM told WHERE article = ?", (id_,)) or ("", "")
    article = glanced(body, _Shown)
    paragraph, snippet = _best(article, wanted, several)
    return Found(
        id=id_,
        title=clean(article.title),
        publisher=clean(article.publisher),
        url=clean(article.url),
        published=a_time(published),
        snippet=snippet,
        paragraph=paragraph,
        marks=tuple(hit.span() for hit in wanted.finditer(_folded(snippet))),
        story=story,
        day=day,
    )


def _best(article: _Shown, wanted: re.Pattern[str], several: int) -> tuple[int, Clean]:
    """The first paragraph that holds the most of the words, and the piece of it that does."""
    best, most, piece = 0, 0, clean(article.title)
    for number, paragraph in enumerate(article.paragraphs, 1):
        folded = _folded(paragraph.text)
        first = wanted.search(folded)
        if first is None:
            continue
        held = len({hit[0] for hit in wanted.finditer(folded)}) if several > 1 else 1
        if held > most:
            best, most, piece = number, held, _piece(paragraph.text, first.start())
        if most >= several:
            break
    return best, piece


def _piece(text: str, at: int) -> Clean:
    """As much of `text` around `at` as a line or two hold, cut between words."""
    start, end = max(0, at - _BEFORE), at + _AFTER
    if start:
        start = text.find(" ", start, at) + 1 or start
    if end < len(text):
        end = text.rfind(" ", at, end) if text.find(" ", at, end) > 0 else end
    return clean("…" * (start > 0) + text[start:end] + "…" * (end < len(text)))
