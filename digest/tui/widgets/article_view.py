"""The text of one article, at a comfortable measure."""

from collections.abc import Callable, Sequence
from datetime import datetime

from digest.news import Article, Report
from digest.tui.typeset import article as sheet
from digest.tui.typeset.lines import Block
from digest.tui.widgets.column import Column


class ArticleView(Column):
    """An article; the paragraph that a story quotes is marked."""

    MEASURE = sheet.MEASURE

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._report: Report | None = None
        self._article: Article | None = None
        self._marked = 0
        self._clock = clock

    def typeset(self, width: int) -> Sequence[Block]:
        """The article, or its head."""
        if self._report is None:
            return ()
        return sheet.page(
            self._report, self._article, width, marked=self._marked, now=self._clock()
        )

    def show(self, report: Report, article: Article | None, *, marked: int) -> None:
        """Print an article, with a paragraph of it marked and in view; 0: none."""
        self._report, self._article, self._marked = report, article, marked
        self.reset(to_top=True)
        self.put(self.find(sheet.Marked(marked)))
