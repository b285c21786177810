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


@pytest.fixture
def home(tmp_path: Path) -> Path:
    config = tmp_path / ".config" / "digest" / "feeds.toml"
    config.parent.mkdir(parents=True)
    config.write_text("")
    return tmp_path


def opened(home: Path, *, editor: str = "") -> Terminal:
    """The app in a terminal, on an empty store."""
    command = [sys.executable, "-m", "digest", "--no-fetch"]
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm-256color"}
    return Terminal(command, {**env, "EDITOR": editor}, rows=24, columns=80)


@pytest.mark.parametrize(("number", "code"), CODES)
def test_the_terminal_is_left_as_it_was_found(
    number: signal.Signals, code: int, home: Path
) -> None:
    with opened(home) as terminal:
        terminal.hear(until=b"Nothing here yet")
        assert all(mode in terminal.said for mode in (b"?1049h", b"?1000h", b"?2004h", b"?25l"))
        terminal.program.send_signal(number)
        assert terminal.end(2) == code
    assert terminal.left_on == []


def test_a_signal_ends_it_and_its_editor_while_that_is_open(home: Path) -> None:
    editor = home / "editor"
    editor.write_text(f"#!/bin/sh\necho $$ > {home}/pid\necho It is open.\nexec sleep 60\n")
    editor.chmod(0o700)
    with opened(home, editor=str(editor)) as terminal:
        terminal.hear(until=b"Nothing here yet")
        terminal.type("E")
        terminal.hear(until=b"It is open.")
        assert terminal.left_on == []
        terminal.program.send_signal(signal.SIGINT)  # meant for the editor
        terminal.program.send_signal(signal.SIGTERM)
        assert terminal.end(2) == 143
    assert terminal.left_on == []
    assert not Path("/proc", (home / "pid").read_text().strip(), "fd", "0").exists()


def test_the_app_is_there_again_when_the_editor_ends(home: Path) -> None:
    editor = home / "editor"
    editor.write_text('#!/bin/sh\necho "nonsense = 3" > "$1"\n')
    editor.chmod(0o700)
    with opened(home, editor=str(editor)) as terminal:
        terminal.hear(until=b"Nothing here yet")
        terminal.type("E")
        assert b"nonsense: unknown key" in terminal.hear(until=b"unknown key")
        terminal.type("q")
        assert terminal.end(5) == 0


def test_a_terminal_that_goes_away_in_silence_ends_it(home: Path) -> None:
    with opened(home) as terminal:
        terminal.hear(until=b"Nothing here yet")
        terminal.hear(quiet=0.5)  # all is said, and the end has the last word
        terminal.vanish()
        assert terminal.program.wait(20) == 129
