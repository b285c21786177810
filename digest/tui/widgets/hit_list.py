"""What a search has found."""

from collections.abc import Callable, Sequence
from datetime import datetime

from digest.news import Found, Marks
from digest.tui.typeset import hits as sheet
from digest.tui.typeset.hits import HitRow
from digest.tui.typeset.lines import Block
from digest.tui.widgets.column import Column


class HitList(Column):
    """Articles that hold the words, newest first."""

    MEASURE = 84

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.found: tuple[Found, ...] = ()
        self._words = ""
        self._marks = Marks()
        self._clock = clock

    def typeset(self, width: int) -> Sequence[Block]:
        """The hits."""
        return sheet.page(self.found, self._words, width, now=self._clock(), read=self._marks.read)

    def show(self, found: tuple[Found, ...], words: str) -> None:
        """Show other hits, from the top."""
        self.found, self._words = found, words
        self.reset(to_top=True)

    def mark(self, marks: Marks) -> None:
        """Show other marks."""
        self._marks = marks
        self.reset()

    @property
    def hit(self) -> Found | None:
        """The one under the cursor."""
        target = self.target
        return next((h for h in self.found if target == HitRow(h.id)), None)

    def step(self, by: int) -> Found | None:
        """Go to the next hit, or back; None: there is none."""
        here = self.hit
        place = self.found.index(here) + by if here else 0
        if not 0 <= place < len(self.found):
            return None
        self.put(self.find(HitRow(self.found[place].id)))
        return self.found[place]
