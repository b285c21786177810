"""An update behind the page: what is read never moves, what is new waits to be let in."""

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot

from digest.errors import Busy, StoreError
from digest.events import ArticleRead, Grouping, Updated
from digest.news import Article, EditionLine, FeedHealth
from digest.tui.typeset.front import StoryRow
from tests.tui.desk import PaperDesk, app_on, front, press, reading, settled, shown, update
from tests.tui.paper import edition, later, story

pytestmark = pytest.mark.anyio


async def front_filled(pilot: Pilot[int]) -> None:
    while not front(pilot).stories.blocks:
        await pilot.pause(0.01)


async def finish(desk: PaperDesk, pilot: object) -> None:
    desk.go_on.set()
    await settled(pilot)


async def test_progress_is_told_while_one_reads() -> None:
    desk = PaperDesk(edition())
    desk.events = update(299, 200, failed=["timeout"] * 11)
    async with reading(desk, refresh=True) as pilot:
        assert "211 of 299" in shown(pilot)


async def test_keys_work_while_the_update_hangs() -> None:
    async with reading(PaperDesk(edition()), refresh=True) as pilot:
        await pilot.press("j", "j")
        await pilot.pause()
        assert front(pilot).stories.target == StoryRow("bridge-0")


async def test_what_is_new_announces_itself_and_waits() -> None:
    desk = PaperDesk(edition())
    desk.result = later(edition(), story("quake", "Quake"), story("heron", "Heron"))
    async with reading(desk, refresh=True) as pilot:
        await pilot.press("j")
        before = front(pilot).stories.blocks
        await finish(desk, pilot)
        assert "2 new (.)" in shown(pilot)
        assert front(pilot).stories.blocks is before


async def test_the_full_stop_lets_in_what_is_new_and_what_is_read_stays_where_it_was() -> None:
    desk = PaperDesk(edition())
    desk.result = later(edition(), story("quake", "Quake at sea"))
    async with reading(desk, refresh=True) as pilot:
        await pilot.press("j", "j", "j", "j", "j")
        await finish(desk, pilot)
        row = next(n for n, line in enumerate(shown(pilot).splitlines()) if "▌" in line)
        await press(pilot, ".")
        assert "new (.)" not in shown(pilot)
        assert front(pilot).stories.target == StoryRow("chip-0")
        assert "▌" in shown(pilot).splitlines()[row]
        await press(pilot, "g")
        assert "Quake at sea" in shown(pilot)
        assert "since 07:10 · 3 origins" in shown(pilot)


async def test_nothing_new_is_said_with_the_hour() -> None:
    desk = PaperDesk(edition())
    async with reading(desk, refresh=True) as pilot:
        await finish(desk, pilot)
        assert "Nothing new since 06:02." in shown(pilot)


async def test_a_first_run_fills_up_and_shows_its_edition_at_once() -> None:
    desk = PaperDesk()
    desk.events = update(20, 7)
    async with reading(desk, refresh=True) as pilot:
        assert "Fetching 7 of 20." in shown(pilot)
        assert "TOP" not in shown(pilot)
        desk.result = edition()
        await finish(desk, pilot)
        assert "Central bank" in shown(pilot)
        assert "Fetching" not in shown(pilot)


@pytest.mark.parametrize("size", [(120, 36), (70, 24)], ids=str)
async def test_a_first_run_shows_reports_as_they_are_read(size: tuple[int, int]) -> None:
    desk = PaperDesk()
    reports = edition().stories[0].articles
    desk.events = [*update(20, 7), *(ArticleRead(id=r.id, words=9, note="") for r in reports)]
    desk.printed = (edition(),)
    async with reading(desk, size, refresh=True) as pilot:
        await front_filled(pilot)
        assert "AS THEY COME · GROUPING…" in shown(pilot)
        assert "Lighthouse keepers" in shown(pilot)
        await pilot.press("j")
        desk.result = edition()
        await finish(desk, pilot)
        assert "TOP" in shown(pilot)
        assert "AS THEY COME" not in shown(pilot)


async def test_a_first_run_says_when_it_groups() -> None:
    desk = PaperDesk()
    desk.events = [*update(20, 20), Grouping(articles=143)]
    async with reading(desk, refresh=True) as pilot:
        assert "Grouping 143 articles…" in shown(pilot)


