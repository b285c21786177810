"""Gives lines of type the colours of the style sheets."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from digest.clean import clean
from digest.tui.typeset.lines import NBSP, Line


class Inked(Widget):
    """A widget that prints lines: each role of a span is a component class of the sheets."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"ink--{role}"
        for role in (
            "text", "title", "headline", "seen", "heading", "subhead", "label", "quiet",
            "sign", "saved", "new", "differ", "what", "value", "source", "number", "fold",
            "quote", "rule", "byline", "dateline", "caption", "note", "link", "bar", "rest",
            "nameplate", "key", "state", "fault", "lit",
        )
    }  # fmt: skip

    def printed(self, line: Line, width: int, *, lit: bool = False) -> Strip:
        """One line in its colours, `width` cells wide; lit: on the paper of the cursor."""
        segments = [
            Segment(_safe(span.text), self._style(span.role, lit=lit)) for span in line if span.text
        ]
        return Strip(segments).adjust_cell_length(width, self._style("text", lit=lit))

    def _style(self, role: str, *, lit: bool) -> Style:
        style = self.get_component_rich_style(f"ink--{role}")
        if not lit:
            return style
        return style + Style(bgcolor=self.get_component_rich_style("ink--lit").bgcolor)


def _safe(text: str) -> str:
    """Text that went through the gate on its way in goes through it again on its way out."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace(NBSP, " ")
    start = len(text) - len(text.lstrip(" "))
    end = len(text) - len(text.rstrip(" "))
    return f"{' ' * start}{clean(text)}{' ' * end}"
