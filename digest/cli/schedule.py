"""`digest schedule`: have every day's edition made, and mailed, without being asked."""

import re
import shutil
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import suppress
from pathlib import Path

from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.timers import (
    Change,
    Run,
    crontab,
    has_systemd,
    line,
    run_command,
    units,
    without_units,
)
from digest.cli.world import World
from digest.config.edit import write
from digest.config.settings import Mail
from digest.errors import DigestError, UsageError


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument(
        "--at", type=_time, metavar="HH:MM", help="local time (the morning hour of feeds.toml)"
    )
    parser.add_argument("--mail", action="store_true", help="mail it, as [mail] in feeds.toml says")
    parser.add_argument("--cron", action="store_true", help="by the crontab, also beside systemd")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    ends = parser.add_mutually_exclusive_group()
    ends.add_argument("--remove", action="store_true", help="end it")
    ends.add_argument("--print", action="store_true", help="only show what would be written")


def _time(text: str) -> str:
    if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", text):
        raise ArgumentTypeError(f"{text!r} is no time such as 06:30")
    return text.zfill(5)


def run(options: Namespace, world: World, command: Run = run_command) -> int:
    """Do it."""
    change = _removal(world, command) if options.remove else _addition(options, world, command)
    if change == Change():
        emit("There is no schedule.\n" if options.remove else "It is so already.\n", None)
        return Exit.DONE
    emit(_shown(change), None)
    if options.print:
        return Exit.DONE
    if not (options.yes or _agreed()):
        emit("Nothing was changed.\n", None)
        return Exit.DONE
    _do(change, command)
    emit("The schedule is gone.\n" if options.remove else "Done.\n", None)
    return Exit.DONE


def _addition(options: Namespace, world: World, command: Run) -> Change:
    settings = world.settings()
    if options.mail:
        _check(settings.mail, world)
    at = options.at or settings.digest.morning
    if not options.cron and has_systemd(command):
        return units(_folder(world), at, world.env, mail=options.mail)
    ours = line(at, world.env, mail=options.mail)
    try:
        return crontab(command, ours)
    except UsageError:
        if options.print:  # for a scheduler of another kind
            return Change(commands=((("crontab", "-"), f"{ours}\n"),))
        raise


def _check(mail: Mail, world: World) -> None:
    """Ask now for what would be missed at seven in the morning, with nobody there to see it.

    Raises:
        UsageError: Nobody to send it to, or nothing to send it with.
    """
    program = mail.command[0] if mail.command else ""
    if not mail.to:
        raise UsageError("Whom to? Set [mail] to in feeds.toml (digest config edit), then again.")
    if not shutil.which(program, path=world.env.get("PATH")):
        raise UsageError(
            f"{program!r} is not there to send it: set [mail] command in feeds.toml"
            " (digest config edit), then again."
        )


def _removal(world: World, command: Run) -> Change:
    change = without_units(_folder(world))
    with suppress(UsageError):
        change = Change(
            files=change.files, commands=change.commands + crontab(command, None).commands
        )
    return change


def _folder(world: World) -> Path:
    """Where systemd looks for a user's units."""
    return world.paths.config.parent.parent / "systemd" / "user"


def _shown(change: Change) -> str:
    parts = [
        f"{path}:\n\n{_indented(text)}\n" if text else f"{path}: removed\n"
        for path, text in change.files
    ]
    for command, given in change.commands:
        parts.append(f"$ {' '.join(command)}\n" + (f"\n{_indented(given)}\n" if given else ""))
    return "".join(parts)


def _indented(text: str) -> str:
    return "".join(f"    {each}".rstrip() + "\n" for each in text.splitlines())


def _agreed() -> bool:
    """Whether the reader wants it.

    Raises:
        UsageError: There is nobody to ask.
    """
    if not sys.stdin.isatty():
        raise UsageError("Nobody is here to say yes: add --yes.")
    print("Do this? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _do(change: Change, command: Run) -> None:
    """Write, then run; units are removed only once they have been stopped."""
    for path, text in change.files:
        if text:
            write(path, text)
    for words, given in change.commands:
        done = command(words, given)
        if done.code != 0:
            raise DigestError(f"{' '.join(words)} failed: {' '.join(done.err.split())}")
    for path, text in change.files:
        if not text:
            path.unlink(missing_ok=True)
