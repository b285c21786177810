"""One article, opened at the paragraph that was quoted."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from digest.errors import DigestError
from digest.news import Article, Edition, Mark, Report, Story
from digest.tui.commands import ARTICLE, Browse, Leave, ReadOn, Save, ShowKeys, bindings
from digest.tui.messages import ArticleCame, Redrawn
from digest.tui.reader import Reader
from digest.tui.screens.handling import Handled, HandlingScreen
from digest.tui.typeset.story import quoted_paragraph
from digest.tui.widgets.article_view import ArticleView
from digest.tui.widgets.hints import Hints


class ArticleScreen(HandlingScreen):
    """An article of a story; the story's other sources are one key away."""

    PLACE: ClassVar[str] = "article"
    BINDINGS: ClassVar[list[BindingType]] = bindings(ARTICLE)

    def __init__(
        self,
        reader: Reader,
        story: Story,
        number: int,
        paragraph: int,
        *,
        edition: Edition | None = None,
        onward: Callable[[int], tuple[Story, int] | None] | None = None,
    ) -> None:
        """`onward` leads to the next hit of a search, or back: its story and paragraph."""
        super().__init__(reader)
        self._edition = edition
        self._onward = onward
        self._story = story
        self._number = number
        self._paragraph = paragraph

    def compose(self) -> ComposeResult:
        """The text and the last line."""
        yield ArticleView(self.reader.clock)
        yield Hints((ReadOn, Leave, Browse, Save, ShowKeys), self.reader.keyboard)

    def on_mount(self) -> None:
        """Show what is known at once, and bring the text."""
        self.query_one(ArticleView).focus()
        self._bring()

    def _bring(self) -> None:
        self._show(None)
        self.run_worker(self._fetch(), group="article", exclusive=True)

    async def _fetch(self) -> None:
        try:
            article = await self.reader.desk.article(self._report.id)
        except DigestError as error:
            self.say(str(error), fault=True)
        else:
            self.post_message(ArticleCame(article))

    @on(ArticleCame)
    def _came(self, message: ArticleCame) -> None:
        message.stop()
        self._show(message.article)
        if self.reader.taste.mark_read:
            self.set_mark([self._report.id], Mark.READ, on=True)
        if message.article is None:
            self.say("The text is not stored.")

    def _show(self, article: Article | None) -> None:
        self.query_one(ArticleView).show(self._report, article, marked=self._paragraph)
        self.show_marks()

    @property
    def _report(self) -> Report:
        return self._story.articles[self._number]

    def reports(self) -> Sequence[Report]:
        """The one report."""
        return (self._report,)

    def show_marks(self) -> None:
        """Say which source this is, and whether it is saved."""
        saved = " · saved" if self._report.id in self.reader.marking.marks.saved else ""
        self.say(f"source {self._number + 1} of {len(self._story.articles)}{saved}")

    def action_open_source(self, number: int) -> None:
        """Turn to another source of the story."""
        if number <= len(self._story.articles):
            self._number = number - 1
            self._paragraph = quoted_paragraph(self._story, self._number)
            self._bring()

    def action_next_hit(self) -> None:
        """Open the next hit of the search."""
        self._step(1)

    def action_previous_hit(self) -> None:
        """Open the previous hit of the search."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._onward is None:
            return
        if place := self._onward(by):
            self._story, self._paragraph = place
            self._number = 0
            self._bring()
        else:
            self.say("No more hits.")

    def handled(self) -> Handled | None:
        """The story, and this report of it."""
        if self._edition is None:
            self.say("This is no story of the edition before you.")
            return None
        return Handled(self._story, self._edition, self._number)

    @on(Redrawn)
    def _redrawn(self) -> None:
        """The story is another now: back to the page, where it is seen."""
        self.dismiss()

    def action_read_on(self) -> None:
        """A page; at the end, back to the story."""
        view = self.query_one(ArticleView)
        if view.at_end:
            self.dismiss()
        else:
            view.action_page_down()

    def action_back(self) -> None:
        """Back to the story."""
        self.dismiss()

    def action_leave(self) -> None:
        """Back to the story."""
        self.dismiss()
