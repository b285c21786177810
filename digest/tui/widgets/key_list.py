"""The keys, and what each does."""

from collections.abc import Sequence

from digest.tui.commands import Command
from digest.tui.keyboard import Keyboard
from digest.tui.typeset import keys as sheet
from digest.tui.typeset.lines import Block
from digest.tui.widgets.column import Column


class KeyList(Column):
    """Commands in groups, with the keys in force."""

    MEASURE = 84

    def __init__(
        self, groups: Sequence[tuple[str, Sequence[type[Command]]]], keyboard: Keyboard
    ) -> None:
        super().__init__()
        self._groups = groups
        self._keyboard = keyboard
        self._words = ""

    def typeset(self, width: int) -> Sequence[Block]:
        """The keys."""
        return sheet.page(self._groups, self._keyboard, width, words=self._words)

    def sift(self, words: str) -> None:
        """Show only the commands that these words are about."""
        self._words = words
        self.reset(to_top=True)
