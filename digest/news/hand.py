"""What a reader sets and puts right."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Mark(StrEnum):
    """What a reader can set on a report."""

    READ = "read"
    SAVED = "saved"


class Marks(Struct, frozen=True, kw_only=True):
    """The reports that carry each mark, by id."""

    read: frozenset[str] = frozenset()
    saved: frozenset[str] = frozenset()


class Hand(StrEnum):
    """What a reader's hand can do to stories."""

    APART = "apart"
    """These articles and those others never stand in one story: a split."""

    TOGETHER = "together"
    """All of them stand in one story: a merge."""

    MUTE = "mute"
    """No story that holds one of the articles is shown until then."""

    FOLLOW = "follow"
    """A story that holds one of the articles is lifted, for as long as it lasts."""


class Correction(Struct, frozen=True, kw_only=True):
    """Something that the reader's hand has put right; kept, and taken back by `id`."""

    id: int = 0
    """Given by the store; 0: not kept yet."""

    hand: Hand
    articles: tuple[str, ...]
    others: tuple[str, ...] = ()
    """The other side of a split or merge."""

    until: datetime | None = None
    """Of a mute: when it ends; None: never."""

    made: datetime
