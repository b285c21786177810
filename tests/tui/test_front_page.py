"""The front page: what it shows, and where the keys lead."""

import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.tui.screens.feeds import FeedsScreen
from digest.tui.screens.front import FrontPage
from digest.tui.typeset.front import PartRow, StoryRow
from digest.tui.typeset.sheets import sections
from tests.tui.desk import PaperDesk, front, press, reading, settled, shown
from tests.tui.paper import edition, harbour, story

pytestmark = pytest.mark.anyio


def desk() -> PaperDesk:
    return PaperDesk(edition())


async def test_it_opens_on_the_last_edition_before_anything_is_fetched() -> None:
    async with reading(desk(), refresh=True) as pilot:
        assert "Central bank of Ostmark" in shown(pilot)


async def test_the_head_says_the_day_the_hour_and_what_is_read() -> None:
    async with reading(desk()) as pilot:
        head = shown(pilot).splitlines()[1]
        assert head.startswith("  Sunday 22 November 2026  ")
        assert head.endswith("  as of 06:02 · 0 of 8 read · 5 min")


async def test_a_low_screen_has_the_head_on_one_line() -> None:
    async with reading(desk(), size=(70, 24)) as pilot:
        first = shown(pilot).splitlines()[0]
        assert first.strip() == "Sun 22 Nov · as of 06:02 · 0 of 8 read · 5 min"


async def test_yesterdays_paper_says_so() -> None:
    async with reading(PaperDesk(edition(day="2026-11-21"))) as pilot:
        assert "Saturday 21 November 2026 · yesterday's" in shown(pilot)


async def test_a_headline_has_at_most_three_lines() -> None:
    long = "A headline that goes on and on, about nothing much and then about more of it, " * 4
    async with reading(PaperDesk(edition(story("long", long)))) as pilot:
        block = front(pilot).stories.blocks[1]
        assert block.height == 3 + 1 + 1
        assert "…" in shown(pilot)


def test_the_top_is_three_stories_and_repeats_nowhere() -> None:
    parts = [section for section in sections(edition()) if section.part == "front"]
    assert [section.name for section in parts] == ["Top", "World", "Technology", "Science"]
    ids = [one.id for section in parts for one in section.stories]
    assert len(parts[0].stories) == 3
    assert len(ids) == len(set(ids)) == 8


def test_sections_stand_in_the_readers_order() -> None:
    named = replace(edition(), sections=(clean("Science"), clean("World")))
    parts = [section for section in sections(named) if section.part == "front"]
    assert [section.name for section in parts] == ["Top", "Science", "World", "Technology"]


def test_what_stands_alone_is_grouped_by_feed() -> None:
    alone = [section for section in sections(edition()) if section.part == "alone"]
    assert [(one.name, len(one.stories)) for one in alone] == [
        ("The Harbour Post", 3),
        ("Nordwind", 2),
    ]


async def test_a_story_says_how_old_it_is_on_whom_it_rests_and_that_they_differ() -> None:
    async with reading(desk()) as pilot:
        assert "day 2 · 4 origins · they differ" in shown(pilot)


async def test_a_count_that_was_only_put_right_is_revised_and_in_dispute_nowhere() -> None:
    revised = tuple(replace(each, kind="revision") for each in harbour().differ)
    desk = PaperDesk(edition(replace(harbour(), differ=revised)))
    async with reading(desk) as pilot:
        assert "day 2 · 4 origins · revised" in shown(pilot)
        assert "they differ" not in shown(pilot)


async def test_j_and_k_move_and_the_story_follows() -> None:
    async with reading(desk()) as pilot:
        await press(pilot, "j", "j", "k")
        assert front(pilot).stories.target == StoryRow("rates-0")
        assert front(pilot).pane.story == edition().stories[1]


@pytest.mark.parametrize(("keys", "where"), [("ll", "chip-0"), ("llh", "glacier-0"), ("h", "")])
async def test_h_and_l_go_from_section_to_section(keys: str, where: str) -> None:
    async with reading(desk()) as pilot:
        await press(pilot, *keys)
        assert front(pilot).stories.target == StoryRow(where or "harbour-0")


