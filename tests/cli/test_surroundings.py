"""Where digest may find itself: strange streams, terminals, locales and homes."""

import subprocess
import sys

import pytest

from tests.cli.conftest import Digest
from tests.hostile.terminal import Terminal

NO_ROOM = "/dev/full"


@pytest.mark.parametrize("argv", [["--version"], ["export"]])
def test_output_that_goes_nowhere_is_one_line_and_code_1(digest: Digest, argv: list[str]) -> None:
    digest.subscribe()
    for redirection in (">&-", f">{NO_ROOM}" if sys.platform == "linux" else ">&-"):
        done = in_shell(digest, f"{redirection} 2>&3", *argv)
        assert done.returncode == 1
        assert done.stdout.startswith("digest: output: ")
        assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("argv", [["update"], ["export"]])
def test_where_nobody_listens_it_works_all_the_same(digest: Digest, argv: list[str]) -> None:
    digest.subscribe()
    assert in_shell(digest, "2>&- <&-", *argv).returncode == 0


def in_shell(digest: Digest, redirections: str, *argv: str) -> subprocess.CompletedProcess[str]:
    """Run it with its streams redirected; what goes to number 3 is what we hear."""
    command = f'exec 3>&1; exec "$@" {redirections}'
    return subprocess.run(
        ["/bin/sh", "-c", command, "sh", sys.executable, "-m", "digest", *argv],
        env=digest.env,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "COLUMNS": "1"},
        {"LC_ALL": "xx_YY.NOPE", "PYTHONIOENCODING": "latin-1", "TERM": "dumb", "TZ": "Not/AZone"},
    ],
    ids=["C", "latin-1"],
)
def test_an_edition_is_printed_whatever_the_surroundings(
    digest: Digest, env: dict[str, str]
) -> None:
    done = digest("demo", "--format", "text", **env)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("utf-8")
    assert text.startswith("DIGEST, Friday, 20 November")
    assert "\x1b" not in text


@pytest.mark.parametrize("verb", ["show", "morning"])
def test_a_home_that_is_none_is_said_in_a_line(digest: Digest, verb: str) -> None:
    done = digest(verb, HOME="/dev/null")
    assert done.returncode in {1, 2}
    assert done.stderr.startswith(b"digest: /dev/null/")
    assert done.stderr.count(b"\n") == 1


def test_the_app_wants_a_terminal_that_can_draw(digest: Digest) -> None:
    digest.subscribe()
    command = [sys.executable, "-m", "digest", "--no-fetch"]
    with Terminal(command, digest.env | {"TERM": "dumb"}) as terminal:
        assert terminal.end(30) == 2
    assert b"\x1b" not in terminal.said
    assert b"the app needs a terminal" in terminal.said


@pytest.mark.parametrize("env", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_the_app_opens_and_leaves_in_a_tiny_terminal(digest: Digest, env: dict[str, str]) -> None:
    digest.subscribe()
    command = [sys.executable, "-m", "digest", "--no-fetch"]
    around = digest.env | env | {"TERM": "xterm-256color"}
    with Terminal(command, around, rows=5, columns=20) as terminal:
        terminal.hear(until=b"Nothing")
        terminal.type("q")
        assert terminal.end(30) == 0
    assert terminal.left_on == []
    assert b"Traceback" not in terminal.said
