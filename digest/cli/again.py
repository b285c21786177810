"""`digest show`, once more: what it printed before, without loading what made it.

Ten times as fast as making it. Where anything is out of the ordinary there is no print, and
the verb itself answers.
"""

import os
import sys
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.news import Edition
    from digest.store.database import Store

_FORMATS = ("text", "markdown", "json")
_WRITERS = os.path.join(os.path.dirname(os.path.dirname(__file__)), "render")  # noqa: PTH118, PTH120 - pathlib takes 4 ms to load


def print_again(arguments: list[str], env: Mapping[str, str] = os.environ) -> bool:
    """Print what `digest show` with these arguments printed before; False: it is not known."""
    asked = _asked(arguments)
    if asked is None:
        return False
    from datetime import UTC, datetime  # noqa: PLC0415 - a start pays for what it uses

    from digest.config.folders import data_folder  # noqa: PLC0415 - the same
    from digest.store.prints import find_print  # noqa: PLC0415 - the same

    named, name = asked
    now = datetime.now(UTC).astimezone()
    database = f"{data_folder(env)}/digest.db"
    found = find_print(database, named, look=look(name, env), now=now)
    if found:
        sys.stdout.buffer.write(found)
    return found is not None


def keep_print(store: "Store", edition: "Edition", name: str, text: str, *, morning: str) -> None:
    """Keep what was printed of a stored edition, for the next who asks."""
    from digest.store.prints import save_print  # noqa: PLC0415 - the same

    if name in _FORMATS and edition.revision:
        save_print(
            store, edition.day, edition.revision, look=look(name), morning=morning, text=text
        )


def look(name: str, env: Mapping[str, str] = os.environ) -> str:
    """All that the bytes depend on beside the edition: format, width, zone, settings, the writers.

    The writers are the files of `digest.render`, by their times, so that a change of the code is
    seen before there is a new version.
    """
    from digest.cli.width import width  # noqa: PLC0415 - the same
    from digest.config.folders import config_folder  # noqa: PLC0415 - the same

    zone = (env.get("TZ", ""), _target("/etc/localtime"), *time.tzname)
    settings = _state(f"{config_folder(env)}/feeds.toml")
    with os.scandir(_WRITERS) as files:
        writers = max(each.stat().st_mtime_ns for each in files if each.is_file())
    return repr((writers, name, width(env), zone, settings))


def _asked(arguments: list[str]) -> tuple[str, str] | None:
    """The day and the format that are asked for, where they are plain."""
    name = "text"
    if len(arguments) > 1 and arguments[-2] == "--format":
        *arguments, _, name = arguments
    if name not in _FORMATS or len(arguments) > 1:
        return None
    day = arguments[0] if arguments else "last"
    plain = day in ("last", "today", "yesterday") or (
        len(day) == 10 and day.replace("-", "").isdecimal()
    )
    return (day, name) if plain else None


def _target(path: str) -> str:
    try:
        return os.readlink(path)  # noqa: PTH115 - pathlib takes 4 ms to load
    except OSError:
        return ""


def _state(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)  # noqa: PTH116 - the same
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