async def test_capital_g_goes_to_the_end_and_g_to_the_top() -> None:
    async with reading(desk()) as pilot:
        await press(pilot, "G")
        assert front(pilot).stories.at_end
        await press(pilot, "g")
        assert front(pilot).stories.target == StoryRow("harbour-0")


async def test_more_and_on_its_own_are_closed_until_they_are_opened() -> None:
    async with reading(desk(), size=(120, 60)) as pilot:
        assert "▸ MORE 4" in shown(pilot)
        assert "▸ ON ITS OWN 5" in shown(pilot)
        assert "Talks over the salt road" not in shown(pilot)
        front(pilot).stories.go_to_part()
        await press(pilot, "enter")
        assert "▾ MORE 4" in shown(pilot)
        assert "Talks over the salt road" in shown(pilot)
        await press(pilot, "enter")
        assert "Talks over the salt road" not in shown(pilot)


async def test_next_unread_opens_the_list_it_leads_into() -> None:
    async with reading(desk()) as pilot:
        await press(pilot, *"jjjjjjj", "n")
        assert front(pilot).stories.target == StoryRow("more0-0")
        await press(pilot, "N")
        assert front(pilot).stories.target == StoryRow("eel-0")


async def test_next_unread_passes_over_what_is_read() -> None:
    async with reading(desk()) as pilot:
        await press(pilot, "j", "m", "k", "n")
        assert front(pilot).stories.target == StoryRow("bridge-0")


async def test_the_line_of_failing_feeds_opens_their_list() -> None:
    async with reading(desk()) as pilot:
        assert "2 feeds failing (F)" not in shown(pilot)
        await press(pilot, "G")
        assert "2 feeds failing (F)" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FeedsScreen)
        assert "timeout, 3 times since Thu 19 Nov" in shown(pilot)
        assert "secret" not in shown(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, FrontPage)


async def test_tab_goes_to_the_story_and_back() -> None:
    async with reading(desk()) as pilot:
        await press(pilot, "tab")
        assert front(pilot).pane.has_focus
        await press(pilot, "tab")
        assert front(pilot).stories.has_focus


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_from_the_story_the_way_back_is_the_list(key: str) -> None:
    async with reading(desk()) as pilot:
        await press(pilot, "enter")
        assert front(pilot).pane.has_focus
        await press(pilot, key)
        assert front(pilot).stories.has_focus
        assert pilot.app.is_running


async def test_q_on_the_front_page_quits_with_nothing_wrong() -> None:
    async with reading(desk()) as pilot:
        await pilot.press("q")
    assert pilot.app.return_value == 0


async def test_capital_j_changes_the_story_from_within() -> None:
    async with reading(desk()) as pilot:
        await press(pilot, "enter", "J")
        assert front(pilot).pane.has_focus
        assert front(pilot).pane.story == edition().stories[1]
        await press(pilot, "K")
        assert front(pilot).pane.story == harbour()


async def test_space_reads_page_by_page_then_the_next_story() -> None:
    async with reading(desk(), size=(120, 16)) as pilot:
        pane = front(pilot).pane
        await press(pilot, "space")
        assert pane.scroll_offset.y > 0
        assert pane.story == harbour()
        while not pane.at_end:
            await press(pilot, "space")
        assert not front(pilot).reader.marking.marks.read
        await press(pilot, "space")
        assert pane.story == edition().stories[1]
        assert {one.id for one in harbour().articles} <= front(pilot).reader.marking.marks.read


async def test_after_the_last_story_it_says_that_is_the_news() -> None:
    async with reading(desk()) as pilot:
        for _ in edition().stories:
            await press(pilot, "space")
        assert front(pilot).stories.target == PartRow("more")
        assert "That is the news. 4 more, 5 on their own." in shown(pilot)


async def test_narrow_too_says_that_is_the_news() -> None:
    async with reading(PaperDesk(edition(harbour())), size=(70, 60)) as pilot:
        await press(pilot, "space", "space")
        assert "That is the news." in shown(pilot)
        assert front(pilot).stories.has_focus


