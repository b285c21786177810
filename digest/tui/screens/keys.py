"""The keys that do something here."""

from collections.abc import Sequence

from textual.screen import Screen

from digest.tui.commands import ANYWHERE, COLUMN, SCREENS, Command
from digest.tui.keyboard import Keyboard
from digest.tui.screens.listing import ListingScreen
from digest.tui.widgets.key_list import KeyList


class KeysScreen(ListingScreen):
    """All keys of the screen that was before the reader."""

    def __init__(self, screen: Screen[object], keyboard: Keyboard) -> None:
        groups = [*_own(screen), ("moving", COLUMN), ("anywhere", ANYWHERE)]
        super().__init__(KeyList(groups, keyboard), keyboard)


def _own(screen: Screen[object]) -> list[tuple[str, Sequence[type[Command]]]]:
    name = getattr(screen, "PLACE", "list")
    return [(name, SCREENS[name])]
