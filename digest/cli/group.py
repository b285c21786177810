"""`digest group`: articles to stories."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC

from msgspec.structs import replace

from digest.clean import clean, clean_url
from digest.cli.exits import Exit
from digest.cli.filters import Row, row_text, rows
from digest.cli.printing import emit
from digest.cli.world import World, finish
from digest.dates import read_date
from digest.group import Item
from digest.group.meaning import installed
from digest.workers import Workers


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("file", metavar="FILE", help="JSON Lines, or -")
    parser.add_argument(
        "--no-semantic",
        action="store_true",
        help="by words alone, even where digest[semantic] is installed; semantic = false under"
        " [grouping] in feeds.toml does the same",
    )


def run(options: Namespace, world: World) -> int:
    """Do it."""
    semantic = not options.no_semantic and installed() is not None and _wished(world)
    return finish(_group(list(rows(options.file)), world, semantic=semantic))


def _wished(world: World) -> bool:
    """Whether feeds.toml, if there is one, leaves meaning on."""
    return not world.paths.config.exists() or world.settings().grouping.semantic


async def _group(articles: list[Row], world: World, *, semantic: bool) -> int:
    items = [_item(row) for row in articles]
    async with world.workers() as workers:
        if semantic:
            items = await _with_meaning(items, workers)
        groups = await workers.group(items)
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


async def _with_meaning(items: Sequence[Item], workers: Workers) -> list[Item]:
    from digest.pipeline.meaning import vectors_of  # noqa: PLC0415 - only where it is installed

    made = await vectors_of(items, workers)
    return [replace(item, vector=vector) for item, vector in zip(items, made, strict=True)]


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
