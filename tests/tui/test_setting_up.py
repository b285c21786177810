"""Setting up inside the app: the welcome, the list of feeds, feeds.toml in an editor."""

from contextlib import nullcontext

import pytest

from digest.errors import ConfigError, ParseError
from digest.news import Feed
from digest.tui.app import DigestApp
from digest.tui.screens.welcome import WelcomeScreen
from digest.tui.taste import Taste
from tests.tui.desk import PaperDesk, PaperFeeds, front, press, reading, shown
from tests.tui.paper import edition, starter

pytestmark = pytest.mark.anyio


async def test_a_first_run_greets_and_offers_the_starter_list() -> None:
    feeds = PaperFeeds()
    async with reading(PaperDesk(), feeds=feeds, greet=True) as pilot:
        assert "Welcome to digest." in shown(pilot)
        assert "Begin with 5 feeds" in shown(pilot)
        assert not feeds.begun


async def test_what_is_left_is_not_written_and_reading_begins() -> None:
    feeds, desk = PaperFeeds(), PaperDesk()
    async with reading(desk, feeds=feeds, greet=True) as pilot:
        await press(pilot, "j", "j", "j", "j", "space")
        assert "Begin with 4 feeds" in shown(pilot)
        desk.go_on.set()
        await press(pilot, "g", "enter")
        assert [feed.title for feed in feeds.begun] == [
            feed.title for feed in starter() if feed.title != "Nordwind"
        ]
        assert not isinstance(pilot.app.screen, WelcomeScreen)
        assert desk.told.is_set()


async def test_with_nothing_taken_it_does_not_begin() -> None:
    feeds = PaperFeeds()
    async with reading(PaperDesk(), feeds=feeds, greet=True) as pilot:
        await press(pilot, "j", "j", *["j", "space"] * 5, "g", "enter")
        assert "Take at least one feed." in shown(pilot)
        await press(pilot, "escape")
        assert "Begin with the feeds that are taken, or leave." in shown(pilot)
    assert not feeds.begun


async def test_a_feed_of_ones_own_is_offered_first() -> None:
    feeds = PaperFeeds()
    feeds.leads = (Feed(url="https://mine.example/feed"),)
    async with reading(PaperDesk(), feeds=feeds, greet=True) as pilot:
        await press(pilot, "a", *"mine.example", "enter")
        assert "[x] https://mine.example/feed" in shown(pilot)
        assert "Begin with 6 feeds" in shown(pilot)


async def test_an_imported_list_stands_in_place_of_ours() -> None:
    async with reading(PaperDesk(), greet=True) as pilot:
        await press(pilot, "i", "enter")
        assert "Begin with 2 feeds" in shown(pilot)


async def test_leaving_the_welcome_writes_nothing() -> None:
    feeds = PaperFeeds()
    async with reading(PaperDesk(), feeds=feeds, greet=True) as pilot:
        await press(pilot, "q")
    assert not feeds.begun
    assert pilot.app.return_value == 0


async def test_the_list_of_feeds_says_what_is_wrong_and_the_next_step() -> None:
    async with reading(PaperDesk()) as pilot:
        await press(pilot, "F")
        assert "Pebble Gazette" in shown(pilot)
        assert "timeout, 3 times since Thu 19 Nov" in shown(pilot)
        assert "It was slow or down: r tries again." in shown(pilot)


async def test_r_asks_one_feed_again() -> None:
    desk = PaperDesk()
    async with reading(desk) as pilot:
        await press(pilot, "F", "r")
        assert len(desk.retried) == 1
        assert "answers." in shown(pilot)
        assert not desk.told.is_set()


async def test_d_removes_a_feed_and_u_puts_it_back() -> None:
    feeds = PaperFeeds()
    before = list(feeds.urls)
    async with reading(PaperDesk(), feeds=feeds) as pilot:
        await press(pilot, "F", "d")
        assert len(feeds.urls) == len(before) - 1
        assert "u puts it back." in shown(pilot)
        await press(pilot, "u")
        assert feeds.urls == before
        await press(pilot, "u")
        assert "Nothing to take back." in shown(pilot)


