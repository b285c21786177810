"""The front page: what there is to read, in the order of a newspaper."""

from collections.abc import Callable, Sequence
from datetime import datetime

from digest.news import Edition, Marks, Story
from digest.tui.marking import is_read
from digest.tui.typeset import front
from digest.tui.typeset.front import Look, PartRow, Section, StoryRow
from digest.tui.typeset.lines import Block
from digest.tui.widgets.column import Column


class StoryList(Column):
    """Stories under their sections; More and On its own open when they are moved into."""

    GUTTER = 1

    def __init__(self, clock: Callable[[], datetime], *, failing_key: str) -> None:
        super().__init__()
        self.edition: Edition | None = None
        self.sections: tuple[Section, ...] = ()
        self._opened: frozenset[str] = frozenset()
        self._marks = Marks()
        self._clock = clock
        self._failing_key = failing_key

    def typeset(self, width: int) -> Sequence[Block]:
        """The front page."""
        if self.edition is None:
            return ()
        return front.page(
            self.edition,
            width,
            opened=self._opened,
            look=lambda: Look(self._marks, self._clock()),
            failing=self._failing_key,
        )

    def show(self, edition: Edition) -> None:
        """Put another edition in; a story that is in both keeps its place on the screen."""
        again = self.edition is not None and self.edition.day == edition.day
        self.edition, self.sections = edition, front.sections(edition)
        self._opened = self._opened if again else frozenset()
        self.reset(to_top=not again)

    def mark(self, marks: Marks) -> None:
        """Show other marks."""
        self._marks = marks
        self.reprint()

    @property
    def story(self) -> Story | None:
        """The story under the cursor."""
        place = self._place()
        return place[1] if place else None

    @property
    def section(self) -> tuple[Story, ...]:
        """The stories that stand with the one under the cursor; or those of the part on it."""
        if isinstance(target := self.target, PartRow):
            return tuple(story for name, story in self._order() if name.part == target.part)
        place = self._place()
        return place[0].stories if place else ()

    def _order(self) -> list[tuple[Section, Story]]:
        return [(section, story) for section in self.sections for story in section.stories]

    def _place(self) -> tuple[Section, Story] | None:
        target = self.target
        if not isinstance(target, StoryRow):
            return None
        return next((place for place in self._order() if place[1].id == target.id), None)

    def _index(self) -> int:
        """The place of the cursor in the order of all stories; on the head of a part, before it."""
        order = self._order()
        if isinstance(target := self.target, PartRow):
            parts = [section.part for section, _ in order]
            return parts.index(target.part) - 1
        target = self.target
        ids = [StoryRow(story.id) for _, story in order]
        return ids.index(target) if target in ids else len(ids)

    # --- going places -----------------------------------------------------------------------

    def go(self, section: Section, story: Story) -> None:
        """Put the cursor on a story, opening the list it is in."""
        if section.part != "front" and section.part not in self._opened:
            self.toggle(section.part)
        self.put(self.find(StoryRow(story.id)))

    def toggle(self, part: str) -> None:
        """Open or close More or On its own."""
        self._opened ^= {part}
        self.reset()

    def step(self, by: int) -> bool:
        """Go to the next story, or back; False: there is none in this part of the page."""
        order, place = self._order(), self._index() + by
        here = self._place()
        if not 0 <= place < len(order) or (here and order[place][0].part != here[0].part):
            return False
        self.go(*order[place])
        return True

    def step_unread(self, by: int) -> bool:
        """Go to the next story not yet read, or back; False: there is none."""
        order, start = self._order(), self._index() + by
        places = range(start, len(order)) if by > 0 else range(min(start, len(order) - 1), -1, -1)
        for place in places:
            if not is_read(order[place][1], self._marks):
                self.go(*order[place])
                return True
        return False

    def step_section(self, by: int) -> None:
        """Go to the head of the next section, or back."""
        heads = [i for i in range(len(self.blocks)) if self._is_head(i)]
        ahead = [i for i in heads if (i > self.cursor if by > 0 else i < self.cursor)]
        if ahead:
            self.put(ahead[0] if by > 0 else ahead[-1])

    def _is_head(self, index: int) -> bool:
        target = self.blocks[index].target
        before = self.blocks[index - 1].target if index else None
        return isinstance(target, PartRow) or (isinstance(target, StoryRow) and before is None)

    def go_to_part(self) -> None:
        """Put the cursor on the first closed list, after the last story of the front."""
        heads = (i for i, block in enumerate(self.blocks) if isinstance(block.target, PartRow))
        self.put(next(heads, -1))
