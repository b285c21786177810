"""A screen with one column to look something up in, and the way back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from digest.tui.commands import LISTING, Command, Leave, bindings
from digest.tui.keyboard import Keyboard
from digest.tui.screens.paper import Paper
from digest.tui.widgets.column import Column
from digest.tui.widgets.hints import Hints


class ListingScreen(Paper[None], inherit_bindings=False):
    """One column over the last line."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(LISTING)
    HINTS: ClassVar[tuple[type[Command], ...]] = (Leave,)

    def __init__(self, column: Column, keyboard: Keyboard) -> None:
        super().__init__()
        self.column = column
        self._keyboard = keyboard

    def compose(self) -> ComposeResult:
        """The column and the last line."""
        yield self.column
        yield Hints(self.HINTS, self._keyboard)

    def on_mount(self) -> None:
        """The column has the cursor."""
        self.column.focus()

    def action_back(self) -> None:
        """Back to where the reader came from."""
        self.dismiss()

    def action_leave(self) -> None:
        """Back to where the reader came from."""
        self.dismiss()
