"""What every screen is printed on: the one place where the roles of type meet the sheets."""

from typing import ClassVar

from textual import on
from textual.events import Key
from textual.screen import Screen, ScreenResultType

from digest.tui.typeset.roles import ROLES
from digest.tui.widgets.column import Column
from digest.tui.widgets.hints import Hints
from digest.tui.widgets.ink import Inked


class Paper(Screen[ScreenResultType], inherit_bindings=False):
    """A screen on which lines are printed.

    The roles are component classes of the screen and not of its widgets: each is dressed once,
    not once a widget, which is 25 ms of the first page.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{role}" for role in ROLES}

    @on(Key)
    def _go_on(self) -> None:
        self.query_one(Hints).move_on()

    def refit(self) -> None:
        """Keys or signs are others: set and print everything anew."""
        for column in self.query(Column):
            column.reset()
        for line in self.query(Inked):
            line.refresh()

    def say(self, words: str, *, fault: bool = False) -> None:
        """Say something in the last line."""
        self.query_one(Hints).say(words, fault=fault)