async def test_narrow_shows_one_at_a_time() -> None:
    async with reading(desk(), size=(70, 30)) as pilot:
        assert "All four lights" not in shown(pilot)
        await press(pilot, "enter")
        assert "All four lights" in shown(pilot)
        assert "Central bank" not in shown(pilot)
        await press(pilot, "escape")
        assert "Central bank" in shown(pilot)


async def test_narrow_space_opens_the_story_first() -> None:
    async with reading(desk(), size=(70, 30)) as pilot:
        await press(pilot, "space")
        assert front(pilot).pane.has_focus
        assert front(pilot).pane.scroll_offset.y == 0


@pytest.mark.parametrize("size", [(89, 30), (90, 30), (20, 5)])
async def test_any_size_will_do(size: tuple[int, int]) -> None:
    async with reading(desk(), size=size) as pilot:
        await press(pilot, "j", "enter", "j", "G", "enter", "escape", "space", "2", "q")
        assert all(len(line) <= size[0] for line in shown(pilot).splitlines())


async def test_a_resize_keeps_the_place() -> None:
    async with reading(desk()) as pilot:
        await press(pilot, "l", "enter")
        await pilot.resize_terminal(70, 24)
        await settled(pilot)
        assert front(pilot).pane.has_focus
        assert "Glacier lake" in shown(pilot)
        assert "Central bank" not in shown(pilot)
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        assert front(pilot).stories.target == StoryRow("glacier-0")


async def test_a_click_on_a_story_opens_it() -> None:
    async with reading(desk()) as pilot:
        lines = shown(pilot).splitlines()
        line = next(n for n, text in enumerate(lines) if "Engineers close" in text)
        await pilot.click(offset=(10, line))
        await settled(pilot)
        assert front(pilot).pane.story == edition().stories[2]


async def test_the_brackets_turn_to_the_day_before_and_back() -> None:
    before = replace(edition(harbour(), day="2026-11-21"))
    async with reading(PaperDesk(edition(), before)) as pilot:
        await press(pilot, "[")
        assert "Saturday 21 November" in shown(pilot)
        await press(pilot, "[")
        assert "This is the oldest edition." in shown(pilot)
        await press(pilot, "]")
        assert "Sunday 22 November" in shown(pilot)
        await press(pilot, "]")
        assert "This is the newest edition." in shown(pilot)


HOSTILE = (
    "[/",
    "[@click=app.quit]x[/]",
    "[bold",
    "$x [red]",
    "\\[",
    "{0}",
    "한국어 新聞 " * 9,
    "é" * 99,
)


async def test_a_title_is_never_more_than_text() -> None:
    stories = (story(f"h{n}", clean(title)) for n, title in enumerate(HOSTILE))
    async with reading(PaperDesk(edition(*stories)), size=(120, 50)) as pilot:
        for title in HOSTILE:
            assert f"* {clean(title)[:5]}" in shown(pilot)
            await press(pilot, "1", "q", "j")
        await pilot.click(offset=(8, 10))
        await press(pilot, "ctrl+p", "escape")
        assert pilot.app.is_running


async def test_what_slipped_through_the_gate_is_stopped_at_the_screen() -> None:
    one = replace(harbour(), headline="Quiet\x1b]52;c;aGk=\x07 harbour \u202etxt.exe")
    async with reading(PaperDesk(edition(one))) as pilot:
        assert "Quiet" in shown(pilot)
        assert not {"\x1b", "\x07", "\u202e"} & set(shown(pilot))


async def test_ten_thousand_stories_scroll() -> None:
    many = (story(f"s{n}", f"Story number {n} of very many", reports=1) for n in range(10_000))
    crowd = replace(edition(), alone=tuple(many))
    async with reading(PaperDesk(crowd)) as pilot:
        front(pilot).stories.toggle("alone")
        await press(pilot, "G", "k")
        assert front(pilot).stories.target == StoryRow("s9999-0")
        assert "Story number 9999 of very many" in shown(pilot)


@pytest.mark.parametrize(("key", "where"), [("J", "more0-0"), ("K", "eel-0")])
async def test_from_the_head_of_a_list_the_next_story_is_its_first(key: str, where: str) -> None:
    async with reading(desk()) as pilot:
        front(pilot).stories.go_to_part()
        await press(pilot, key)
        assert front(pilot).stories.target == StoryRow(where)
