"""`digest doctor`: is everything in order here, and what to do if it is not."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

import msgspec

from digest.cli.checks import Finding, Verdict, findings
from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.world import World
from digest.store.lock import only_writer
from digest.store.rescue import Restored, restore

_SIGNS = {Verdict.WELL: " ", Verdict.NOTE: "-", Verdict.BROKEN: "!"}


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("--json", action="store_true", help="a finding a line, as JSON")
    parser.add_argument(
        "--restore",
        action="store_true",
        help="put the database aside, under another name, and its last copy in its place",
    )


def run(options: Namespace, world: World) -> int:
    """Do it."""
    if options.restore:
        with only_writer(world.paths.database):
            restored = restore(world.paths.database, world.clock())
        emit(_told(restored), None)
        return Exit.DONE
    found = list(findings(world))
    emit(_lines(found) if options.json else _report(found), None)
    return Exit.NOTHING if any(each.verdict is Verdict.BROKEN for each in found) else Exit.DONE


def _lines(found: Sequence[Finding]) -> str:
    return "".join(f"{msgspec.json.encode(each).decode()}\n" for each in found)


def _report(found: Sequence[Finding]) -> str:
    wide = max(len(each.what) for each in found)
    lines = []
    for each in found:
        lines.append(f"{_SIGNS[each.verdict]} {each.what:<{wide}}  {each.found}")
        if each.advice:
            lines.append(f"  {'':<{wide}}  {each.advice}")
    broken = sum(each.verdict is Verdict.BROKEN for each in found)
    lines.append(f"{broken} broken." if broken else "All is well.")
    return "".join(f"{line}\n" for line in lines)


def _told(restored: Restored) -> str:
    kept = f"The old database is kept as {restored.kept}.\n" if restored.kept else ""
    if restored.copied is None:
        return f"{kept}There was no copy: the next run starts anew.\n"
    return f"{kept}The copy of {restored.copied.astimezone():%Y-%m-%d %H:%M} is back.\n"
