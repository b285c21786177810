"""Whether the terminal is still there: one that goes away does not always say so.

Textual's input would read its end over and over, at the cost of a whole processor.
"""

import os
import stat
import sys

LOOK_EVERY = 3.0
"""Seconds."""


def terminal_is_lost() -> bool:
    """Whether standard input was a terminal and is none any more."""
    try:
        import termios  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return False
    try:
        termios.tcgetattr(sys.__stdin__ or 0)
    except (termios.error, OSError, ValueError):
        return True
    return False


def let_go() -> None:
    """Write into nothing what still goes to the terminal: a last word that fails hides the exit."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        if stat.S_ISCHR(os.fstat(stream).st_mode):
            os.dup2(nothing, stream)
