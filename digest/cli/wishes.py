"""`digest mute` and `digest follow`: the words of feeds.toml that hide or lift stories."""

import sys
from argparse import ArgumentParser, Namespace

from digest.clean import clean
from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.world import World
from digest.config.edit import Wish, with_word, without_word, write
from digest.errors import UsageError

_SAID: dict[Wish, str] = {"mute": "muted", "follow": "followed"}


def word_arguments(parser: ArgumentParser) -> None:
    """What both verbs take."""
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="a word, or a phrase in quotes; none: list them"
    )
    parser.add_argument("--remove", action="store_true", help="take it from the list again")


def wish(which: Wish, options: Namespace, world: World) -> int:
    """List the words, or write some down, or take some out: all of them, or none."""
    known: tuple[str, ...] = getattr(world.settings(), which).words
    words = [word for each in options.words if (word := clean(each))]
    if not words:
        emit("".join(f"{word}\n" for word in known), None)
        return Exit.DONE
    there = {word.casefold() for word in known}
    text = world.paths.config.read_text(encoding="utf-8")
    for word in words:
        if options.remove and word.casefold() not in there:
            raise UsageError(f"{word!r} is not {_SAID[which]}. See: digest {which}")
        text = (without_word if options.remove else with_word)(text, which, word)
    write(world.paths.config, text)
    said = f"{'no longer ' * options.remove}{_SAID[which]} from the next edition or revision on"
    print(f"digest: {said}: {', '.join(words)}", file=sys.stderr)
    return Exit.DONE
