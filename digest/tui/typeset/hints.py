"""The foot of the screen: what can be done here, and what is being done."""

from collections.abc import Sequence

from digest.tui.typeset.lines import Line, Span, apart, flow, width_of


def hints(keys: Sequence[tuple[str, str]], state: Span, width: int) -> list[Line]:
    """As many (key, word) pairs as fit beside the state, which comes first: it is never cut.

    The last pair, which leads to all the others, goes last.
    """
    if state.width > width:
        return flow([state], width)
    told = (state,) if state.text else ()
    room = width - width_of(told) - (3 if told else 0)
    kept = list(keys)
    while kept and width_of(_paired(kept)) > room:
        kept.pop(-2 if len(kept) > 1 else -1)
    return [apart(_paired(kept), told, width) if kept else told]


def has_room(keys: Sequence[tuple[str, str]], state: Span, width: int) -> bool:
    """Whether there is room beside the state for the last pair at least."""
    return state.width + 3 + width_of(_paired(keys[-1:])) <= width


def _paired(keys: Sequence[tuple[str, str]]) -> Line:
    line: Line = ()
    for key, word in keys:
        gap = (Span("   "),) if line else ()
        line = (*line, *gap, Span(key, "key"), Span(f" {word}", "quiet"))
    return line
