"""Puts the pipeline's events into words on standard error."""

import sys
from typing import TextIO

from digest.clean import clean
from digest.events import (
    ArticleRead,
    EditionReady,
    Event,
    FeedFetched,
    FeedMissed,
    Grouping,
    NotGrouped,
    Started,
    Updated,
)
from digest.news import Missed

PATIENCE = 3
"""Failures in a row before a feed is complained of where nobody looks."""

_BAR = 24
"""Columns of the progress bar."""


class Narrator:
    """A listener that tells people: a bar on a terminal, nothing but trouble elsewhere."""

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self._stream = stream or sys.stderr
        self._bar = self._stream.isatty() and not quiet
        self._quiet = quiet
        self._feeds = self._answered = self._read = self._wide = 0
        self.unread = 0
        self.missed: list[Missed] = []
        self.offline = False
        self.repeated = False
        """The edition is the last one again: nothing was new."""

    def __call__(self, event: Event) -> None:
        """Tell of one event."""
        match event:
            case Started(feeds=feeds):
                self._feeds = feeds
            case FeedFetched():
                self._answered += 1
            case FeedMissed(missed=missed):
                self._answered += 1
                self.missed.append(missed)
            case ArticleRead():
                self._read += 1
            case Updated(offline=offline, unread=unread):
                self.offline, self.unread = offline, unread
                self._sum_up()
                return
            case Grouping(articles=articles):
                self._draw(f"Grouping {articles:,} articles")
                return
            case NotGrouped(reason=reason):
                self._say(f"Grouping failed, each article stands alone: {reason}")
                return
            case EditionReady(fresh=fresh):
                self.repeated = not fresh
                self._clear()
                return
        self._progress()

    def say(self, words: str) -> None:
        """A line about how it went, unless the reader wants none."""
        if not self._quiet:
            self._say(words)

    def _sum_up(self) -> None:
        """Name every feed that failed, or say once that none could be reached.

        Cron mails what is said: quietly, a feed is named on its third failure in a row alone.
        """
        if self.offline:
            self._say("Offline: no feed answered.")
            return
        for each in self.missed:
            if not self._quiet:
                self._say(f"{each.feed}: {each.reason}")
            elif each.failures == PATIENCE:
                since = f"{each.since.astimezone():%Y-%m-%d %H:%M}"
                self._say(f"{each.feed}: {each.reason}, {PATIENCE} times since {since}")
        if self.unread and not self._quiet:
            self._say(f"{self.unread:,} pages not reached; the next run reads them.")

    def _progress(self) -> None:
        done = _BAR * self._answered // max(self._feeds, 1)
        bar = "#" * done + "." * (_BAR - done)
        self._draw(f"[{bar}] {self._answered} of {self._feeds} feeds, {self._read:,} articles read")

    def _draw(self, line: str) -> None:
        if self._bar:
            self._clear()
            self._stream.write(line)
            self._stream.flush()
            self._wide = len(line)

    def _clear(self) -> None:
        if self._wide:
            self._stream.write("\r" + " " * self._wide + "\r")
            self._stream.flush()
            self._wide = 0

    def _say(self, words: str) -> None:
        self._clear()
        print(f"digest: {clean(words)}", file=self._stream)
