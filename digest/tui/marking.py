"""What the reader has done: marks set at once and kept in the background, all undone by steps."""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from digest.news import Correction, Mark, Marks, Story
from digest.tui.desk import Desk


class Change(NamedTuple):
    """A mark that was set on, or taken from, these reports."""

    ids: tuple[str, ...]
    mark: Mark
    on: bool

    @property
    def undone(self) -> "Change":
        """The change that takes this one back."""
        return self._replace(on=not self.on)


class MutedWord(NamedTuple):
    """A word whose stories are hidden for good, or no longer."""

    word: str
    on: bool = True


Done: TypeAlias = Change | Correction | MutedWord
"""What can be taken back."""


def is_read(story: Story, marks: Marks) -> bool:
    """Whether every report of the story has been read."""
    return all(report.id in marks.read for report in story.articles)


def is_saved(story: Story, marks: Marks) -> bool:
    """Whether any report of the story is saved."""
    return any(report.id in marks.saved for report in story.articles)


def changed(marks: Marks, change: Change) -> Marks:
    """The marks after a change."""
    carriers: frozenset[str] = getattr(marks, change.mark)
    after = carriers.union(change.ids) if change.on else carriers.difference(change.ids)
    return replace(marks, **{change.mark.value: after})


class Marking:
    """The marks as they are now, and the way back."""

    def __init__(self, desk: Desk) -> None:
        self.marks = Marks()
        self._desk = desk
        self._done: list[Done] = []
        self._to_keep: deque[Change] = deque()
        self._keeping = asyncio.Lock()

    def set(self, ids: Sequence[str], mark: Mark, *, on: bool) -> Change | None:
        """Set or take a mark; None: all these reports had it so already."""
        carriers: frozenset[str] = getattr(self.marks, mark)
        change = Change(tuple(one for one in ids if (one in carriers) != on), mark, on)
        if not change.ids:
            return None
        self._done.append(change)
        self._make(change)
        return change

    def corrected(self, correction: Correction | MutedWord) -> None:
        """A correction has been kept, and can be taken back in its turn."""
        self._done.append(correction)

    def undo(self) -> Done | None:
        """The last thing done that was not yet taken back, if there is one.

        A mark is taken back by this; a correction or a word is for others to take back.
        """
        if not self._done:
            return None
        last = self._done.pop()
        if isinstance(last, Change):
            self._make(last.undone)
        return last

    def _make(self, change: Change) -> None:
        self.marks = changed(self.marks, change)
        self._to_keep.append(change)

    async def keep(self) -> None:
        """Hand the desk every change it has not yet got, in order.

        Raises:
            DigestError: A change could not be kept; the rest still wait.
        """
        async with self._keeping:
            while self._to_keep:
                ids, mark, on = self._to_keep.popleft()
                await self._desk.mark(ids, mark, on)