async def test_capital_d_finds_the_new_address_and_moves_there() -> None:
    feeds = PaperFeeds()
    async with reading(PaperDesk(), feeds=feeds) as pilot:
        await press(pilot, "F", "D", "enter")
        assert feeds.asked == [("https://www.pebblegazette.example/", False)]
        assert "https://found.example/feed" in feeds.urls
        assert "Moved to https://found.example/feed." in shown(pilot)


async def test_where_there_is_no_other_address_it_says_so() -> None:
    feeds = PaperFeeds()
    feeds.leads = ()
    async with reading(PaperDesk(), feeds=feeds) as pilot:
        await press(pilot, "F", "D")
        assert "No other address found." in shown(pilot)
        feeds.trouble = ParseError("A page, and it links to no feed.")
        await press(pilot, "D")
        assert "links to no feed" in shown(pilot)


async def test_a_feed_is_added_and_fetched() -> None:
    feeds, desk = PaperFeeds(), PaperDesk()
    desk.go_on.set()
    async with reading(desk, feeds=feeds) as pilot:
        await press(pilot, "F", "a", *"found.example", "enter")
        assert "https://found.example/feed" in feeds.urls
        assert "1 feed added." in shown(pilot)
        assert desk.told.is_set()


async def test_of_several_feeds_one_is_chosen() -> None:
    feeds, desk = PaperFeeds(), PaperDesk()
    desk.go_on.set()
    feeds.leads = tuple(Feed(url=f"https://found.example/{n}") for n in range(3))
    async with reading(desk, feeds=feeds) as pilot:
        await press(pilot, "F", "a", *"found.example", "enter")
        assert "It has several feeds." in shown(pilot)
        await press(pilot, "down", "enter")
        assert "https://found.example/1" in feeds.urls


async def test_enter_on_a_feed_offers_what_can_be_done() -> None:
    async with reading(PaperDesk()) as pilot:
        await press(pilot, "F", "enter")
        assert "Find address" in shown(pilot)
        await press(pilot, "escape")
        assert "ANSWERING" in shown(pilot)


async def test_capital_e_reads_the_file_again_and_tells_its_faults_with_their_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    feeds = PaperFeeds()
    monkeypatch.setattr(DigestApp, "suspend", nullcontext)  # a pilot has no terminal to lend
    async with reading(PaperDesk(), feeds=feeds) as pilot:
        await press(pilot, "E")
        assert "feeds.toml is read: 6 feeds." in shown(pilot)
        feeds.trouble = ConfigError("feeds.toml:7: feeds.urk: unknown key.")
        await press(pilot, "E")
        assert "feeds.toml:7: feeds.urk: unknown key." in shown(pilot)
        assert feeds.edited == 2


async def test_where_no_editor_can_be_opened_it_says_so() -> None:
    async with reading(PaperDesk()) as pilot:
        await press(pilot, "E")
        assert "not supported" in shown(pilot)


async def test_keys_and_looks_count_as_soon_as_the_file_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    feeds = PaperFeeds()
    monkeypatch.setattr(DigestApp, "suspend", nullcontext)
    async with reading(PaperDesk(edition()), feeds=feeds) as pilot:
        first, height = front(pilot).stories.story, front(pilot).stories.virtual_size.height
        feeds.taste = Taste(
            theme="gruvbox", ascii=True, compact=True, keys={"next-story": "f5", "search": "f6"}
        )
        await press(pilot, "F", "E", "q", "f5")
        assert front(pilot).stories.story != first
        assert front(pilot).stories.virtual_size.height < height
        assert "f6 search" in shown(pilot).lower()
        assert not {*shown(pilot)} - {*map(chr, range(128))}
        assert pilot.app.theme == "gruvbox"
        feeds.taste = Taste(keys={"next-story": "j"})
        await press(pilot, "E")
        assert "asked for by both" in shown(pilot)
        await press(pilot, "f6")
        assert "search all that is stored" in shown(pilot)
