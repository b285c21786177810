"""The front page: the stories at left, the story at right; one at a time where it is narrow."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus

from digest.news import Edition, Mark, Report
from digest.tui import words
from digest.tui.commands import (
    FRONT,
    Admit,
    Open,
    OpenSource,
    ReadOn,
    ShowFeeds,
    ShowKeys,
    bindings,
)
from digest.tui.messages import Moved, PageLaid, Picked
from digest.tui.screens.editions import EditionScreen
from digest.tui.typeset.front import FailingRow, PartRow, StoryRow
from digest.tui.typeset.masthead import facts
from digest.tui.typeset.story import Fold, Source, quoted_paragraph
from digest.tui.widgets.hints import Hints
from digest.tui.widgets.masthead import Masthead
from digest.tui.widgets.story_list import StoryList
from digest.tui.widgets.story_pane import StoryPane


class FrontPage(EditionScreen):
    """The stories of an edition, and the one that is read."""

    PLACE: ClassVar[str] = "front page"
    BINDINGS: ClassVar[list[BindingType]] = bindings(FRONT)

    def compose(self) -> ComposeResult:
        """Head, two panes, last line."""
        keyboard = self.reader.keyboard
        yield Masthead(self.reader.today)
        with Horizontal(id="spread"):
            yield StoryList(self.reader.clock, failing_key=keyboard.first(ShowFeeds))
            yield StoryPane(self.reader.clock)
        yield Hints((ReadOn, Open, OpenSource, ShowKeys), keyboard)

    def on_mount(self) -> None:
        """Begin among the stories."""
        self.stories.focus()
        self.post_message(PageLaid())

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

    # --- the edition ------------------------------------------------------------------------

    def show_edition(self, edition: Edition) -> None:
        """Put an edition on the page."""
        self.remove_class("-empty")
        self.stories.mark(self.reader.marking.marks)
        self.stories.show(edition)
        self.show_head()

    def show_words(self, sentence: str) -> None:
        """Say something where there is nothing to read yet."""
        self.add_class("-empty")
        self.pane.say(sentence)

    def show_head(self) -> None:
        """Bring the head up to date."""
        if self.edition:
            self.query_one(Masthead).facts = facts(
                self.edition,
                self.reader.marking.marks,
                now=self.reader.clock(),
                today=self.reader.today,
                new=self.waiting,
                admit_key=self.reader.keyboard.first(Admit),
            )

    def show_marks(self) -> None:
        """Show the marks as they are now."""
        self.stories.mark(self.reader.marking.marks)
        self.show_head()

    # --- the list and the story -------------------------------------------------------------

    @on(Moved, "StoryList")
    def _moved(self, message: Moved) -> None:
        message.stop()
        if story := self.stories.story:
            self.pane.show(story)
        elif self.edition:
            self.pane.say(words.the_end(self.edition))

    @on(Picked, "StoryList")
    def _picked(self, message: Picked) -> None:
        message.stop()
        match message.target:
            case StoryRow():
                self._read()
            case PartRow(part=part):
                self.stories.toggle(part)
            case FailingRow():
                self.action_show_feeds()

    @on(Picked, "StoryPane")
    def _followed(self, message: Picked) -> None:
        message.stop()
        match message.target:
            case Fold(name=name):
                self.pane.toggle(name)
            case Source(article=article, paragraph=paragraph):
                self._open(article, paragraph)

    @on(DescendantFocus)
    def _show_one(self) -> None:
        """Where it is narrow, the pane with the cursor is the one that is seen."""
        self.set_class(self.reading, "-reading")

    def _read(self) -> None:
        self.add_class("-reading")
        self.pane.focus()

    def _choose(self) -> None:
        self.remove_class("-reading")
        self.stories.focus()

    def action_other_pane(self) -> None:
        """From the stories to the story, and back."""
        if self.reading:
            self._choose()
        elif self.pane.story:
            self._read()

    def action_back(self) -> None:
        """From the story to the stories."""
        self._choose()

    async def action_leave(self) -> None:
        """From the story to the stories, and from there out."""
        if self.reading:
            self._choose()
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

    def action_read_on(self) -> None:
        """A page of the story; at its end mark it read and open the next."""
        story = self.stories.story
        if story is None:
            self.stories.action_open()
        elif not self.pane.is_on_screen or not self.pane.at_end:
            self._page()
        else:
            self.set_mark([report.id for report in story.articles], Mark.READ, on=True)
            self.action_next_story()

    def _page(self) -> None:
        if self.pane.is_on_screen:
            self.pane.action_page_down()
        else:
            self._read()

    def _end(self) -> None:
        """After the last story of a part."""
        if self.edition:
            self._choose()
            if not self.stories.go_to_part() or self.has_class("-narrow"):
                self.say(words.the_end(self.edition))

    # --- what is before the reader ----------------------------------------------------------

    def reports(self) -> Sequence[Report]:
        """Those of the story, the one under the cursor first."""
        story = self.pane.story
        if story is None:
            return ()
        target = self.pane.target
        first = target.article if self.reading and isinstance(target, Source) else 0
        return (story.articles[first], *story.articles[:first], *story.articles[first + 1 :])

    def action_read_section(self) -> None:
        """Mark the section read."""
        ids = [report.id for story in self.stories.section for report in story.articles]
        self.set_mark(ids, Mark.READ, on=True)

    def action_open_source(self, number: int) -> None:
        """Open a source where it is quoted."""
        story = self.pane.story
        if story and number <= len(story.articles):
            self._open(number - 1, quoted_paragraph(story, number - 1))

    def _open(self, article: int, paragraph: int) -> None:
        from digest.tui.screens.article import ArticleScreen  # noqa: PLC0415 - as below

        if story := self.pane.story:
            self.app.push_screen(ArticleScreen(self.reader, story, article, paragraph))

    def action_show_feeds(self) -> None:
        """Show how the feeds are doing."""
        from digest.tui.screens.feeds import FeedsScreen  # noqa: PLC0415 - not before it is wanted

        self.app.push_screen(FeedsScreen(self.reader))

    def on_screen_resume(self) -> None:
        """Marks may have been set elsewhere."""
        self.show_marks()
