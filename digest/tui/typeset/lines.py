"""Lines, and how text is broken into them."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol, TypeAlias

from rich.cells import cell_len, chop_cells

NBSP: Final = "\u00a0"
"""Holds two words together on a line."""


_UNDERSTOOD: Final = 8
"""Cells of a name or a word that tell which it is."""


class Span(NamedTuple):
    """Text in one role."""

    text: str
    role: str = "text"

    @property
    def width(self) -> int:
        """Terminal cells."""
        return cell_len(self.text)


Line: TypeAlias = tuple[Span, ...]

BLANK: Final[Line] = ()


class Block(Protocol):
    """Lines that belong together: the cursor steps from one with a target to the next."""

    @property
    def height(self) -> int:
        """How many lines it has."""

    @property
    def target(self) -> Hashable | None:
        """What the cursor finds here; None: the cursor passes by."""

    def lines(self) -> Sequence[Line]:
        """Its lines; asked for only when it is seen."""


class Set(NamedTuple):
    """A block whose lines are set already."""

    printed: tuple[Line, ...]
    target: Hashable | None = None

    @property
    def height(self) -> int:
        """How many lines it has."""
        return len(self.printed)

    def lines(self) -> tuple[Line, ...]:
        """Its lines."""
        return self.printed


SPACE: Final = Set((BLANK,))


def fold(text: str, width: int) -> tuple[str, ...]:
    """`text` in lines of at most `width` cells, broken at spaces; long words are cut."""
    lines: list[str] = []
    line, used = "", 0
    for word in _words(text, width):
        size = cell_len(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = word, size
        elif line:
            line, used = f"{line} {word}", used + 1 + size
        else:
            line, used = word, size
    return (*lines, line)


def _words(text: str, width: int) -> Iterator[str]:
    for word in text.split(" "):
        if not word:
            continue
        if len(word) * 2 > width and cell_len(word) > width:
            yield from chop_cells(word, max(width, 2))
        else:
            yield word


def flow(spans: Iterable[Span], width: int) -> list[Line]:
    """Spans in lines of at most `width` cells, broken at spaces within and between them."""
    lines: list[Line] = []
    line: list[Span] = []
    used = 0
    for word, role in ((word, span.role) for span in spans for word in _words(span.text, width)):
        size = cell_len(word)
        if line and used + 1 + size > width:
            lines.append(tuple(line))
            line, used = [], 0
        _append(line, word, role)
        used += size + (used > 0)
    return [*lines, tuple(line)]


def _append(line: list[Span], word: str, role: str) -> None:
    if line and line[-1].role == role:
        line[-1] = Span(f"{line[-1].text} {word}", role)
    else:
        if line:
            line.append(Span(" "))
        line.append(Span(word, role))


def clipped(text: str, width: int) -> str:
    """`text` on one line, its end replaced by "…" where it would not fit."""
    if cell_len(text) <= width:
        return text
    return chop_cells(text, max(width - 1, 2))[0].rstrip() + "…" if width > 1 else ""


def width_of(line: Line) -> int:
    """Terminal cells of a line."""
    return sum(span.width for span in line)


def apart(left: Line, right: Line, width: int) -> Line:
    """Two ends of one line."""
    return (*left, Span(" " * max(1, width - width_of(left) - width_of(right))), *right)


def signed(lines: list[Line], signature: Line, width: int) -> list[Line]:
    """`lines` with `signature` flush right on the last of them, or below it."""
    if width_of(lines[-1]) + 2 + width_of(signature) <= width:
        return [*lines[:-1], apart(lines[-1], signature, width)]
    if width_of(signature) > width:
        return [*lines, *flow(signature, width)]
    return [*lines, (Span(" " * (width - width_of(signature))), *signature)]


def hung(label: Line, lines: Sequence[Line], indent: int) -> tuple[Line, ...]:
    """`lines` indented, with `label` hung before the first."""
    first, *rest = lines
    gap = Span(" " * max(1, indent - width_of(label)))
    return ((*label, gap, *first), *((Span(" " * indent), *line) for line in rest))


def joined(parts: Sequence[Span], separator: str = " · ") -> Line:
    """Spans on one line, with quiet points between them."""
    line: list[Span] = []
    for part in parts:
        line += [Span(separator, "quiet"), part] if line else [part]
    return tuple(line)


def fitted(parts: Sequence[Span], width: int) -> Line:
    """As many of the spans, from the first, as fit on one line with points between them.

    The first that does not is cut short, if enough of it is left to be understood.
    """
    fits = [n for n in range(1, len(parts) + 1) if width_of(joined(parts[:n])) <= width]
    line = joined(parts[: len(fits)])
    room = width - width_of(line) - (3 if line else 0)
    if len(fits) == len(parts) or room < _UNDERSTOOD:
        return line
    text, role = parts[len(fits)]
    return (*line, *([Span(" · ", "quiet")] if line else []), Span(clipped(text, room), role))


def listed(parts: Sequence[Span], width: int) -> list[Line]:
    """Spans as `joined` has them, on as many lines as they need; no line begins with a point."""
    *most, last = [Span(part.text.replace(" ", NBSP), part.role) for part in parts]
    return flow([*(Span(f"{text}{NBSP}·", role) for text, role in most), last], width)


def centred(text: str, width: int, role: str) -> tuple[Line, ...]:
    """`text` in the middle of its lines."""
    lines = fold(text, width)
    return tuple((Span(" " * ((width - cell_len(line)) // 2)), Span(line, role)) for line in lines)
