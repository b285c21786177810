"""Two panes: the stories at left, the story at right; where it is narrow, one at a time."""

from textual import on
from textual.events import DescendantFocus

from digest.tui import words
from digest.tui.screens.views import ViewScreen
from digest.tui.widgets.story_list import StoryList
from digest.tui.widgets.story_pane import StoryPane


class Spread(ViewScreen):
    """Going from story to story, and from pane to pane."""

    @property
    def stories(self) -> StoryList:
        """The list at left."""
        return self.query_one(StoryList)

    @property
    def pane(self) -> StoryPane:
        """The story at right."""
        return self.query_one(StoryPane)

    @property
    def reading(self) -> bool:
        """Whether the reader is in the story, not among the stories."""
        return self.pane.has_focus

    @on(DescendantFocus)
    def _show_one(self) -> None:
        """Where it is narrow, the pane with the cursor is the one that is seen."""
        self.set_class(self.reading, "-reading")

    def read(self) -> None:
        """Into the story."""
        self.add_class("-reading")
        self.pane.focus()

    def choose(self) -> None:
        """Back among the stories."""
        self.remove_class("-reading")
        self.stories.focus()

    def action_other_pane(self) -> None:
        """From the stories to the story, and back."""
        if self.reading:
            self.choose()
        elif self.pane.story:
            self.read()

    def action_back(self) -> None:
        """From the story to the stories."""
        self.choose()

    async def action_leave(self) -> None:
        """From the story to the stories, and from there out."""
        if self.reading and not self.has_class("-empty"):
            self.choose()
        else:
            await self.run_action("app.quit")

    def action_next_story(self) -> None:
        """Go to the next story."""
        if not self.stories.step(1):
            self._end()

    def action_previous_story(self) -> None:
        """Go to the previous story."""
        self.stories.step(-1)

    def action_next_section(self) -> None:
        """Go to the next section."""
        self.stories.step_section(1)

    def action_previous_section(self) -> None:
        """Go to the previous section."""
        self.stories.step_section(-1)

    def action_next_unread(self) -> None:
        """Go to the next story not yet read."""
        if not self.stories.step_unread(1):
            self.say("No unread story below.")

    def action_previous_unread(self) -> None:
        """Go back to the previous story not yet read."""
        if not self.stories.step_unread(-1):
            self.say("No unread story above.")

    def _end(self) -> None:
        """After the last story of a part."""
        if self.edition:
            self.choose()
            if not self.stories.go_to_part() or self.has_class("-narrow"):
                self.say(words.the_end(self.edition))
