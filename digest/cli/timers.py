"""What runs digest every morning: a systemd user timer, or a line of the crontab."""

import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct

from digest.errors import UsageError

MARK: Final = "# digest schedule"
"""At the end of the crontab line that is ours; no other is touched."""

_CARRIED: Final = (
    "PATH",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "http_proxy",
    "https_proxy",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "no_proxy",
)
"""Of the environment, what a timer would run without: where things are, and the way out."""

Run: TypeAlias = Callable[[Sequence[str], str], "Ran"]
"""Runs a command with this on its standard input."""


class Ran(Struct, frozen=True, kw_only=True):
    """How a command ended."""

    code: int
    out: str = ""
    err: str = ""


class Change(Struct, frozen=True, kw_only=True):
    """What is to be done, so that it can be shown before."""

    files: tuple[tuple[Path, str], ...] = ()
    """To write; empty text: to remove."""

    commands: tuple[tuple[tuple[str, ...], str], ...] = ()
    """To run then, each with its standard input."""


def run_command(command: Sequence[str], given: str) -> Ran:
    """Run it; a program that is not there is one that fails."""
    try:
        done = subprocess.run(  # noqa: S603 - systemctl and crontab, as written below
            command, input=given, capture_output=True, text=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Ran(code=127, err=str(error))
    return Ran(code=done.returncode, out=done.stdout, err=done.stderr)


def has_systemd(run: Run) -> bool:
    """Whether a systemd of this user answers."""
    return run(("systemctl", "--user", "show-environment"), "").code == 0


def morning(*, mail: bool) -> tuple[str, ...]:
    """The command of the morning: it waits for another update, and is silent when all is well."""
    command = (sys.executable, "-m", "digest", "morning", "--quiet", "--wait")
    return (*command, "--send", "--skip-empty") if mail else command


_SERVICE: Final = """\
[Unit]
Description=Today's edition of digest

[Service]
Type=oneshot
{carried}ExecStart={command}
StandardOutput=null
SuccessExitStatus=3
"""

_TIMER: Final = """\
[Unit]
Description=Every morning's edition of digest

[Timer]
OnCalendar=*-*-* {at}:00
Persistent=true

[Install]
WantedBy=timers.target
"""


def units(folder: Path, at: str, env: Mapping[str, str], *, mail: bool) -> Change:
    """A timer that also runs on waking, if its time was slept through."""
    service, timer = folder / "digest.service", folder / "digest.timer"
    carried = "".join(f"Environment={_of_unit(f'{key}={env[key]}')}\n" for key in _set(env))
    command = " ".join(_of_unit(word).replace("$", "$$") for word in morning(mail=mail))
    return Change(
        files=(
            (service, _SERVICE.format(carried=carried, command=command)),
            (timer, _TIMER.format(at=at)),
        ),
        commands=(
            (("systemctl", "--user", "daemon-reload"), ""),
            (("systemctl", "--user", "enable", "--now", "digest.timer"), ""),
        ),
    )


def without_units(folder: Path) -> Change:
    """The way back; nothing, where there is no timer of ours."""
    if not (folder / "digest.timer").exists():
        return Change()
    return Change(
        files=((folder / "digest.service", ""), (folder / "digest.timer", "")),
        commands=(
            (("systemctl", "--user", "disable", "--now", "digest.timer"), ""),
            (("systemctl", "--user", "daemon-reload"), ""),
        ),
    )


def _of_unit(word: str) -> str:
    """A word as systemd reads it."""
    quoted = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{quoted}"'


def line(at: str, env: Mapping[str, str], *, mail: bool) -> str:
    """The line of the crontab."""
    hour, _, minute = at.partition(":")
    words = [f"{key}={shlex.quote(env[key])}" for key in _set(env)]
    command = " ".join([*words, shlex.join(morning(mail=mail)), ">/dev/null"])
    escaped = command.replace("%", r"\%")
    return f"{int(minute)} {int(hour)} * * * {escaped} {MARK}"


def crontab(run: Run, ours: str | None) -> Change:
    """The crontab with `ours` as our line, or without one; all other lines stay as they are.

    Raises:
        UsageError: There is no crontab here, or it cannot be read.
    """
    listed = run(("crontab", "-l"), "")
    if listed.code != 0 and "no crontab" not in listed.err:
        raise UsageError(
            "Neither systemd nor crontab can be used here. See: digest schedule --print"
        )
    lines = listed.out.splitlines()
    kept = [each for each in lines if not each.endswith(MARK)]
    wanted = [*kept, ours] if ours else kept
    if wanted == lines:
        return Change()
    return Change(commands=((("crontab", "-"), "".join(f"{each}\n" for each in wanted)),))


def _set(env: Mapping[str, str]) -> list[str]:
    return [key for key in _CARRIED if env.get(key) and env[key].isprintable()]
