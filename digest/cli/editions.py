"""`digest editions`: what is in the archive."""

from argparse import ArgumentParser, Namespace
from contextlib import closing

from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.sizes import size
from digest.cli.world import World
from digest.news import EditionLine
from digest.plural import counted
from digest.store.editions import list_editions


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes: nothing."""


def run(options: Namespace, world: World) -> int:  # noqa: ARG001 - it takes nothing
    """Do it."""
    with closing(world.store()) as store:
        lines = list_editions(store)
    kept = f"{counted(len(lines), 'edition')}; {size(world.paths.database)} with all articles.\n"
    emit("".join(f"{_line(line)}\n" for line in lines) + kept, None)
    return Exit.DONE


def _line(line: EditionLine) -> str:
    stories = counted(line.stories, "story", "stories")
    return (
        f"{line.day}.{line.revision}  {line.made.astimezone():%H:%M}"
        f"  {stories:>13}  {line.headline}"
    )
