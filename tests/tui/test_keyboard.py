"""The keys: each command says its own once; a keymap reaches every one."""

import pytest

from digest.errors import ConfigError
from digest.tui.app import DigestApp
from digest.tui.commands import (
    ANYWHERE,
    ARTICLE,
    ASKING,
    COLUMN,
    FEEDS,
    FRONT,
    HITS,
    LISTING,
    SCREENS,
    WELCOME,
    Command,
    NextStory,
    OpenSource,
    ReadOn,
    ShowKeys,
    bindings,
)
from digest.tui.keyboard import Keyboard
from digest.tui.screens.article import ArticleScreen
from digest.tui.screens.asking import Slip
from digest.tui.screens.feeds import FeedsScreen
from digest.tui.screens.front import FrontPage
from digest.tui.screens.listing import ListingScreen
from digest.tui.screens.search import SearchScreen
from digest.tui.screens.welcome import WelcomeScreen
from digest.tui.typeset.front import StoryRow
from digest.tui.widgets.column import Column
from tests.tui.desk import PaperDesk, front, press, reading, shown
from tests.tui.paper import edition

EVERY = {*COLUMN, *ANYWHERE, *(command for place in SCREENS.values() for command in place)}
PLACES = [
    (Column, COLUMN),
    (FrontPage, FRONT),
    (ArticleScreen, ARTICLE),
    (SearchScreen, HITS),
    (FeedsScreen, FEEDS),
    (WelcomeScreen, WELCOME),
    (Slip, ASKING),
    (ListingScreen, LISTING),
    (DigestApp, ANYWHERE),
]


@pytest.mark.parametrize("command", sorted(EVERY, key=lambda command: command.id()))
def test_a_command_says_what_it_does_in_a_sentence(command: type[Command]) -> None:
    assert command.explanation().endswith(".")
    assert all(binding.id for binding in command.bindings())


@pytest.mark.parametrize(("place", "commands"), PLACES)
def test_where_a_command_is_bound_there_is_its_action(
    place: type, commands: tuple[type[Command], ...]
) -> None:
    for command in commands:
        for binding in command.bindings():
            assert hasattr(place, "action_" + binding.action.partition("(")[0])


def test_every_key_of_the_app_has_a_name_that_a_keymap_can_reach() -> None:
    for place, _ in PLACES:
        assert all(binding.id for _, binding in place._merge_bindings())


def test_a_command_has_one_name_and_no_other_command_has_it() -> None:
    names = [binding.id for command in EVERY for binding in command.bindings()]
    assert len(names) == len(set(names))


def test_own_keys_do_not_conflict() -> None:
    keyboard = Keyboard({"next-story": NextStory.key})  # all are checked when one is set
    assert keyboard.first(NextStory) == "J"
    assert keyboard.first(OpenSource) == "1-9"


def test_an_unknown_name_is_named_and_the_nearest_known() -> None:
    with pytest.raises(ConfigError, match=r'no command "next-strory": did you mean next-story\?'):
        Keyboard({"next-strory": "x"})


def test_one_key_for_two_commands_is_refused_with_both_names() -> None:
    with pytest.raises(ConfigError, match='"j" is asked for by both down and next-story'):
        Keyboard({"next-story": "j"})


def test_a_key_may_be_written_as_the_sign_or_by_its_name() -> None:
    with pytest.raises(ConfigError, match=r'"\?" is asked for by both'):
        Keyboard({"next-story": "question_mark"})


def test_an_empty_key_is_refused() -> None:
    with pytest.raises(ConfigError, match="next-story"):
        Keyboard({"next-story": ""})


def test_two_commands_may_change_places() -> None:
    keyboard = Keyboard({"down": "k", "up": "j"})
    assert keyboard.keymap == {"down": "k", "up": "j"}


def test_the_places_of_the_keys_are_all_checked() -> None:
    assert {"front page", "article", "search", "feeds", "welcome", "list"} <= {*SCREENS}
    assert len(bindings([OpenSource, ReadOn])) == 10


