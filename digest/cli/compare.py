"""`digest compare`: what documents on one story agree on, and where they differ."""

from argparse import ArgumentParser, Namespace

import msgspec

from digest.cli.documents import articles_of
from digest.cli.exits import Exit
from digest.cli.filters import row_text, rows
from digest.cli.printing import emit
from digest.cli.world import World, finish


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("file", metavar="FILE", help="JSON Lines, or -")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    return finish(_compare(options, world))


async def _compare(options: Namespace, world: World) -> int:
    async with world.workers() as workers:
        for row in rows(options.file):
            articles = articles_of(row)
            telling = await workers.tell(articles, origins=range(len(articles)), words=1)
            found = msgspec.to_builtins(telling)
            compared = {key: found[key] for key in ("agree", "differ", "only", "quote")}
            emit(row_text({"id": row.get("id"), **compared}), None)
    return Exit.DONE
