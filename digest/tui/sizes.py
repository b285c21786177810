"""What the sheets call the sizes of a terminal."""

from typing import Final

from textual.geometry import Size

WIDTHS: Final = [(0, "-narrow"), (90, "-wide")]
HEIGHTS: Final = [(0, "-low"), (16, "-short"), (30, "-tall"), (44, "-grand")]


def names_of(size: Size) -> tuple[str, str]:
    """What it is called."""
    _, width = max(name for name in WIDTHS if name[0] <= size.width)
    _, height = max(name for name in HEIGHTS if name[0] <= size.height)
    return width, height
