"""What every screen is handed: the desk, the marks, the keys, the time, the ways out."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import NamedTuple

from digest.paper import paper_day
from digest.tui.correcting import Correcting
from digest.tui.desk import Desk
from digest.tui.keyboard import Keyboard
from digest.tui.marking import Marking
from digest.tui.memory import Memory
from digest.tui.outside import Outbox, Subscriptions


class Taste(NamedTuple):
    """How the reader likes the app."""

    theme: str = ""
    """A theme's name; empty: newsprint."""

    mark_read: bool = True
    """What has been read to its end counts as read."""

    ascii: bool = False
    """Signs and lines are drawn in ASCII alone."""

    compact: bool = False
    """A story takes one line of the list."""


class Reader(NamedTuple):
    """One reader, and what they read with."""

    desk: Desk
    marking: Marking
    correcting: Correcting
    keyboard: Keyboard
    clock: Callable[[], datetime]
    morning: time
    browse: Callable[[str], None]
    feeds: Subscriptions
    outbox: Outbox
    memory: Memory
    taste: Taste

    @classmethod
    def of(
        cls,
        desk: Desk,
        *,
        clock: Callable[[], datetime],
        morning: time,
        browse: Callable[[str], None],
        feeds: Subscriptions,
        outbox: Outbox,
        keymap: Mapping[str, str],
        memory: Memory,
        taste: Taste,
    ) -> "Reader":
        """A reader who comes to a desk.

        Raises:
            ConfigError: The keymap names no command, or gives two commands one key.
        """
        marking = Marking(desk)
        return cls(
            desk=desk,
            marking=marking,
            correcting=Correcting(desk, marking),
            keyboard=Keyboard(keymap),
            clock=clock,
            morning=morning,
            browse=browse,
            feeds=feeds,
            outbox=outbox,
            memory=memory,
            taste=taste,
        )

    @property
    def today(self) -> date:
        """The day whose paper is on sale."""
        return paper_day(self.clock(), self.morning)