async def test_an_empty_store_says_how_to_fill_it() -> None:
    async with reading(PaperDesk(), size=(70, 24)) as pilot:
        assert "Nothing here yet: r fetches the news." in shown(pilot)
        await press(pilot, *"jklhG1smuAnN[]o.wxMzfe|vctV", "space", "enter", "tab", "escape")
        assert pilot.app.is_running
        await press(pilot, "q")
    assert pilot.app.return_value == 0


async def test_offline_is_said_with_what_can_be_read() -> None:
    desk = PaperDesk(edition())
    desk.events = [
        *update(2, 0, failed=["offline"] * 2),
        Updated(feeds=2, missed=2, new=0, offline=True),
    ]
    async with reading(desk, refresh=True) as pilot:
        await finish(desk, pilot)
        assert "Offline: 143 articles to read." in shown(pilot)


async def test_no_answer_is_said_with_the_reasons() -> None:
    desk = PaperDesk(edition())
    desk.events = update(20, 0, failed=["TLS"] * 18 + ["timeout"] * 2)
    async with reading(desk, refresh=True) as pilot:
        await finish(desk, pilot)
        assert "No feed answered: 18 TLS, 2 timeouts (F)." in shown(pilot)


async def test_another_update_is_named_and_the_page_stays() -> None:
    desk = PaperDesk(edition())
    desk.result = Busy("Another update is running.")
    async with reading(desk, refresh=True) as pilot:
        await finish(desk, pilot)
        assert "Another update is running; showing 06:02." in shown(pilot)
        assert "Central bank" in shown(pilot)


async def test_a_failing_update_is_told_and_the_page_stays() -> None:
    desk = PaperDesk(edition())
    desk.result = StoreError("The database cannot be written.")
    async with reading(desk, refresh=True) as pilot:
        await finish(desk, pilot)
        assert "The database cannot be written." in shown(pilot)
        assert "Central bank" in shown(pilot)


async def test_r_updates_again_but_never_twice_at_once() -> None:
    desk = PaperDesk(edition())
    async with reading(desk, refresh=True) as pilot:
        await pilot.press("r", "r")
        await finish(desk, pilot)
        desk.result = later(edition(), story("quake", "Quake"))
        await press(pilot, "r")
        assert "1 new (.)" in shown(pilot)


async def test_an_update_that_ends_while_an_article_is_open_waits_on_the_front() -> None:
    desk = PaperDesk(edition())
    desk.result = later(edition(), story("quake", "Quake"))
    async with reading(desk, refresh=True) as pilot:
        await pilot.press("1")
        await finish(desk, pilot)
        assert "By A. Correspondent" in shown(pilot)
        await press(pilot, "q")
        assert "1 new (.)" in shown(pilot)


class Torn(PaperDesk):
    """A desk whose store cannot be read any more."""

    async def editions(self) -> tuple[EditionLine, ...]:
        raise StoreError("The database cannot be read.")

    async def article(self, id: str) -> Article | None:  # noqa: A002, ARG002 - the desk's own
        raise StoreError("The database cannot be read.")

    async def health(self) -> tuple[FeedHealth, ...]:
        raise StoreError("The database cannot be read.")


@pytest.mark.parametrize("key", ["[", "1", "F"])
async def test_a_store_that_fails_is_told_and_ends_nothing(key: str) -> None:
    async with reading(Torn(edition())) as pilot:
        await press(pilot, key)
        assert "The database cannot be read." in shown(pilot)
        await press(pilot, "escape", "j")
        assert front(pilot).stories.target == StoryRow("rates-0")


async def test_what_is_let_in_while_reading_on_a_narrow_screen_is_there_afterwards() -> None:
    desk = PaperDesk(edition())
    desk.result = later(edition(), story("quake", "Quake at sea"))
    async with reading(desk, (70, 30), refresh=True) as pilot:
        await pilot.press("j", "enter")
        await finish(desk, pilot)
        await press(pilot, ".", "J")
        assert "Engineers close" in shown(pilot)
        await press(pilot, "q")
        assert front(pilot).stories.target == StoryRow("bridge-0")
        await press(pilot, "g")
        assert "Quake at sea" in shown(pilot)


async def test_a_terminal_that_changes_its_size_while_the_page_is_laid_is_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = Size(120, 36)

    def turn(driver: HeadlessDriver) -> None:
        driver._app.post_message(Resize(now, now))

    monkeypatch.setattr(HeadlessDriver, "start_application_mode", turn)
    app = app_on(PaperDesk(edition()))
    async with app.run_test(size=(80, 25)) as pilot:
        await settled(pilot)
        assert app.screen.size == now
        assert len(shown(pilot).splitlines()) == now.height
