"""`digest group`: articles to stories."""

from argparse import ArgumentParser, Namespace
from datetime import UTC

from digest.clean import clean, clean_url
from digest.cli.exits import Exit
from digest.cli.filters import Row, row_text, rows
from digest.cli.printing import emit
from digest.cli.world import World, finish
from digest.dates import read_date
from digest.group import Item


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("file", metavar="FILE", help="JSON Lines, or -")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    return finish(_group(list(rows(options.file)), world))


async def _group(articles: list[Row], world: World) -> int:
    async with world.workers() as workers:
        groups = await workers.group([_item(row) for row in articles])
    labels: dict[int, tuple[str, str]] = {}
    for number, group in enumerate(groups, 1):
        for member, origin in zip(group.members, group.origins, strict=True):
            labels[member] = (f"s{number}", f"s{number}.{origin + 1}")
    emit(
        "".join(
            row_text(row | dict(zip(("story", "origin"), labels[index], strict=True)))
            for index, row in enumerate(articles)
        ),
        None,
    )
    return Exit.DONE


def _item(row: Row) -> Item:
    return Item(
        id=str(row.get("id", "")),
        title=clean(_text(row, "title")),
        text=_text(row, "text"),
        published=read_date(_text(row, "date"), default=UTC),
        publisher=clean(_text(row, "source")),
        url=clean_url(_text(row, "url")),
    )


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""
