"""`digest search`: articles that hold some words, newest first, the reports of a story together."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import closing, suppress

import msgspec

from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.world import World
from digest.errors import StoreError
from digest.news import Found
from digest.store.database import Store
from digest.store.index import index_articles
from digest.store.search import find

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("words", nargs="+", help="all of them, whatever their case and accents")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="articles, at most (50)")
    parser.add_argument("--json", action="store_true", help="an article a line, as JSON")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    with closing(world.store()) as store:
        _catch_up(store)
        found = find(store, " ".join(options.words), limit=max(1, options.limit))
    if options.json:
        emit("".join(f"{msgspec.json.encode(each).decode()}\n" for each in found), None)
    else:
        bold = sys.stdout.isatty() and not world.env.get("NO_COLOR")
        bold = bold and world.env.get("TERM", "dumb") != "dumb"
        emit("\n".join(_told(story, bold=bold) for story in _stories(found)), None)
    if not found:
        print("digest: nothing found.", file=sys.stderr)
    return Exit.DONE


def _catch_up(store: Store) -> None:
    """Index what a run left when it was cut off; a store that is read-only stays as it is."""
    with suppress(StoreError):
        while index_articles(store):
            pass


def _stories(found: Sequence[Found]) -> list[list[Found]]:
    """The articles by story, each story at its newest."""
    stories: dict[str, list[Found]] = {}
    for each in found:
        stories.setdefault(each.story or each.id, []).append(each)
    return list(stories.values())


def _told(story: Sequence[Found], *, bold: bool) -> str:
    """A story's newest article, where the words stand in it, and who else has them."""
    first, *others = story
    place = f" ¶{first.paragraph}" if first.paragraph else ""
    lines = [
        f"{first.published.astimezone():%Y-%m-%d %H:%M}  {first.title}",
        f"  {first.publisher}{place}: {_marked(first) if bold else first.snippet}",
    ]
    if others:
        names = dict.fromkeys(each.publisher for each in others)
        lines.append(f"  Also {', '.join(names)}")
    lines += [f"  {first.url}"] if first.url else []
    return "".join(f"{line}\n" for line in lines)


def _marked(found: Found) -> str:
    """The snippet with its words in bold."""
    parts, at = [], 0
    for start, end in found.marks:
        parts += [found.snippet[at:start], _BOLD, found.snippet[start:end], _PLAIN]
        at = end
    return "".join([*parts, found.snippet[at:]])
