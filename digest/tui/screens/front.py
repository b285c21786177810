"""The front page: the stories at left, the story at right; one at a time where it is narrow."""

from collections.abc import Awaitable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from digest.errors import DigestError
from digest.news import Edition, Mark, Report, Story
from digest.tui import words
from digest.tui.commands import (
    FRONT,
    Admit,
    EditFeeds,
    Open,
    OpenSource,
    ReadOn,
    Refresh,
    Search,
    ShowFeeds,
    ShowKeys,
    Why,
    bindings,
)
from digest.tui.messages import Moved, Picked
from digest.tui.opening import Opening, opening
from digest.tui.reader import Reader
from digest.tui.screens.handling import Handled
from digest.tui.screens.spread import Spread
from digest.tui.typeset.front import FailingRow, PartRow, StoryRow
from digest.tui.typeset.masthead import facts
from digest.tui.typeset.sheets import Sheet
from digest.tui.typeset.story import Fold, Source, quoted_paragraph
from digest.tui.widgets.hints import Hints
from digest.tui.widgets.masthead import Masthead
from digest.tui.widgets.story_list import StoryList
from digest.tui.widgets.story_pane import StoryPane

TO_READ: Final = (ReadOn, Open, OpenSource, Why, Search, ShowKeys)
TO_BEGIN: Final = (Refresh, ShowFeeds, EditFeeds, ShowKeys)
"""What is worth knowing where there is nothing to read yet."""


class FrontPage(Spread):
    """The stories of an edition, and the one that is read."""

    PLACE: ClassVar[str] = "front page"
    BINDINGS: ClassVar[list[BindingType]] = bindings(FRONT)

    def __init__(self, reader: Reader, first: Awaitable[Opening] | None = None) -> None:
        super().__init__(reader)
        self._first = first
        self._name_of_page = ""

    def compose(self) -> ComposeResult:
        """Head, two panes, last line."""
        keyboard = self.reader.keyboard
        yield Masthead(self.reader.today)
        with Horizontal(id="spread"):
            yield StoryList(self.reader.clock, keyboard.first, compact=self.reader.taste.compact)
            yield StoryPane(self.reader.clock)
        yield Hints(TO_READ, keyboard)

    async def on_mount(self) -> None:
        """Begin among the stories, with what is stored."""
        self.stories.focus()
        await self.begin(self._first or opening(self.reader.desk))

    def show_sheet(self, sheet: Sheet) -> None:
        """Put a sheet on the page."""
        if self.has_class("-empty"):
            self.remove_class("-empty", "-reading")
            self.query_one(Hints).offer(TO_READ)
            self.call_after_refresh(self.choose)
        self._name_of_page = sheet.name
        self.stories.mark(self.reader.marking.marks)
        self.stories.show(sheet)
        self.show_head()
        if story := self.stories.story or self.stories.first:
            self._show(story)
        elif not sheet.sections:
            self.pane.say(words.nothing_here(self.view, self.sieve.words))

    def show_words(self, sentence: str) -> None:
        """Say something where there is nothing to read yet."""
        if self.stories.sheet is not None:
            self.say(sentence)
        else:
            self.add_class("-empty")
            self.query_one(Hints).offer(TO_BEGIN)
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
                page=self._name_of_page,
            )

    def refit(self) -> None:
        """The reader's taste is another: set the page by it."""
        self.stories.compact = self.reader.taste.compact
        self.show_head()
        super().refit()

    def show_marks(self) -> None:
        """Show the marks as they are now."""
        self.stories.mark(self.reader.marking.marks)
        self.show_head()

    def open_on(self, edition: Edition | None) -> None:
        """Begin with what is stored, where the reader was."""
        super().open_on(edition)
        was = self.reader.memory.now
        if edition and was.day == edition.day:
            self.call_after_refresh(self.stories.seek, was.story)
        self.tell_gap()

    def remember(self) -> None:
        """Note the place, for the next run."""
        if self.edition and self.view == "edition" and (story := self.stories.story):
            self.reader.memory.note(day=self.edition.day, story=story.id)

    @on(Moved, "StoryList")
    def _moved(self, message: Moved) -> None:
        message.stop()
        if story := self.stories.story:
            self._show(story)
        elif self.edition and self.stories.blocks and not self._name_of_page:
            self.pane.say(words.the_end(self.edition))

    def _show(self, story: Story) -> None:
        self.pane.show(story)
        if not story.summary:
            self.run_worker(self._tell_story(story), group="glimpse", exclusive=True)

    async def _tell_story(self, story: Story) -> None:
        try:
            told = await self.glimpse(story)
        except DigestError as error:
            self.say(str(error), fault=True)
        else:
            if self.stories.story == story:
                self.pane.show(told)

    @on(Picked, "StoryList")
    def _picked(self, message: Picked) -> None:
        message.stop()
        match message.target:
            case StoryRow():
                self.read()
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

    def action_read_on(self) -> None:
        """A page of the story; at its end mark it read and open the next."""
        story = self.stories.story
        if story is None:
            self.stories.action_open()
        elif not self.pane.is_on_screen or not self.pane.at_end:
            self._page()
        else:
            if self.reader.taste.mark_read:
                self.set_mark([report.id for report in story.articles], Mark.READ, on=True)
            self.action_next_story()

    def _page(self) -> None:
        if self.pane.is_on_screen:
            self.pane.action_page_down()
        else:
            self.read()

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
            self.app.push_screen(
                ArticleScreen(self.reader, story, article, paragraph, edition=self.edition)
            )

    def action_search(self) -> None:
        """Search all that is stored."""
        from digest.tui.screens.search import SearchScreen  # noqa: PLC0415 - as above

        self.app.push_screen(SearchScreen(self.reader))

    def handled(self) -> Handled | None:
        """The story under the cursor, and the source that the cursor is on."""
        story, target = self.pane.story, self.pane.target
        if story is None or self.edition is None:
            return None
        if self.view in ("time", "feed", "saved"):
            self.say("This is one report: turn to the edition for its story.")
            return None
        meant = target.article if self.reading and isinstance(target, Source) else None
        return Handled(story, self.edition, meant)

    def action_show_feeds(self) -> None:
        """Show how the feeds are doing."""
        from digest.tui.screens.feeds import FeedsScreen  # noqa: PLC0415 - not before it is wanted

        self.app.push_screen(FeedsScreen(self.reader))

    def on_screen_resume(self) -> None:
        """Marks may have been set elsewhere."""
        self.show_marks()
