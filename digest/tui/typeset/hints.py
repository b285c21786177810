"""The last line of the screen: what can be done here, and what is being done."""

from collections.abc import Iterable

from digest.tui.typeset.lines import Line, Span, apart, clipped, width_of


def hints(keys: Iterable[tuple[str, str]], state: Span, width: int) -> Line:
    """As many (key, word) pairs as fit beside the state, which comes first."""
    told = (Span(clipped(state.text, width), state.role),) if state.text else ()
    room = width - width_of(told) - (3 if told else 0)
    line: Line = ()
    for key, word in keys:
        pair = (Span(key, "key"), Span(f" {word}", "quiet"))
        longer = (*line, Span("   "), *pair) if line else pair
        if width_of(longer) > room:
            break
        line = longer
    return apart(line, told, width) if line else told
