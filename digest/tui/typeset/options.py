"""Options to choose from, one on a line."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from digest.tui.typeset.lines import Block, Set, Span, apart, clipped


class Option(NamedTuple):
    """Something that can be chosen."""

    name: str
    value: Hashable
    note: str = ""
    """A word about it, at the right."""

    key: str = ""
    """The key that takes it at once; empty: none."""


class Chosen(NamedTuple):
    """Target: an option."""

    value: Hashable


def page(options: Sequence[Option], width: int) -> list[Block]:
    """The options in blocks."""
    if not options:
        return [Set(((Span("Nothing like that.", "state"),),))]
    keyed = any(option.key for option in options)
    return [_row(option, width, keyed=keyed) for option in options]


def _row(option: Option, width: int, *, keyed: bool) -> Block:
    key = (Span(f"{option.key:<3}", "key"),) if keyed else ()
    note = (Span(clipped(option.note, width // 3), "quiet"),) if option.note else ()
    room = width - sum(span.width for span in (*key, *note)) - 1
    return Set(
        (apart((*key, Span(clipped(option.name, room))), note, width),), Chosen(option.value)
    )


def matching(options: Sequence[Option], words: str) -> list[Option]:
    """The options whose name or note holds every word."""
    wanted = words.casefold().split()
    return [
        option
        for option in options
        if all(word in f"{option.name} {option.note}".casefold() for word in wanted)
    ]
