"""A terminal for a program to run in: what it writes is kept, as bytes."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Self

MODES = (b"?1049", b"?1000", b"?1003", b"?1006", b"?2004")
"""The other screen, the mouse three times, and pasting in brackets."""


class Terminal:
    """Runs a program in a terminal of its own for as long as the ``with`` lasts."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], *, rows: int = 40, columns: int = 120
    ) -> None:
        self.said = b""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.program.kill()
        self.program.wait()
        self.vanish()

    def hear(self, until: bytes = b"", *, seconds: float = 20, quiet: float = 20) -> bytes:
        """What is written until certain words, a silence, the time is over, or the end."""
        start, end = len(self.said), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self._ours], [], [], min(left, quiet))
            if not ready or not (part := self._read()):
                break
            self.said += part
            if until and until in self.said[start:]:
                break
        return self.said[start:]

    def _read(self) -> bytes:
        with suppress(OSError):  # so Linux says that nobody holds the other end any more
            return os.read(self._ours, 1 << 16)
        return b""

    def vanish(self) -> None:
        """Be gone, as when a window is closed."""
        if self._ours >= 0:
            os.close(self._ours)
        self._ours = -1

    def type(self, keys: str) -> None:
        """Press keys; the terminal may be gone."""
        with suppress(OSError):
            os.write(self._ours, keys.encode())

    def end(self, seconds: float) -> int | None:
        """Hear the program out; its exit code, None where it does not end in time."""
        end = time.monotonic() + seconds
        self.hear(seconds=seconds)
        with suppress(subprocess.TimeoutExpired):
            return self.program.wait(max(0.1, end - time.monotonic()))
        return None

    @property
    def left_on(self) -> list[str]:
        """The modes that the program has set and not taken back, and a cursor that it hid."""
        on = [mode.decode() for mode in MODES if self._last(mode, b"h") > self._last(mode, b"l")]
        hidden = self._last(b"?25", b"l") > self._last(b"?25", b"h")
        return [*on, *(["no cursor"] if hidden else [])]

    def _last(self, mode: bytes, ending: bytes) -> int:
        return self.said.rfind(b"\x1b[" + mode + ending)
