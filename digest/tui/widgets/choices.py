"""A short list to choose from."""

from collections.abc import Sequence

from digest.tui.typeset import options as sheet
from digest.tui.typeset.lines import Block
from digest.tui.typeset.options import Option
from digest.tui.widgets.column import Column


class Choices(Column):
    """Options; the cursor stands on the first. No `OptionList`: that name Textual dresses."""

    ALWAYS_LIT = True  # one types in another line, and Enter takes what is lit

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._options = options

    def typeset(self, width: int) -> Sequence[Block]:
        """The options."""
        return sheet.page(self._options, width)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer others."""
        self._options = options
        self.reset(to_top=True)
