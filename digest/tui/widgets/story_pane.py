"""One story: what happened, who says it, where they differ."""

from collections.abc import Callable, Sequence
from datetime import datetime

from digest.news import Story
from digest.tui.typeset import story as sheet
from digest.tui.typeset.lines import SPACE, Block, Set, centred
from digest.tui.widgets.column import Column


class StoryPane(Column):
    """A story; its folded parts open where they are."""

    MEASURE = 78
    MARGIN = 8
    RESTING = False  # where the cursor rests is told by the list alone

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.story: Story | None = None
        self._words = ""
        self._opened: frozenset[str] = frozenset()
        self._clock = clock

    def typeset(self, width: int) -> Sequence[Block]:
        """The story, or a line of words where there is none."""
        if self.story is None:
            return [*[SPACE] * (self.size.height // 3), Set(centred(self._words, width, "state"))]
        return sheet.page(self.story, width, opened=self._opened, now=self._clock())

    def show(self, story: Story) -> None:
        """Turn to a story; the same one again stays where it is, as it is now."""
        same = self.story is not None and self.story.id == story.id
        if same and self.story == story:
            return
        self._opened = self._opened if same else frozenset()
        self.story = story
        self.reset(to_top=not same)

    def say(self, words: str) -> None:
        """Show words in place of a story."""
        self.story, self._words = None, words
        self.reset(to_top=True)

    def toggle(self, name: str) -> None:
        """Open or fold a part."""
        self._opened ^= {name}
        self.reset()
