"""The head of the front page."""

from datetime import date

from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from digest.tui.typeset.lines import Line
from digest.tui.typeset.masthead import Facts, head
from digest.tui.widgets.ink import Inked


class Masthead(Inked):
    """One line, or two under the paper's name on a screen with room for them."""

    facts: reactive[Facts | None] = reactive(None)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def render_line(self, y: int) -> Strip:
        """A line of the head."""
        size: Size = self.content_size
        lines: list[Line] = head(self.facts, self._today, size.width, tall=size.height > 1)
        return self.printed(lines[y] if y < len(lines) else (), size.width)
