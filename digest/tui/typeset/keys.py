"""All keys that do something, made from the commands."""

from collections.abc import Iterable, Sequence

from digest.tui.commands import Command
from digest.tui.keyboard import Keyboard
from digest.tui.typeset.lines import BLANK, SPACE, Block, Set, Span, flow, hung


def page(
    groups: Iterable[tuple[str, Sequence[type[Command]]]],
    keyboard: Keyboard,
    width: int,
    *,
    words: str = "",
) -> list[Block]:
    """The commands in groups: keys, and what they do; of those that `words` are about."""
    blocks: list[Block] = [Set(((Span("The keys", "title"),), BLANK))]
    for name, every in groups:
        commands = [command for command in every if _is_about(command, words, keyboard)]
        if not commands:
            continue
        blocks.append(Set(((Span(name.upper(), "label"),),)))
        blocks += [_row(command, keyboard, width) for command in commands]
        blocks.append(SPACE)
    return blocks


def _is_about(command: type[Command], words: str, keyboard: Keyboard) -> bool:
    told = f"{keyboard.all(command)} {command.label()} {command.explanation()}".casefold()
    return all(word in told for word in words.casefold().split())


def _row(command: type[Command], keyboard: Keyboard, width: int) -> Block:
    lines = flow([Span(command.explanation())], width - 18)
    return Set(hung((Span("  "), Span(keyboard.all(command), "key")), lines, 18))
