"""Why a story stands as it does."""

from collections.abc import Sequence

from digest.news import Because
from digest.tui.typeset import why as sheet
from digest.tui.typeset.lines import Block
from digest.tui.widgets.column import Column


class Reasons(Column):
    """The reasons, under the headline."""

    MEASURE = 78

    def __init__(self, headline: str) -> None:
        super().__init__()
        self._headline = headline
        self._because: Because | None = None

    def typeset(self, width: int) -> Sequence[Block]:
        """The reasons."""
        return sheet.page(self._because, self._headline, width)

    def show(self, because: Because) -> None:
        """Show the reasons."""
        self._because = because
        self.reset()
