"""A column of type that scrolls, with a cursor; sets only the lines that are seen."""

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from itertools import accumulate, chain
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from digest.tui.commands import COLUMN, bindings
from digest.tui.messages import Moved, Picked
from digest.tui.typeset.lines import Block, Line, Span
from digest.tui.widgets.ink import Inked

_NEAR: Final = 3  # lines: a target this close to the edge is stepped to, a farther one scrolled to


class Column(Inked, ScrollView, can_focus=True, inherit_bindings=False):
    """Blocks of lines; subclasses say with `typeset` which."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(COLUMN)

    GUTTER: ClassVar[int] = 2
    """Cells at the left, where the bar of the cursor stands."""

    MEASURE: ClassVar[int] = 10_000
    """The widest line, in cells."""

    MARGIN: ClassVar[int] = 10_000
    """The widest margin left of the lines; up to it, they stand in the middle."""

    RESTING: ClassVar[bool] = True
    """Whether the bar stays when the reader is elsewhere."""

    ALWAYS_LIT: ClassVar[bool] = False
    """Whether the cursor looks the same when the reader is elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: Sequence[Block] = ()
        self.cursor = -1
        self._room = Size(0, 0)
        self._tops: list[int] = [0]
        self._strips: dict[int, list[Strip]] = {}

    def typeset(self, width: int) -> Sequence[Block]:
        """What is in the column, for lines of `width` cells."""
        raise NotImplementedError

    @property
    def target(self) -> Hashable | None:
        """What the cursor is on."""
        return self.blocks[self.cursor].target if 0 <= self.cursor < len(self.blocks) else None

    def reset(self, *, to_top: bool = False) -> None:
        """Set the type anew: what the cursor is on keeps its place, unless `to_top`."""
        if not self.size.width:
            self._room = Size(0, 0)  # what is hidden is set when it is seen again
            return
        self._room = self.scrollable_content_region.size
        target, anchor = (None, None) if to_top else (self.target, self._anchor())
        self.blocks = self.typeset(self._line_width)
        self._tops = [0, *accumulate(block.height for block in self.blocks)]
        self.virtual_size = Size(self._width, self._tops[-1])
        self._land(target, anchor)
        self.reprint()

    def _land(self, target: Hashable | None, anchor: tuple[Hashable, int] | None) -> None:
        """Put the cursor back on `target`, and the anchor back at its height."""
        found = self.find(target)
        self.cursor = found if found >= 0 else self._near(self.cursor if target else 0)
        held = self.find(anchor[0]) if anchor else -1
        if anchor is None:
            self.scroll_to(y=0, animate=False, force=True)
        elif held >= 0:
            self.scroll_to(y=self._tops[held] - anchor[1], animate=False, force=True)
        if self.target != target:
            self.post_message(Moved(self, self.target))

    def _anchor(self) -> tuple[Hashable, int] | None:
        """A target in view, and how far down it stands."""
        seen = self._seen()
        indexes = [self.cursor] if self.cursor in seen else seen
        for index in indexes:
            if (target := self.blocks[index].target) is not None:
                return target, self._tops[index] - self.scroll_offset.y
        return None

    def _near(self, index: int) -> int:
        """The target at `index` or next after it, else the last before it; -1: none."""
        after = range(max(index, 0), len(self.blocks))
        before = range(min(index, len(self.blocks)) - 1, -1, -1)
        places = chain(after, before)
        return next((near for near in places if self.blocks[near].target is not None), -1)

    def find(self, target: Hashable | None) -> int:
        """Where `target` stands; -1: nowhere."""
        if target is None:
            return -1
        return next((i for i, block in enumerate(self.blocks) if block.target == target), -1)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._fit()

    def _fit(self) -> None:
        """Set the type for the room that there is, unless it is set for that."""
        if self._room != self.scrollable_content_region.size:
            self.reset()

    @property
    def _width(self) -> int:
        return self._room.width

    @property
    def _line_width(self) -> int:
        return max(10, min(self.MEASURE, self._width - self.GUTTER))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        self._fit()  # a paint may come before the word of a new size: 20 ms of the first page
        line = y + self.scroll_offset.y
        if not 0 <= line < self._tops[-1]:
            return self.printed((), self._width)
        index = bisect_right(self._tops, line) - 1
        if index not in self._strips:
            self._strips[index] = self._print(index)
        return self._strips[index][line - self._tops[index]]

    def _print(self, index: int) -> list[Strip]:
        """A block's lines in their margins, the bar of the cursor before them."""
        here = index == self.cursor
        lit = here and (self.has_focus or self.ALWAYS_LIT)
        inner = self._line_width + self.GUTTER
        left = max(0, min(self.MARGIN, (self._width - inner) // 2))
        margin = Span(" " * left)
        bar = Span(self._bar(here=here, lit=lit), "bar" if lit else "rest")
        gap = Span(" " * (self.GUTTER - 1))

        def strip(line: Line) -> Strip:
            if not line:
                return self.printed((), self._width)
            if not lit:
                return self.printed((margin, bar, gap, *line), left + inner)
            return Strip.join(
                (self.printed((margin,), left), self.printed((bar, gap, *line), inner, lit=True))
            )

        return [strip(line) for line in self.blocks[index].lines()]

    def _bar(self, *, here: bool, lit: bool) -> str:
        return "▌" if here and (lit or self.RESTING) else " "

    def _reprint_block(self, index: int) -> None:
        if self._strips.pop(index, None):
            self.refresh_lines(self._tops[index], self._tops[index + 1] - self._tops[index])

    def reprint(self) -> None:
        """The same lines say something else, or in other colours: print them again."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """The sheets have changed."""
        super().notify_style_update()
        self.reprint()

    def on_focus(self) -> None:
        """The cursor is the reader's now."""
        self.reprint()

    def on_blur(self) -> None:
        """The cursor rests."""
        self.reprint()

    def put(self, index: int) -> None:
        """Move the cursor to the block at `index`, and bring that into view."""
        if not 0 <= index < len(self.blocks):
            return
        before, self.cursor = self.cursor, index
        self._reprint_block(before)
        self._reprint_block(index)
        self._reveal(index)
        self.post_message(Moved(self, self.target))

    def _reveal(self, index: int) -> None:
        """Scroll as little as shows the block, with the heading over it."""
        top, bottom = self._tops[index], self._tops[index + 1]
        while index and self.blocks[index - 1].target is None:
            index -= 1
        height = self.scrollable_content_region.height
        lead = self._tops[index] if bottom - self._tops[index] <= height else top
        if lead < self.scroll_offset.y or bottom - top > height:
            self.scroll_to(y=lead, animate=False, force=True)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height, animate=False, force=True)

    def _seen(self) -> range:
        """The blocks of which a line is in view."""
        first = bisect_right(self._tops, self.scroll_offset.y) - 1
        last = bisect_right(
            self._tops, self.scroll_offset.y + self.scrollable_content_region.height - 1
        )
        return range(min(first, len(self.blocks)), min(last, len(self.blocks)))

    def _step(self, by: int) -> None:
        """To the next target if it is near, else a line of the text between."""
        seen = self._seen()
        start = self.cursor + by if self.cursor in seen else seen.start if by > 0 else seen.stop - 1
        indexes = range(start, len(self.blocks)) if by > 0 else range(start, -1, -1)
        found = next((i for i in indexes if self.blocks[i].target is not None), None)
        if found is not None and self._is_near(found, by):
            self.put(found)
        else:
            self.scroll_relative(y=by, animate=False, force=True)

    def _is_near(self, index: int, by: int) -> bool:
        top = self.scroll_offset.y
        if by > 0:
            edge = top + self.scrollable_content_region.height
            return self._tops[index] <= edge + _NEAR and self._whole(self.cursor, edge)
        return self._tops[index + 1] >= top - _NEAR

    def _whole(self, index: int, edge: int) -> bool:
        """Whether the block has been seen to its end, so that the cursor may leave it."""
        return index not in self._seen() or self._tops[index + 1] <= edge

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self.scroll_offset.y >= self.max_scroll_y

    def action_down(self) -> None:
        """Move down."""
        self._step(1)

    def action_up(self) -> None:
        """Move up."""
        self._step(-1)

    def action_page_down(self) -> None:
        """Scroll a page down, two lines of which stay."""
        step = max(1, self.scrollable_content_region.height - 2)
        self.scroll_relative(y=step, animate=False, force=True)

    def action_page_up(self) -> None:
        """Scroll a page up, two lines of which stay."""
        step = max(1, self.scrollable_content_region.height - 2)
        self.scroll_relative(y=-step, animate=False, force=True)

    def action_to_top(self) -> None:
        """Go to the top."""
        self.put(self._near(0))
        self.scroll_to(y=0, animate=False, force=True)

    def action_to_end(self) -> None:
        """Go to the end."""
        self.put(self._near(len(self.blocks)))
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def action_open(self) -> None:
        """Open what the cursor is on."""
        if self.target is not None:
            self.post_message(Picked(self, self.target))

    def on_click(self, event: Click) -> None:
        """A click is the cursor and Enter in one."""
        line = event.y + self.scroll_offset.y
        index = bisect_right(self._tops, line) - 1
        if 0 <= index < len(self.blocks) and self.blocks[index].target is not None:
            self.put(index)
            self.action_open()
