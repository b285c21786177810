"""What every screen is printed on: the one place where the roles of type meet the sheets."""

from typing import ClassVar

from textual.screen import Screen, ScreenResultType

from digest.tui.typeset.roles import ROLES
from digest.tui.widgets.hints import Hints


class Paper(Screen[ScreenResultType], inherit_bindings=False):
    """A screen on which lines are printed.

    The roles are component classes of the screen and not of its widgets: each is dressed once,
    not once a widget, which is 25 ms of the first page.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{role}" for role in ROLES}

    def say(self, words: str, *, fault: bool = False) -> None:
        """Say something in the last line."""
        self.query_one(Hints).say(words, fault=fault)
