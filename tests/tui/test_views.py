"""The same news in other orders, sifted, and after days away."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from digest.news import FeedHealth, Marks, Window
from digest.tui.memory import Memory, Remembered
from digest.tui.typeset.front import StoryRow
from digest.tui.typeset.sheets import printed
from digest.tui.views import Sieve, sieves, sifted
from tests.tui.desk import PaperDesk, front, press, reading, shown
from tests.tui.paper import MADE, NOW, edition, story

pytestmark = pytest.mark.anyio


async def test_v_turns_through_the_views_and_back() -> None:
    desk = PaperDesk(edition())
    desk.kept = Marks(saved=frozenset({"eel-0"}))
    async with reading(desk) as pilot:
        await press(pilot, "v")
        assert "All by time" in shown(pilot)
        assert "SUNDAY 22 NOVEMBER 2026" in shown(pilot)
        await press(pilot, "v")
        assert "By feed" in shown(pilot)
        assert "CIVIC EYE" in shown(pilot)
        await press(pilot, "v")
        assert "Eels found" in shown(pilot)
        assert "Central bank" not in shown(pilot)
        await press(pilot, "v")
        assert "TOP" in shown(pilot)
        assert "Saved" not in shown(pilot).splitlines()[1]


async def test_a_report_of_a_list_is_told_by_its_own_article() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "v")
        assert "The lamps came on one after another" in shown(pilot)
        await press(pilot, "x")
        assert "turn to the edition" in shown(pilot)
        await press(pilot, "1")
        assert "By A. Correspondent" in shown(pilot)


async def test_nothing_saved_is_said() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "v", "v", "v")
        assert "Nothing saved yet." in shown(pilot)


async def test_capital_v_sifts_by_section_publisher_unread_and_saved() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "V", *"science", "enter")
        assert "Eels found" in shown(pilot)
        assert "Central bank" not in shown(pilot)
        assert "Science" in shown(pilot).splitlines()[1]
        await press(pilot, "m", "V", *"unread", "enter")
        assert "Eels found" not in shown(pilot)
        assert "Central bank" in shown(pilot)
        await press(pilot, "V", *"every", "enter")
        assert "TOP" in shown(pilot)


async def test_a_sieve_that_lets_nothing_through_says_so() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "V", *"saved", "enter")
        assert "Nothing here is saved." in shown(pilot)


def test_every_sieve_lets_through_as_many_as_it_says() -> None:
    sheet, marks = printed(edition()), Marks(read=frozenset({"eel-0", "eel-1"}))
    for sieve, count in sieves(sheet, marks):
        kept = sifted(sheet, sieve, marks)
        assert sum(len(section.stories) for section in kept.sections) == count
    assert sifted(sheet, Sieve(), marks) is sheet


def after_days_away() -> PaperDesk:
    old = story("old", "Old news of the harbour")
    old = replace(
        old, articles=tuple(replace(r, published=MADE - timedelta(days=5)) for r in old.articles)
    )
    window = Window(start=MADE - timedelta(days=6), end=MADE)
    page = edition(story("fresh", "Fresh news of today"), old)
    return PaperDesk(replace(page, window=window))


async def test_after_days_away_it_says_so_and_what_can_be_done() -> None:
    async with reading(after_days_away()) as pilot:
        assert "6 days in one paper: c goes day by day, t shows today only." in shown(pilot)


class Busy(PaperDesk):
    """A desk with a feed that brings a hundred entries a day."""

    async def health(self) -> tuple[FeedHealth, ...]:
        first, *others = await super().health()
        return (replace(first, weekly=700.0), *others)


async def test_after_days_away_feeds_that_may_have_lost_items_are_named() -> None:
    desk = Busy(*after_days_away().stored)
    async with reading(desk, (200, 40)) as pilot:
        assert "May have lost items: The Harbour Post." in shown(pilot)


async def test_c_goes_day_by_day_and_back() -> None:
    async with reading(after_days_away()) as pilot:
        await press(pilot, "c")
        page = shown(pilot)
        assert page.index("TUESDAY 17 NOVEMBER") < page.index("Old news")
        assert page.index("Old news") < page.index("Fresh news")
        await press(pilot, "c")
        assert "TOP" in shown(pilot)


async def test_t_shows_today_only_and_all_again() -> None:
    async with reading(after_days_away()) as pilot:
        await press(pilot, "t")
        assert "Fresh news" in shown(pilot)
        assert "Old news" not in shown(pilot)
        await press(pilot, "t")
        assert "Old news" in shown(pilot)


async def test_the_place_is_remembered_from_run_to_run() -> None:
    kept: list[Remembered] = []
    memory = Memory(keep=kept.append)
    async with reading(PaperDesk(edition()), memory=memory) as pilot:
        await press(pilot, "j", "j", "q")
    assert kept[-1].story == "bridge-0"
    async with reading(PaperDesk(edition()), memory=Memory(kept[-1])) as pilot:
        assert front(pilot).stories.target == StoryRow("bridge-0")
    assert NOW.date().isoformat() == kept[-1].day
