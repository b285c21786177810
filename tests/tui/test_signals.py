"""A signal ends the app as its own key does: in order, the terminal as it was found."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.tui.desk import PaperDesk, reading
from tests.tui.paper import edition

pytestmark = pytest.mark.anyio
CODES = [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]


@pytest.mark.parametrize(("number", "code"), CODES)
async def test_a_signal_ends_it_in_order(number: signal.Signals, code: int) -> None:
    async with reading(PaperDesk(edition())) as pilot:
        os.kill(os.getpid(), number)
        await pilot.pause()
    assert pilot.app.return_value == code


async def test_afterwards_the_signals_are_as_they_were() -> None:
    before = signal.getsignal(signal.SIGTERM)
    async with reading(PaperDesk(edition())):
        pass
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.parametrize(("number", "code"), CODES)
def test_the_terminal_is_left_as_it_was_found(
    number: signal.Signals, code: int, tmp_path: Path
) -> None:
    config = tmp_path / ".config" / "digest" / "feeds.toml"
    config.parent.mkdir(parents=True)
    config.write_text("")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = [sys.executable, "-m", "digest", "--no-fetch"]
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TERM": "xterm-256color"}
    program = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    said = heard(ours, until=b"Nothing here yet")
    program.send_signal(number)
    said += heard(ours)
    assert program.wait(timeout=2) == code
    os.close(ours)
    for mode in (b"?1049", b"?1000", b"?1006", b"?2004"):
        assert said.rindex(mode + b"l") > said.rindex(mode + b"h")
    assert said.rindex(b"?25h") > said.rindex(b"?25l")


def heard(terminal: int, *, until: bytes = b"") -> bytes:
    """What a program writes, up to some words or to its end."""
    said = b""
    while not (until and until in said):
        ready, _, _ = select.select([terminal], [], [], 20)
        try:
            part = os.read(terminal, 1 << 16) if ready else b""
        except OSError:  # so Linux says that nobody holds the other end any more
            break
        if not part:
            break
        said += part
    return said
