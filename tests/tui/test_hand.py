"""The reader's hand: split, merge, mute and follow redraw the page at once, and are undone."""

import pytest

from digest.errors import Busy
from digest.news import Hand
from digest.tui.screens.front import FrontPage
from digest.tui.typeset.front import StoryRow
from tests.tui.desk import PaperDesk, PaperFeeds, front, press, reading, shown
from tests.tui.paper import edition

pytestmark = pytest.mark.anyio


async def test_w_says_why_it_is_one_story_and_why_it_stands_here() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "w")
        assert "All name Port Ansgar and 31 ships." in shown(pilot)
        assert "Engineers close the Velden bridge" in shown(pilot)
        assert "They share no name." in shown(pilot)
        assert "4 independent origins" in shown(pilot)
        await press(pilot, "escape")
        assert front(pilot).stories.target == StoryRow("harbour-0")


async def test_x_splits_out_the_source_under_the_cursor_and_u_puts_it_back() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "enter", "j", "x")
        (made,) = desk.hands
        assert (made.hand, len(made.articles), len(made.others)) == (Hand.APART, 1, 4)
        assert "stands apart now; u takes it back." in shown(pilot)
        assert "4 articles" in shown(pilot)
        await press(pilot, "u")
        assert not desk.hands
        assert "5 articles" in shown(pilot)


async def test_x_asks_for_a_source_where_none_is_meant() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "x")
        assert "Put the cursor on a source" in shown(pilot)
        assert not desk.hands


async def test_x_in_an_article_splits_that_one_and_goes_back_to_the_page() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "3", "x")
        assert desk.hands[0].articles == ("harbour-2",)
        assert isinstance(pilot.app.screen, FrontPage)
        assert "4 articles" in shown(pilot)


async def test_capital_m_merges_with_a_story_that_is_typed_for() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "M", *"velden")
        assert "Engineers close" in shown(pilot)
        assert "Glacier lake" not in shown(pilot).partition("velden")[2].partition("Eng")[2][:300]
        await press(pilot, "enter")
        (made,) = desk.hands
        assert made.hand is Hand.TOGETHER
        assert "bridge-0" in made.others
        assert "9 articles" in shown(pilot)
        assert front(pilot).stories.target == StoryRow("harbour-0")
        await press(pilot, "u")
        assert "5 articles" in shown(pilot)


@pytest.mark.parametrize(("key", "days"), [("1", 1), ("7", 7), ("3", 30)])
async def test_z_mutes_for_as_long_as_is_answered(key: str, days: int) -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "j", "z")
        assert "7 days" in shown(pilot)
        await press(pilot, key)
        (made,) = desk.hands
        assert made.until is not None
        assert (made.until - made.made).days == days
        assert "Central bank" not in shown(pilot)
        assert front(pilot).stories.target == StoryRow("bridge-0")
        await press(pilot, "u")
        assert "Central bank" in shown(pilot)


async def test_a_word_is_muted_for_good_and_undone() -> None:
    desk, feeds = PaperDesk(edition()), PaperFeeds()
    async with reading(desk, feeds=feeds) as pilot:
        await press(pilot, "z", "w", *"bank", "enter")
        assert "“bank” is muted; u takes it back." in shown(pilot)
        assert "Central bank" not in shown(pilot)
        await press(pilot, "u")
        assert "Central bank" in shown(pilot)
        assert feeds.muted == [("bank", True), ("bank", False)]
        await press(pilot, "z", "w", "enter")
        desk.refusal = Busy("Another update is running.")
        await press(pilot, "z", "w", *"bridge", "enter")
        assert "Another update is running." in shown(pilot)
        assert feeds.muted[2:] == [("bridge", True)]


async def test_escape_mutes_nothing() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "z", "escape")
        assert not desk.hands
        assert "Mute" not in shown(pilot)


async def test_f_follows_and_f_again_lets_go() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "j", "j", "f")
        assert desk.hands[0].hand is Hand.FOLLOW
        assert front(pilot).stories.target == StoryRow("bridge-0")
        await press(pilot, "f")
        assert not desk.hands
        assert "No longer followed." in shown(pilot)


async def test_marks_and_corrections_are_undone_in_one_line() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "m", "z", "7", "s", "u")
        assert "Took back “saved”" in shown(pilot)
        await press(pilot, "u")
        assert "Taken back." in shown(pilot)
        await press(pilot, "u")
        assert "Took back “read”" in shown(pilot)
        await press(pilot, "u")
        assert "Nothing to take back." in shown(pilot)


async def test_a_correction_that_cannot_be_kept_is_told_and_the_page_stays() -> None:
    desk = PaperDesk(edition())
    desk.refusal = Busy("Another update is running.")
    async with reading(desk) as pilot:
        await press(pilot, "f")
        assert "Another update is running." in shown(pilot)
        assert "Central bank" in shown(pilot)
        desk.refusal = None
        await press(pilot, "u")
        assert "Nothing to take back." in shown(pilot)


async def test_one_that_cannot_be_taken_back_can_be_tried_again() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "f")
        desk.refusal = Busy("Another update is running.")
        await press(pilot, "u")
        assert desk.hands
        desk.refusal = None
        await press(pilot, "u")
        assert not desk.hands
