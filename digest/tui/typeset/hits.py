"""What a search has found: title, source and time, and the words where they stand."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from digest.news import Found
from digest.tui.typeset.lines import SPACE, Block, Line, Set, Span, clipped, flow, fold, joined
from digest.tui.typeset.times import when


class HitRow(NamedTuple):
    """Target: an article that was found."""

    id: str


def page(
    found: Sequence[Found], words: str, width: int, *, now: datetime, read: frozenset[str]
) -> list[Block]:
    """The hits in blocks, or what to say in their place."""
    if not words.strip():
        return _said("Type words: all that is stored is searched as you type.", width)
    if not found:
        return _said(f"Nothing stored has all of “{words.strip()}”.", width)
    return [block for hit in found for block in (_hit(hit, width, now, hit.id in read), SPACE)]


def _said(words: str, width: int) -> list[Block]:
    return [Set(tuple(flow([Span(words, "state")], width)))]


def _hit(hit: Found, width: int, now: datetime, seen: bool) -> Set:
    role = "seen" if seen else "headline"
    sign = Span("  ") if seen else Span("* ", "sign")
    first, *rest = fold(hit.title, width - 2)
    place = f" ¶{hit.paragraph}" if hit.paragraph else ""
    facts = [Span(when(hit.published, now), "quiet"), Span(f"{hit.publisher}{place}", "source")]
    lines: list[Line] = [
        (sign, Span(first, role)),
        *((Span("  "), Span(line, role)) for line in rest),
        *((Span("  "), *line) for line in _snippet(hit, width - 2)),
        (Span("  "), *joined([facts[0], Span(clipped(facts[1].text, width - 24), "source")])),
    ]
    return Set(tuple(lines), HitRow(hit.id))


def _snippet(hit: Found, width: int) -> list[Line]:
    """Two lines of it, its words in bold."""
    if not hit.paragraph:
        return []
    lines: list[Line] = []
    end = 0
    for line in fold(hit.snippet, width)[:2]:
        start = hit.snippet.index(line, end)
        end = start + len(line)
        lines.append(tuple(_cut(hit, start, end)))
    return lines


def _cut(hit: Found, start: int, end: int) -> Iterator[Span]:
    """A piece of the snippet, its words apart from what stands around them."""
    for first, last in hit.marks:
        if start < last and first < end:
            yield Span(hit.snippet[start : max(start, first)], "quiet")
            yield Span(hit.snippet[max(start, first) : min(last, end)], "value")
            start = min(last, end)
    yield Span(hit.snippet[start:end], "quiet")
