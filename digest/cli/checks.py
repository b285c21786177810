"""What `digest doctor` looks at, each a finding with its verdict."""

import os
import platform
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Final

from msgspec import Struct

from digest import __version__
from digest.clean import clean
from digest.cli.sizes import size_of
from digest.cli.world import World
from digest.errors import DigestError
from digest.plural import counted
from digest.store.checkup import Condition, engine, examine
from digest.store.database import Store
from digest.store.health import feed_health


class Verdict(StrEnum):
    """How a finding is."""

    WELL = "well"
    NOTE = "note"
    """Worth knowing, and nothing is broken."""

    BROKEN = "broken"


class Finding(Struct, frozen=True, kw_only=True):
    """Something that was looked at."""

    what: str
    found: str
    verdict: Verdict = Verdict.WELL
    advice: str = ""


KNOWN_BAD: Final = {
    ("httpcore", "1.0.9"): "loses places of its pool when requests are cancelled (httpcore#1093);"
    " digest works around it",
}
"""Versions of libraries with faults that a reader may meet."""


def findings(world: World) -> Iterator[Finding]:
    """Everything, in the order of the report."""
    checks: tuple[Callable[[World], Iterator[Finding]], ...] = (
        _versions,
        _libraries,
        _files,
        _settings,
        _store,
        _terminal,
    )
    for check in checks:
        yield from check(world)


def _versions(world: World) -> Iterator[Finding]:  # noqa: ARG001 - as all checks
    yield Finding(what="digest", found=__version__)
    yield Finding(
        what="Python",
        found=f"{platform.python_version()} on {platform.system()} {platform.release()}",
        verdict=Verdict.WELL if sys.version_info >= (3, 11) else Verdict.BROKEN,
    )
    sqlite = engine()
    safe, searches = sqlite.wal_is_safe, sqlite.can_search
    yield Finding(
        what="SQLite",
        found=sqlite.version,
        verdict=Verdict.WELL if safe else Verdict.NOTE,
        advice="" if safe else "its WAL can lose a commit, so digest keeps a rollback journal",
    )
    yield Finding(
        what="FTS5",
        found="there" if searches else "missing",
        verdict=Verdict.WELL if searches else Verdict.NOTE,
        advice="" if searches else "no search, for this Python's SQLite is built without it",
    )


def _libraries(world: World) -> Iterator[Finding]:  # noqa: ARG001 - as all checks
    for requirement in metadata.requires("digest") or ():
        name, _, least = re.sub(r"[;\s].*", "", requirement).partition(">=")
        if "extra ==" not in requirement:
            yield _library(name, least)


def _library(name: str, least: str) -> Finding:
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding(
            what=name, found="missing", verdict=Verdict.BROKEN, advice="install digest again"
        )
    if _numbers(version) < _numbers(least):
        advice = f"digest needs {least}: install it again"
        return Finding(what=name, found=version, verdict=Verdict.BROKEN, advice=advice)
    fault = KNOWN_BAD.get((name, version), "")
    verdict = Verdict.NOTE if fault else Verdict.WELL
    return Finding(what=name, found=version, verdict=verdict, advice=fault)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def _files(world: World) -> Iterator[Finding]:
    paths = world.paths
    for what, path in (("config", paths.config), ("database", paths.database), ("log", paths.log)):
        yield _file(what, path)


def _file(what: str, path: Path) -> Finding:
    if not path.exists():
        return Finding(what=what, found=f"{path}, not there yet")
    needed = os.R_OK if what == "config" else os.R_OK | os.W_OK
    if not os.access(path, needed):
        advice = f"chmod 600 {path}"
        return Finding(
            what=what, found=f"{path}, not for us", verdict=Verdict.BROKEN, advice=advice
        )
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        advice = f"others may read it: chmod 600 {path}"
        found = f"{path}, mode {mode:04o}"
        return Finding(what=what, found=found, verdict=Verdict.NOTE, advice=advice)
    return Finding(what=what, found=str(path))


def _settings(world: World) -> Iterator[Finding]:
    if not world.paths.config.exists():
        return
    try:
        settings = world.settings(strict=True)
    except DigestError as error:
        yield Finding(what="settings", found=clean(str(error)), verdict=Verdict.BROKEN)
        return
    yield Finding(what="settings", found=f"right, {counted(len(settings.feeds), 'feed')}")
    program = settings.mail.command[0] if settings.mail.command else ""
    if settings.mail.to and not shutil.which(program, path=world.env.get("PATH")):
        advice = "digest morning --send needs it: see [mail] command in feeds.toml"
        found = f"{clean(program)} is not there"
        yield Finding(what="mail", found=found, verdict=Verdict.NOTE, advice=advice)


def _store(world: World) -> Iterator[Finding]:
    if not world.paths.database.exists():
        return
    try:
        with closing(world.store()) as store:
            yield from _contents(examine(store))
            yield from _feeds(world, store)
    except DigestError as error:
        yield Finding(what="store", found=clean(str(error)), verdict=Verdict.BROKEN)


def _contents(condition: Condition) -> Iterator[Finding]:
    if condition.faults:
        yield Finding(
            what="store",
            found=clean("; ".join(condition.faults)),
            verdict=Verdict.BROKEN,
            advice="digest doctor --restore brings back the last copy",
        )
    articles, editions = counted(condition.articles, "article"), condition.editions
    yield Finding(
        what="store",
        found=f"{size_of(condition.size)}, of it {size_of(condition.free)} free; {articles},"
        f" {counted(editions, 'edition')}; schema {condition.schema}, journal {condition.journal}",
    )
    if condition.mended:
        found = "was damaged, and is thrown away"
        yield Finding(what="index of words", found=found, verdict=Verdict.NOTE)
    if condition.unindexed:
        found = counted(condition.unindexed, "article")
        advice = "the next run, or the next search, takes them in"
        yield Finding(what="not in the index", found=found, verdict=Verdict.NOTE, advice=advice)
    success, copied = condition.last_success, condition.copied
    yield Finding(
        what="last answer of a feed",
        found=f"{success.astimezone():%Y-%m-%d %H:%M}" if success else "never",
    )
    yield Finding(
        what="last copy", found=f"{copied.astimezone():%Y-%m-%d %H:%M}" if copied else "none yet"
    )


def _feeds(world: World, store: Store) -> Iterator[Finding]:
    try:
        feeds = world.settings().feeds
    except DigestError:
        return  # told above
    failing = [each for each in feed_health(store, feeds) if each.failures]
    yield Finding(
        what="feeds failing",
        found=f"{len(failing)} of {len(feeds)}",
        verdict=Verdict.NOTE if failing else Verdict.WELL,
        advice="digest feeds tells which, and why" if failing else "",
    )


def _terminal(world: World) -> Iterator[Finding]:
    wide, high = shutil.get_terminal_size((0, 0))
    told = [
        f"TERM={clean(world.env.get('TERM', ''))}",
        f"{wide}x{high}" if sys.stdout.isatty() else "no terminal",
        f"encoding {sys.stdout.encoding}",
    ]
    told += [
        f"{key}={clean(world.env[key])}"
        for key in ("COLORTERM", "NO_COLOR", "LANG", "LC_ALL")
        if world.env.get(key)
    ]
    yield Finding(what="terminal", found=", ".join(told))
