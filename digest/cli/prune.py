"""`digest prune`: drop what is older than feeds.toml keeps, and give its room back."""

from argparse import ArgumentParser, Namespace
from contextlib import closing

from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.sizes import size
from digest.cli.world import World
from digest.plural import counted
from digest.store.database import Store
from digest.store.lock import only_writer
from digest.store.prune import Keep, Pruned, compact, overdue, prune


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("--dry-run", action="store_true", help="only say what would be dropped")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    days, database = world.settings().keep, world.paths.database
    keep = Keep.days(world.clock(), articles=days.articles, editions=days.editions)
    if options.dry_run:
        with closing(world.store()) as store:
            emit(_words(overdue(store, keep), "would go", keep), None)
        return Exit.DONE
    with only_writer(database), closing(world.store()) as store:
        before = size(database)
        pruned = _pruned(store, keep)
        emit(_words(pruned, "dropped", keep) + f"{before} before, {size(database)} now.\n", None)
    return Exit.DONE


def _pruned(store: Store, keep: Keep) -> Pruned:
    pruned = prune(store, keep)
    compact(store)
    return pruned


def _words(pruned: Pruned, done: str, keep: Keep) -> str:
    if not keep.articles and not keep.editions:
        return "All is kept: [keep] in feeds.toml sets days for articles and editions.\n"
    articles, editions = counted(pruned.articles, "article"), counted(pruned.editions, "edition")
    return f"{articles} and {editions} {done}.\n"
