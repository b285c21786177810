"""How wide a printed page is."""

import os
import sys
from collections.abc import Mapping

NARROWEST, WIDEST = 40, 80


def width(env: Mapping[str, str] = os.environ) -> int:
    """80 columns, fewer on a narrow terminal or by COLUMNS, so that a mail looks the same."""
    said = env.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        columns = int(said)
    else:
        columns = os.get_terminal_size().columns if sys.stdout.isatty() else WIDEST
    return max(NARROWEST, min(WIDEST, columns))
