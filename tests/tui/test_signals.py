"""A signal ends the app as its own key does: in order, the terminal as it was found."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.hostile.terminal import Terminal
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


@pytest.mark.parametrize(("number", "code"), CODES)
def test_the_terminal_is_left_as_it_was_found(
    number: signal.Signals, code: int, tmp_path: Path
) -> None:
    config = tmp_path / ".config" / "digest" / "feeds.toml"
    config.parent.mkdir(parents=True)
    config.write_text("")
    command = [sys.executable, "-m", "digest", "--no-fetch"]
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TERM": "xterm-256color"}
    with Terminal(command, env, rows=24, columns=80) as terminal:
        terminal.hear(until=b"Nothing here yet")
        assert all(mode in terminal.said for mode in (b"?1049h", b"?1000h", b"?2004h", b"?25l"))
        terminal.program.send_signal(number)
        assert terminal.end(2) == code
    assert terminal.left_on == []


def test_a_terminal_that_goes_away_in_silence_ends_it(tmp_path: Path) -> None:
    config = tmp_path / ".config" / "digest" / "feeds.toml"
    config.parent.mkdir(parents=True)
    config.write_text("")
    command = [sys.executable, "-m", "digest", "--no-fetch"]
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TERM": "xterm-256color"}
    with Terminal(command, env, rows=24, columns=80) as terminal:
        terminal.hear(until=b"Nothing here yet")
        terminal.vanish()
        assert terminal.program.wait(20) == 129
