"""The page laid out in other ways: by time, by feed, saved, sifted, day by day."""

from collections.abc import Sequence

from digest.errors import DigestError
from digest.news import Article, Edition, Report, Story
from digest.tui import views, words
from digest.tui.commands import CatchUp, TodayOnly
from digest.tui.progress import Progress
from digest.tui.reader import Reader
from digest.tui.screens.editions import EditionScreen
from digest.tui.typeset.options import Option
from digest.tui.typeset.sheets import Sheet, printed
from digest.tui.views import VIEWS, Sieve


class ViewScreen(EditionScreen):
    """An edition as it was printed, or the same news in another order."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.view = "edition"
        """One of `VIEWS`, or "today" or "days"."""
        self.sieve = Sieve()
        self._day = ""
        self._sheet: Sheet | None = None
        self._coming: dict[str, Report] = {}

    def show_sheet(self, sheet: Sheet) -> None:
        """Put a sheet on the page."""
        raise NotImplementedError

    def show_edition(self, edition: Edition) -> None:
        """Put an edition on the page; another day's lies as it was printed."""
        if edition.day != self._day:
            self._day, self.view, self.sieve = edition.day, "edition", Sieve()
        self.lay()

    def lay(self) -> None:
        """Lay the page out, as the view and the sieve will have it."""
        edition, now = self.edition, self.reader.clock()
        if self.view in VIEWS and self.view != "edition":
            self.run_worker(self._list(self.view), group="view", exclusive=True)
        elif edition is not None:
            match self.view:
                case "today":
                    self._put(views.of_today(edition, now))
                case "days":
                    self._put(views.caught_up(edition, now.tzinfo))
                case _:
                    self._put(printed(edition))

    async def _list(self, view: str) -> None:
        try:
            reports = await self.reader.desk.listed(saved=view == "saved")
        except DigestError as error:
            self.say(str(error), fault=True)
        else:
            if view != self.view:  # the reader has turned on
                return
            self._put(views.listed(view, reports, self.reader.clock().tzinfo))

    def _put(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.show_sheet(views.sifted(sheet, self.sieve, self.reader.marking.marks))

    def action_change_view(self) -> None:
        """To the next view."""
        names = list(VIEWS)
        here = names.index(self.view) if self.view in VIEWS else 0
        self._turn_view(names[(here + 1) % len(names)])

    def _turn_view(self, view: str) -> None:
        self.view, self.sieve = view, Sieve()
        self.lay()
        self.say(f"{VIEWS[view]}." if view in VIEWS else "")

    def action_today_only(self) -> None:
        """What the last day brought, or all again."""
        self._turn_view("edition" if self.view == "today" else "today")

    def action_catch_up(self) -> None:
        """What each day brought, or the edition again."""
        self._turn_view("edition" if self.view == "days" else "days")

    def action_filter(self) -> None:
        """Show only some."""
        if self._sheet:
            self.run_worker(self._filter(self._sheet), group="filter", exclusive=True)

    async def _filter(self, sheet: Sheet) -> None:
        from digest.tui.screens.asking import Choose  # noqa: PLC0415 - not before it is wanted

        options = [
            Option(sieve.words.capitalize() if not sieve.name else sieve.name, sieve, str(count))
            for sieve, count in views.sieves(sheet, self.reader.marking.marks)
        ]
        chosen = await self.app.push_screen_wait(
            Choose("Show only:", [Option("Everything", Sieve()), *options])
        )
        if isinstance(chosen, Sieve):
            self.sieve = chosen
            self._put(sheet)

    def tell_gap(self) -> None:
        """Say that the reader has been away, and what can be done about it."""
        if self.edition and (days := views.days_away(self.edition)):
            self.run_worker(self._tell_gap(days), group="gap", exclusive=True)

    async def _tell_gap(self, days: int) -> None:
        try:
            lost = views.may_have_lost(await self.reader.desk.health(), days)
        except DigestError:
            lost = []  # what was asked for more than this will say what is wrong
        first = self.reader.keyboard.first
        self.say(words.away(days, lost, catch_up=first(CatchUp), today=first(TodayOnly)))

    def follow(self, progress: Progress) -> None:
        """Say how far an update is; on a first run, show what has been read."""
        super().follow(progress)
        if self.edition is None:
            wanted = [one for one in progress.recent if one not in self._coming]
            if wanted:
                self.run_worker(self._bring(wanted), group="coming")

    async def _bring(self, ids: Sequence[str]) -> None:
        for one in ids:
            try:
                article = await self.reader.desk.article(one)
            except DigestError:
                return  # the update itself says what is wrong with the store
            if article:
                self._coming[one] = _report(article, self.reader)
        if self.edition is None and self._coming:
            self.show_sheet(views.coming(self._coming.values()))

    async def glimpse(self, story: Story) -> Story:
        """A story of one stored report, told in the article's own summary."""
        article = await self.reader.desk.article(story.articles[0].id)
        return views.told(story, article) if article else story


def _report(article: Article, reader: Reader) -> Report:
    return Report(
        id=article.id,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published=article.published or reader.clock(),
        origin=0,
        feed=article.feed,
    )
