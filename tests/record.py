"""Plays `digest demo` in a terminal and writes docs/demo.cast: python -m tests.record

The recording is asciinema's, version 2: a line about the terminal, then a line for each piece of
output, with its second. Its clock is that of the script below, however slow the machine.
"""

import codecs
import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import Final

CAST: Final = Path(__file__).parents[1] / "docs" / "demo.cast"
COLUMNS, ROWS = 100, 28

SCENES: Final = (
    ("", 10.0),  # the top story: what is new, and the toll from three to seven
    (" ", 6.0),  # to eleven; the harbour authority counts nine
    ("w", 7.0),  # why these are one story
    ("q", 1.5),
    ("2", 6.0),  # the harbour authority's article, at that sentence
    ("x", 5.0),  # it stands apart, and the figures no longer differ
    ("u", 4.0),
    *[(" ", 1.5)] * 21,  # to the end: that is the news
    ("", 3.0),
    ("\x11", 0.5),  # Ctrl+Q
)
"""What is typed, and how long the reader then looks, in seconds."""

OPENS: Final = 60.0
"""Seconds that the demo may take to print three editions."""

QUIET: Final = 2.0
"""Seconds without output after which a screen is whole."""

STEP: Final = 0.05
"""Seconds between two pieces of output of one screen."""

TERMINAL: Final = {
    "TERM": "xterm-256color",
    "COLORTERM": "",  # with 16 million colours the recording has half as many bytes more
    "LANG": "C.UTF-8",
    "TEXTUAL_ANIMATIONS": "none",
}
_STYLED: Final = re.compile(r"\x1b\[(?:0;)?([0-9;]*)m([^\x1b]*)")
_STYLE: Final = re.compile(r"((?:\d(?:;|$))*)(38;5;\d+)?;?(48;5;\d+)?")


def main() -> None:
    """Record it."""
    child, screen = pty.fork()
    if not child:
        os.execve(sys.executable, [sys.executable, "-m", "digest", "demo"], os.environ | TERMINAL)
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    CAST.write_text("".join(f"{line}\n" for line in recording(screen)), encoding="utf-8")
    os.close(screen)  # which ends a program that still runs
    os.waitpid(child, 0)


class Pen:
    """Writes the same on the screen with fewer orders: one only where it changes what is seen."""

    def __init__(self) -> None:
        self._style = ("", "", "")

    def write(self, text: str) -> str:
        """The text, half as long."""
        return _STYLED.sub(self._styled, text)

    def _styled(self, found: re.Match[str]) -> str:
        """A piece of text in its style: letters, ink and paper. On a blank no ink is seen."""
        style, text = _style(found[1]), found[2]
        letters, _, paper = self._style
        unseen = not found[1].strip("0") or (style[0], style[2]) == (letters, paper)
        if unseen and not text.strip():
            return text
        before, self._style = self._style, style
        if style[0] == letters and all(style[1:]):
            changed = ";".join(new for new, old in zip(style, before, strict=True) if new != old)
            return f"\x1b[{changed}m{text}" if changed else text
        return f"\x1b[0;{found[1].removeprefix('0')}m{text}"


def _style(codes: str) -> tuple[str, str, str]:
    found = _STYLE.fullmatch(codes.removeprefix("0"))
    return (found[1], found[2] or "", found[3] or "") if found else (codes, "", "")


def recording(screen: int) -> Iterator[str]:
    """The lines of the recording."""
    head = {"version": 2, "width": COLUMNS, "height": ROWS, "title": "digest demo"}
    yield json.dumps(head)
    yield json.dumps([0.0, "o", "$ digest demo\r\n"])
    told = codecs.getincrementaldecoder("utf-8")()
    pen = Pen()
    second, patience = 1.0, OPENS
    for typed, look in SCENES:
        for key in typed or [""]:
            os.write(screen, key.encode())
            for number, piece in enumerate(pieces(screen, patience)):
                moment = round(second + number * STEP, 2)
                yield json.dumps([moment, "o", pen.write(told.decode(piece))], ensure_ascii=False)
            patience = QUIET
        second += look


def pieces(screen: int, patience: float) -> Iterator[bytes]:
    """What the program shows until it is quiet; the first of it within `patience` seconds."""
    while select.select([screen], [], [], patience)[0]:
        try:
            piece = os.read(screen, 1 << 16)
        except OSError:  # the program has ended
            return
        yield piece
        patience = OPENS if b"\x1b[?1049h" not in piece and patience == OPENS else QUIET


if __name__ == "__main__":
    main()
