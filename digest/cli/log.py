"""The log: what failed and when, for a reader who asks the next day."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from digest.clean import clean
from digest.events import ArticleRead, Event, FeedMissed, NotGrouped, Updated

FULL: Final = 1 << 20
"""Bytes. A log that is full becomes ``digest.log.1``, and the one before it is gone."""


class Log:
    """A listener that writes a line for every run, and for every feed or page that failed.

    Addresses in it are masked, and the file is private. One that cannot be written stops nothing.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._clock = clock

    def __call__(self, event: Event) -> None:
        """Write down what is worth it."""
        from digest.plural import counted  # noqa: PLC0415 - not before the first page

        match event:
            case FeedMissed(missed=missed):
                self.write(f"feed missed: {missed.url or missed.feed}: {missed.reason}")
            case ArticleRead(url=url, note=note) if note:
                self.write(f"page not read: {url or 'no address'}: {note}")
            case Updated(offline=True):
                self.write("updated: offline, no feed answered")
            case Updated(feeds=feeds, missed=missed, new=new):
                new_entries = counted(new, "new entry", "new entries")
                self.write(f"updated: {counted(feeds, 'feed')}, {missed} missed, {new_entries}")
            case NotGrouped(reason=reason):
                self.write(f"grouping failed: {reason}")
            case _:
                pass

    def write(self, words: str) -> None:
        """Add a line."""
        line = f"{self._clock().isoformat(timespec='seconds')} {clean(words)}\n"
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._path.exists() and self._path.stat().st_size >= FULL:
                self._path.replace(self._path.with_name(f"{self._path.name}.1"))
            handle = os.open(
                self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600
            )
            with open(handle, "ab") as file:  # noqa: PTH123 - a handle, opened with its mode
                file.write(line.encode())
