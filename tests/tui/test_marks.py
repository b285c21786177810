"""Marks: set at once, kept by the desk, taken back one by one."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import StoreError
from digest.news import Mark, Marks
from digest.tui.marking import Change, Marking, changed
from tests.tui.desk import PaperDesk, front, press, reading, shown
from tests.tui.paper import edition, harbour

ALL = {report.id for report in harbour().articles}


@pytest.mark.anyio
async def test_m_marks_a_story_read_and_unread_again() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "m")
        assert "1 of 8 read" in shown(pilot)
        assert "* Lighthouse" not in shown(pilot)
        await press(pilot, "m")
        assert "0 of 8 read" in shown(pilot)
    assert [(set(ids), mark, on) for ids, mark, on in desk.calls] == [
        (ALL, Mark.READ, True),
        (ALL, Mark.READ, False),
    ]


@pytest.mark.anyio
async def test_s_saves_and_says_so_in_a_word() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "s")
        assert "saved · day 2" in shown(pilot)
        await press(pilot, "s")
        assert "saved" not in shown(pilot)


@pytest.mark.anyio
async def test_capital_a_marks_the_section_read() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "A")
        assert "3 of 8 read" in shown(pilot)


@pytest.mark.anyio
async def test_u_takes_back_one_mark_after_the_other() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "m", "s", "A")
        assert "3 of 8 read" in shown(pilot)
        await press(pilot, "u")
        assert "1 of 8 read" in shown(pilot)
        await press(pilot, "u", "u")
        assert front(pilot).reader.marking.marks == Marks()
        await press(pilot, "u")
        assert "Nothing to take back." in shown(pilot)
    assert len(desk.calls) == 6


@pytest.mark.anyio
async def test_marks_of_before_are_shown() -> None:
    desk = PaperDesk(edition())
    desk.kept = Marks(read=frozenset(ALL), saved=frozenset({"rates-0"}))
    async with reading(desk) as pilot:
        assert "1 of 8 read" in shown(pilot)
        assert "saved · 5 origins" in shown(pilot)


class Broken(PaperDesk):
    async def mark(self, ids: Sequence[str], mark: Mark, on: bool) -> None:  # noqa: ARG002 - as a desk has it
        raise StoreError("The disk is full.")


@pytest.mark.anyio
async def test_a_mark_that_cannot_be_kept_is_told() -> None:
    async with reading(Broken(edition())) as pilot:
        await press(pilot, "m")
        assert "A mark was not kept: The disk is full." in shown(pilot)


@pytest.mark.anyio
async def test_a_mark_set_just_before_quitting_is_kept() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await pilot.press("m", "q")
    assert len(desk.calls) == 1


ids = st.lists(st.sampled_from("abcde"), min_size=1, max_size=4)
changes = st.lists(st.tuples(ids, st.sampled_from(Mark), st.booleans()), max_size=12)


@given(changes)
def test_undoing_everything_leads_back_to_the_beginning(
    wanted: list[tuple[list[str], Mark, bool]],
) -> None:
    marking = Marking(PaperDesk())
    marking.marks = before = Marks(read=frozenset("ab"), saved=frozenset("c"))
    for carriers, mark, on in wanted:
        marking.set(carriers, mark, on=on)
    while marking.undo():
        pass
    assert marking.marks == before


def test_a_change_touches_only_the_reports_it_changes() -> None:
    marking = Marking(PaperDesk())
    marking.marks = Marks(read=frozenset("a"))
    assert marking.set(("a", "b"), Mark.READ, on=True) == Change(("b",), Mark.READ, on=True)
    assert changed(marking.marks, Change(("b",), Mark.READ, on=False)).read == {"a"}