@pytest.mark.anyio
async def test_a_chosen_key_works_and_the_old_one_does_not() -> None:
    async with reading(PaperDesk(edition()), keymap={"next-story": "ctrl+n"}) as pilot:
        await press(pilot, "J")
        assert front(pilot).stories.target == StoryRow("harbour-0")
        await press(pilot, "ctrl+n")
        assert front(pilot).stories.target == StoryRow("rates-0")


@pytest.mark.anyio
async def test_hints_help_and_head_name_the_chosen_keys() -> None:
    keymap = {"read-on": "b", "show-feeds": "B", "quit": "ctrl+x"}
    async with reading(PaperDesk(edition()), keymap=keymap, size=(120, 80)) as pilot:
        assert "b read on" in shown(pilot)
        assert "2 feeds failing (B)" in shown(pilot)
        await press(pilot, "?")
        assert "Ctrl+X" in shown(pilot)
        assert "Ctrl+Q" not in shown(pilot)


@pytest.mark.anyio
@pytest.mark.parametrize("letter", ["o", "s", "n", "y", "r"])
async def test_a_letter_does_not_swallow_control_with_that_letter(letter: str) -> None:
    desk, links = PaperDesk(edition()), list[str]()
    async with reading(desk, links=links) as pilot:
        await press(pilot, f"ctrl+{letter}")
        assert front(pilot).stories.target == StoryRow("harbour-0")
    assert not links
    assert not desk.calls


@pytest.mark.anyio
async def test_the_question_mark_shows_the_keys_of_the_screen_one_is_on() -> None:
    async with reading(PaperDesk(edition()), size=(120, 110)) as pilot:
        await press(pilot, "?")
        assert "FRONT PAGE" in shown(pilot)
        told = " ".join(shown(pilot).split())
        for command in FRONT:
            assert command.explanation() in told
        await press(pilot, "q", "1", "?")
        assert "ARTICLE" in shown(pilot)
        assert NextStory.explanation() not in shown(pilot)
        await press(pilot, "?", "escape", "escape")
        assert "Central bank" in shown(pilot)


@pytest.mark.anyio
async def test_the_keys_can_be_searched() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "?", "/", *"mute")
        assert "Mute this story for 1, 7 or 30 days" in shown(pilot)
        assert "Read on" not in shown(pilot)
        await press(pilot, "enter", "q")
        assert "Central bank" in shown(pilot)


@pytest.mark.anyio
async def test_the_palette_finds_a_command_and_does_it() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "ctrl+p", *"toggle read")
        assert "Toggle read" in shown(pilot)
        await press(pilot, "enter")
        assert "1 of 8 read" in shown(pilot)


@pytest.mark.anyio
async def test_the_palette_knows_every_command_of_the_place() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        active = {one.binding.id for one in pilot.app.screen.active_bindings.values()}
        wanted = (*COLUMN, *FRONT, *ANYWHERE)
        assert active == {binding.id for command in wanted for binding in command.bindings()}


@pytest.mark.anyio
async def test_a_slip_looks_the_same_after_the_palette() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "z")
        before = shown(pilot)
        await press(pilot, "escape", "ctrl+p", "escape", "z")
        assert shown(pilot) == before


@pytest.mark.anyio
async def test_the_lights_turn() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "ctrl+t")
        assert not pilot.app.current_theme.dark
        await press(pilot, "ctrl+t")
        assert pilot.app.current_theme.dark


def test_every_key_of_the_design_asks_for_something() -> None:
    keys = {key for command in EVERY for key in command.key.split(",")}
    assert keys >= set("jkJKgGhlosymAunN[]vwxMzf.FectrREqDd?/|") | {"tab", "enter", "escape"}
    assert keys >= {*"123456789", "space", "ctrl+p"}
    assert ShowKeys.hint
