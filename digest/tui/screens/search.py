"""Search: all that is stored, as one types."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.widgets import Input

from digest.errors import DigestError
from digest.news import Correction, Found, Report, Story
from digest.tui.commands import HITS, Leave, NextHit, Open, Save, Search, bindings
from digest.tui.marking import MutedWord
from digest.tui.messages import Picked
from digest.tui.reader import Reader
from digest.tui.screens.reading import ReadingScreen
from digest.tui.typeset.hits import HitRow
from digest.tui.views import as_story
from digest.tui.widgets.hints import Hints
from digest.tui.widgets.hit_list import HitList

PAUSE: Final = 0.08
"""Seconds without a letter before the store is asked."""


class SearchScreen(ReadingScreen):
    """A line for words over what they find."""

    PLACE: ClassVar[str] = "search"
    BINDINGS: ClassVar[list[BindingType]] = bindings(HITS)

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._asked = ""

    def compose(self) -> ComposeResult:
        """The words, the hits, the last line."""
        yield Input(placeholder="search all that is stored", compact=True)
        yield HitList(self.reader.clock)
        yield Hints((Open, NextHit, Search, Save, Leave), self.reader.keyboard)

    def on_mount(self) -> None:
        """Wait for words."""
        self.show_marks()
        self.query_one(Input).focus()

    @property
    def hits(self) -> HitList:
        """What was found."""
        return self.query_one(HitList)

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self._asked = message.value
        self.set_timer(PAUSE, lambda: self._ask(message.value))

    def _ask(self, words: str) -> None:
        if words == self._asked:  # nothing has been typed since
            self.run_worker(self._find(words), group="search", exclusive=True)

    async def _find(self, words: str) -> None:
        try:
            found = await self.reader.desk.find(words) if words.strip() else ()
        except DigestError as error:
            self.say(str(error), fault=True)
            return
        self.hits.show(found, words)
        self.say(f"{len(found)} found" if found else "")

    @on(Input.Submitted)
    def _submit(self) -> None:
        if self.hits.found:
            self.hits.focus()

    def on_key(self, event: Key) -> None:
        """From the words down to what they found."""
        if event.key == "down" and self.query_one(Input).has_focus:
            event.stop()
            self._submit()

    def action_search(self) -> None:
        """Back to the words."""
        self.query_one(Input).focus()

    def action_next_hit(self) -> None:
        """Go to the next hit."""
        self.hits.step(1)

    def action_previous_hit(self) -> None:
        """Go to the previous hit."""
        self.hits.step(-1)

    @on(Picked)
    def _picked(self, message: Picked) -> None:
        message.stop()
        if isinstance(message.target, HitRow) and (hit := self.hits.hit):
            self._open(hit)

    def _open(self, hit: Found) -> None:
        from digest.tui.screens.article import ArticleScreen  # noqa: PLC0415 - when it is wanted

        step = self.hits.step
        self.app.push_screen(
            ArticleScreen(
                self.reader, as_found(hit), 0, hit.paragraph, onward=lambda by: _place(step(by))
            )
        )

    def reports(self) -> Sequence[Report]:
        """The one under the cursor."""
        hit = self.hits.hit
        return as_found(hit).articles if hit else ()

    def show_marks(self) -> None:
        """Show the marks as they are now."""
        self.hits.mark(self.reader.marking.marks)

    def on_screen_resume(self) -> None:
        """Marks may have been set in an article."""
        self.show_marks()

    def take_back(self, correction: Correction | MutedWord) -> None:
        """A correction is undone on the front page, where it is seen."""
        self.reader.marking.corrected(correction)
        self.say("The last thing done is a correction: undo it on the front page.")

    def action_back(self) -> None:
        """Back to where the reader came from."""
        self.dismiss()

    def action_leave(self) -> None:
        """Back to where the reader came from."""
        self.dismiss()


def as_found(hit: Found) -> Story:
    """A hit as a story of one report."""
    return as_story(
        Report(
            id=hit.id,
            title=hit.title,
            publisher=hit.publisher,
            url=hit.url,
            published=hit.published,
            origin=0,
            feed="",
        )
    )


def _place(hit: Found | None) -> tuple[Story, int] | None:
    return (as_found(hit), hit.paragraph) if hit else None
