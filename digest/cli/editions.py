"""`digest editions`: what is in the archive."""

from argparse import ArgumentParser, Namespace
from contextlib import closing

from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.world import World
from digest.render.view import counted
from digest.store import list_editions


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes: nothing."""


def run(options: Namespace, world: World) -> int:  # noqa: ARG001 - it takes nothing
    """Do it."""
    with closing(world.store()) as store:
        lines = list_editions(store)
    emit(
        "".join(
            f"{line.day}.{line.revision}  {line.made.astimezone():%H:%M}"
            f"  {counted(line.stories, 'story', 'stories'):>13}  {line.headline}\n"
            for line in lines
        ),
        None,
    )
    return Exit.DONE
