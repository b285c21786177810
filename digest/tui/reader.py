"""What every screen is handed: the desk, the marks, the keys, the time, a browser."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import NamedTuple

from digest.tui.desk import Desk
from digest.tui.keyboard import Keyboard
from digest.tui.marking import Marking
from digest.tui.typeset.times import paper_day


class Reader(NamedTuple):
    """One reader, and what they read with."""

    desk: Desk
    marking: Marking
    keyboard: Keyboard
    clock: Callable[[], datetime]
    morning: time
    browse: Callable[[str], None]

    @property
    def today(self) -> date:
        """The day whose paper is on sale."""
        return paper_day(self.clock(), self.morning)
