"""The keys that do something here, to be searched."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input

from digest.tui.commands import (
    ANYWHERE,
    COLUMN,
    KEYS,
    SCREENS,
    Command,
    Leave,
    SearchKeys,
    bindings,
)
from digest.tui.keyboard import Keyboard
from digest.tui.screens.listing import ListingScreen
from digest.tui.widgets.key_list import KeyList


class KeysScreen(ListingScreen):
    """All keys of the screen that was before the reader, or those that words are about."""

    PLACE: ClassVar[str] = "keys"
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    HINTS = (SearchKeys, Leave)

    def __init__(self, screen: Screen[object], keyboard: Keyboard) -> None:
        groups = [*_own(screen), ("moving", COLUMN), ("anywhere", ANYWHERE)]
        self._list = KeyList(groups, keyboard)
        super().__init__(self._list, keyboard)

    def compose(self) -> ComposeResult:
        """A line for words, which is there when it is wanted, over the keys."""
        yield Input(placeholder="what do you want to do?", compact=True)
        yield from super().compose()

    def action_search_keys(self) -> None:
        """Type what the keys are to be about."""
        self.add_class("-searching")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _sift(self, message: Input.Changed) -> None:
        self._list.sift(message.value)

    @on(Input.Submitted)
    def _submit(self) -> None:
        self._list.focus()


def _own(screen: Screen[object]) -> list[tuple[str, Sequence[type[Command]]]]:
    name = getattr(screen, "PLACE", "list")
    return [(name, SCREENS[name])]
