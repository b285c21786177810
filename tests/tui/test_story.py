"""A story's page: what is open, what is folded, where each sentence leads."""

import re

import pytest
from msgspec.structs import replace

from digest.clean import NOTHING, clean
from digest.news import Story
from digest.tui.screens.article import ArticleScreen
from digest.tui.screens.front import FrontPage
from digest.tui.typeset import story as sheet
from digest.tui.typeset.story import Fold, Source, quoted_paragraph
from tests.tui.desk import PaperDesk, front, press, reading, settled, shown
from tests.tui.paper import NOW, edition, harbour, story

FOLDS = ("agree", "only", "quote", "days", "sources")


def printed(width: int, *opened: str, of: Story | None = None) -> str:
    blocks = sheet.page(of or harbour(), width, opened=frozenset(opened), now=NOW)
    lines = ("".join(span.text for span in line) for block in blocks for line in block.lines())
    return "\n".join(lines).replace("\u00a0", " ")


def test_it_says_how_far_it_goes_back_and_on_whom_it_rests() -> None:
    assert "Update, day 2 · 5 articles · 5 publishers · 4 independent" in printed(78)


def test_new_differ_and_summary_are_open_each_sentence_with_its_source() -> None:
    text = printed(78)
    assert "NEW      All four lights were lit again by six in the evening." in text
    assert "DIFFER   ships waiting in the roads" in text
    assert "31 (harbour office) – The harbour office counted 31 ships" in text
    assert "Meridian Wire ¶3 [3]" in text


def test_a_side_that_the_report_gives_itself_has_no_other_speaker() -> None:
    (difference,) = harbour().differ
    counted, guessed = difference.claims
    claims = (replace(counted, speaker=NOTHING), replace(guessed, speaker=clean("meridian wire")))
    text = printed(78, of=replace(harbour(), differ=(replace(difference, claims=claims),)))
    assert "31 – The harbour office counted" in text
    assert "about 40 – About 40 lay at anchor" in text


@pytest.mark.parametrize("width", [40, 60, 78, 120, 160])
def test_a_speaker_stands_behind_the_value_and_no_line_begins_with_the_dash(width: int) -> None:
    (difference,) = harbour().differ
    long = replace(difference.claims[1], speaker=clean("pilots’ guild of the four harbours"))
    story = replace(harbour(), differ=(replace(difference, claims=(long,)),))
    text = printed(width, of=story)
    assert "about 40 (pilots’ guild of the four harbours) – About 40 lay" in " ".join(text.split())
    assert not re.search(r"^ *–", text, re.MULTILINE)


def test_the_rest_is_folded_and_counted() -> None:
    text = printed(78)
    for fold in ("▸ agree 2", "▸ only 1", "▸ quote", "▸ days 2", "▸ sources 5"):
        assert fold in text
    assert "One keeper slept" not in text


def test_unfolded_it_says_everything() -> None:
    text = " ".join(printed(78, *FOLDS).split())
    assert "[1][2][3]" in text
    assert "One keeper slept in the lamp room" in text
    assert "– Ilse Marrow, keeper of the North Mole" in text
    assert "2026-11-21 The council offers talks." in text
    assert "[4] Valley Courier (Meridian Wire)" in text
    assert "reprints [3] · Sat 21 Nov 12:41" in text


@pytest.mark.parametrize("width", [12, 24, 43, 44, 78])
def test_no_line_is_wider_than_its_column(width: int) -> None:
    lines = printed(width, *FOLDS).splitlines()
    assert all(len(line) <= width for line in lines)
    assert len(lines) > 20


def test_a_story_of_one_report_names_its_publisher() -> None:
    one = story("one", "Headline", reports=1)
    blocks = sheet.page(one, 70, opened=frozenset(), now=NOW)
    text = "".join(span.text for span in blocks[1].lines()[0]).replace("\u00a0", " ")
    assert text == "The Harbour Post · 04:02 · 1 min"


def test_a_source_opens_where_the_page_quotes_it_first() -> None:
    assert [quoted_paragraph(harbour(), n) for n in range(5)] == [4, 2, 3, 0, 0]


@pytest.mark.anyio
async def test_enter_opens_a_fold_and_closes_it() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        pane = front(pilot).pane
        await press(pilot, "enter")
        pane.put(pane.find(Fold("only")))
        await press(pilot, "enter")
        assert "One keeper slept in the lamp room" in shown(pilot)
        assert pane.target == Fold("only")
        await press(pilot, "enter")
        assert "One keeper slept" not in shown(pilot)


@pytest.mark.anyio
async def test_a_click_opens_a_fold() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        lines = shown(pilot).splitlines()
        line = next(n for n, text in enumerate(lines) if "▸ days" in text)
        await pilot.click(offset=(lines[line].index("▸ days") + 2, line))
        await settled(pilot)
        assert "The council offers talks." in shown(pilot)


@pytest.mark.anyio
async def test_enter_on_a_sentence_opens_its_source_there() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert "Nordwind · Sat 21 Nov 22:55" in shown(pilot)


@pytest.mark.anyio
async def test_the_cursor_reaches_the_sources_past_the_ninth() -> None:
    crowd = story("crowd", "Everybody tells this", reports=12)
    async with reading(PaperDesk(edition(crowd))) as pilot:
        pane = front(pilot).pane
        await press(pilot, "enter")
        pane.put(pane.find(Fold("sources")))
        await press(pilot, "enter", *"jjjjjjjjjjjj")
        assert isinstance(pane.target, Source)
        assert pane.target.article == 11
        await press(pilot, "enter")
        assert "source 12 of 12" in shown(pilot)


@pytest.mark.anyio
async def test_a_number_past_the_last_source_does_nothing() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "9")
        assert isinstance(pilot.app.screen, FrontPage)
