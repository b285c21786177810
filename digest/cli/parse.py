"""`digest parse`: feed documents to entries, one a line."""

from argparse import ArgumentParser, Namespace

import msgspec

from digest.clean import clean
from digest.cli.filters import finished, row_text
from digest.cli.printing import emit
from digest.cli.world import World, finish, read_input
from digest.errors import DigestError


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a feed document, or -")
    parser.add_argument("--url", default="", help="where it came from: base of relative links")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    return finish(_parse(options, world))


async def _parse(options: Namespace, world: World) -> int:
    failed = 0
    async with world.workers() as workers:
        for file in options.files:
            try:
                parsed = await workers.parse(read_input(file), url=options.url)
            except (DigestError, OSError) as error:
                failed += 1
                emit(row_text({"file": file, "error": clean(str(error))}), None)
                continue
            head = {"file": file, "feed": parsed.title}
            emit(
                "".join(row_text(head | _fields(entry)) for entry in parsed.entries),
                None,
            )
    return finished(failed, len(options.files))


def _fields(entry: msgspec.Struct) -> dict[str, object]:
    fields: dict[str, object] = msgspec.to_builtins(entry)
    del fields["feed"]
    return fields
