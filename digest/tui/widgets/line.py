"""A line or two of words that stand still: a question, a heading."""

from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from digest.tui.typeset.lines import Span, fold
from digest.tui.widgets.ink import Inked


class TextLine(Inked):
    """Words in one role, on as many lines as they need."""

    words: reactive[str] = reactive("", layout=True)

    def __init__(self, words: str, role: str = "text") -> None:
        super().__init__()
        self.set_reactive(TextLine.words, words)
        self._role = role

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """One line for each that the words need."""
        return len(fold(self.words, max(width, 2)))

    def render_line(self, y: int) -> Strip:
        """A line of the words."""
        width = self.content_size.width
        lines = fold(self.words, max(width, 2))
        return self.printed((Span(lines[y], self._role),) if y < len(lines) else (), width)
