"""Gives lines of type the colours of the style sheets."""

from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from digest.clean import clean
from digest.tui.typeset.lines import NBSP, Line

PLAIN: Final = str.maketrans("▌│▸▾·•–—…¶“”‘’⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏", "||>v-*--~P\"\"''|/-\\|/-\\|/")
"""Our signs and those of the press in ASCII, cell for cell."""


class Inked(Widget):
    """A widget that prints lines; the screen it stands on says how each role looks."""

    def __init__(self) -> None:
        super().__init__()
        self._inks: dict[tuple[str, bool], Style] = {}

    def printed(self, line: Line, width: int, *, lit: bool = False) -> Strip:
        """One line in its colours, `width` cells wide; lit: on the paper of the cursor."""
        segments = [
            Segment(self._cut(span.text), self._ink(span.role, lit=lit))
            for span in line
            if span.text
        ]
        return Strip(segments).adjust_cell_length(width, self._ink("text", lit=lit))

    def _cut(self, text: str) -> str:
        """The type of a text: signs as this terminal has them."""
        return _safe(text).translate(PLAIN) if self.app.has_class("-ascii") else _safe(text)

    def _ink(self, role: str, *, lit: bool) -> Style:
        style = self._inks.get((role, lit))
        if style is None:
            screen = self.screen
            paper = screen.get_component_rich_style("ink--lit") if lit else self.rich_style
            style = screen.get_component_rich_style(f"ink--{role}") + Style(bgcolor=paper.bgcolor)
            self._inks[role, lit] = style
        return style

    def notify_style_update(self) -> None:
        """The sheets have changed."""
        super().notify_style_update()
        self._inks.clear()


def _safe(text: str) -> str:
    """Text that went through the gate on its way in goes through it again on its way out."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace(NBSP, " ")
    start = len(text) - len(text.lstrip(" "))
    end = len(text) - len(text.rstrip(" "))
    return f"{' ' * start}{clean(text)}{' ' * end}"
