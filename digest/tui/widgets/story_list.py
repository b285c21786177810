"""The front page: what there is to read, in the order of a newspaper."""

from collections.abc import Callable, Sequence
from datetime import datetime

from digest.news import Marks, Story
from digest.tui.commands import ShowFeeds
from digest.tui.keyboard import Key
from digest.tui.marking import is_read
from digest.tui.typeset import front
from digest.tui.typeset.front import Look, PartRow, StoryRow
from digest.tui.typeset.lines import Block
from digest.tui.typeset.sheets import PARTS, Section, Sheet
from digest.tui.widgets.column import Column


class StoryList(Column):
    """Stories under their sections; More and On its own open when they are moved into."""

    GUTTER = 1

    def __init__(self, clock: Callable[[], datetime], key: Key, *, compact: bool) -> None:
        super().__init__()
        self.compact = compact
        self.sheet: Sheet | None = None
        self._order: tuple[tuple[Section, Story], ...] = ()
        self._places: dict[str, int] = {}
        self._opened: frozenset[str] = frozenset()
        self._marks = Marks()
        self._clock = clock
        self._key = key

    def typeset(self, width: int) -> Sequence[Block]:
        """The front page."""
        if self.sheet is None:
            return ()
        return front.page(
            self.sheet,
            width,
            opened=self._opened,
            look=lambda: Look(self._marks, self._clock()),
            failing=self._key(ShowFeeds),
            compact=self.compact,
        )

    def show(self, sheet: Sheet) -> None:
        """Put another page in; a story that is on both keeps its place on the screen."""
        again = self.sheet is not None and self.sheet.key == sheet.key
        self.sheet = sheet
        self._order = tuple(
            (section, story) for section in sheet.sections for story in section.stories
        )
        self._places = {story.id: place for place, (_, story) in enumerate(self._order)}
        self._opened = self._opened if again else frozenset()
        self.reset(to_top=not again)

    def mark(self, marks: Marks) -> None:
        """Show other marks."""
        self._marks = marks
        self.reprint()

    @property
    def story(self) -> Story | None:
        """The story under the cursor."""
        here = self._here
        return None if here is None else self._order[here][1]

    @property
    def first(self) -> Story | None:
        """The story at the head of the page."""
        return self._order[0][1] if self._order else None

    @property
    def section(self) -> tuple[Story, ...]:
        """The stories that stand with the one under the cursor; or those of the part on it."""
        if isinstance(target := self.target, PartRow):
            return tuple(story for section, story in self._order if section.part == target.part)
        here = self._here
        return () if here is None else self._order[here][0].stories

    @property
    def _here(self) -> int | None:
        """The place of the story under the cursor in the order of all stories."""
        target = self.target
        return self._places.get(target.id) if isinstance(target, StoryRow) else None

    def _ahead(self, by: int) -> int:
        """The place one step on, or back: from the head of a part, its first or the one before."""
        if (here := self._here) is not None:
            return here + by
        target = self.target
        part = target.part if isinstance(target, PartRow) else None
        parts = (place for place, (section, _) in enumerate(self._order) if section.part == part)
        first = next(parts, len(self._order))
        return first if by > 0 else first - 1

    def go(self, section: Section, story: Story) -> None:
        """Put the cursor on a story, opening the list it is in."""
        if section.part in PARTS and section.part not in self._opened:
            self.toggle(section.part)
        self.put(self.find(StoryRow(story.id)))

    def seek(self, id_: str) -> None:
        """Put the cursor on the story of that id, if it is on the page."""
        if (place := self._places.get(id_)) is not None:
            self.go(*self._order[place])

    def toggle(self, part: str) -> None:
        """Open or close More or On its own."""
        self._opened ^= {part}
        self.reset()

    def step(self, by: int) -> bool:
        """Go to the next story, or back; False: there is none in this part of the page."""
        here, place = self._here, self._ahead(by)
        if not 0 <= place < len(self._order):
            return False
        if here is not None and self._order[here][0].part != self._order[place][0].part:
            return False
        self.go(*self._order[place])
        return True

    def step_unread(self, by: int) -> bool:
        """Go to the next story not yet read, or back; False: there is none."""
        places = range(self._ahead(by), len(self._order) if by > 0 else -1, by)
        for place in places:
            if not is_read(self._order[place][1], self._marks):
                self.go(*self._order[place])
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

    def go_to_part(self) -> bool:
        """Put the cursor on the head of the next list that opens; False: there is none below."""
        below = range(self.cursor + 1, len(self.blocks))
        head = next((i for i in below if isinstance(self.blocks[i].target, PartRow)), None)
        if head is None:
            return False
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
        self.put(head)
        return True
