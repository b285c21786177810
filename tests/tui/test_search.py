"""Search: all that is stored, as one types."""

import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.errors import StoreError
from digest.news import Found
from digest.tui.screens.search import SearchScreen
from digest.tui.typeset.hits import page
from tests.tui.desk import PaperDesk, press, reading, shown
from tests.tui.paper import NOW, edition, found

pytestmark = pytest.mark.anyio


async def typed(pilot: object, words: str) -> None:
    await press(pilot, *words)
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    screen._ask(words)  # the pause after the last letter is over
    await press(pilot)


async def test_it_finds_as_one_types_and_opens_where_the_words_stand() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "/")
        assert "Type words" in shown(pilot)
        await typed(pilot, "velden")
        assert "Engineers close the Velden bridge" in shown(pilot)
        assert "4 found" in shown(pilot)
        await press(pilot, "enter", "enter")
        assert "source 1 of 1" in shown(pilot)
        assert "▌" in next(line for line in shown(pilot).splitlines() if "All four lights" in line)


def test_the_words_of_a_hit_stand_as_they_stood_there() -> None:
    snippet = clean(
        "It is larded with new taxes, they say, and 中央銀行は金利 rose; 'taxpayers' wait."
    )
    words = ["taxes", "金利", "taxpayers"]
    marks = tuple((snippet.index(word), snippet.index(word) + len(word)) for word in words)
    hit = replace(found(edition().stories[0].articles[0]), snippet=snippet, marks=marks)
    for width in (20, 36, 80):
        block, _ = page([hit], "tax", width, now=NOW, read=frozenset())
        lines = ["".join(span.text for span in line).strip() for line in block.lines()]
        assert snippet.startswith(" ".join(lines[-3:-1]))
        bold = [span.text for line in block.lines() for span in line if span.role == "value"]
        assert bold == words[: len(bold)]


async def test_only_the_last_of_many_letters_is_asked_for() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "/")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        await pilot.press(*"eels")
        asked = desk.searches.count("eel")  # more than none only where the machine is slow
        screen._ask("eel")
        await press(pilot)
        assert desk.searches.count("eel") == asked


async def test_n_goes_to_the_next_hit_in_the_list_and_in_an_article() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "/")
        await typed(pilot, "velden")
        await press(pilot, "enter", "n", "n", "N", "enter")
        assert "Nordwind" in shown(pilot)
        await press(pilot, "n")
        assert "Meridian Wire" in shown(pilot)
        await press(pilot, "n", "n")
        assert "No more hits." in shown(pilot)


async def test_nothing_found_is_said() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "/")
        await typed(pilot, "zeppelin")
        assert "Nothing stored has all of “zeppelin”." in shown(pilot)


async def test_a_hit_can_be_saved_and_the_way_back_is_the_page() -> None:
    desk = PaperDesk(edition())
    async with reading(desk) as pilot:
        await press(pilot, "/")
        await typed(pilot, "eels")
        await press(pilot, "down", "s")
        assert desk.calls[-1][0] == ("eel-0",)
        await press(pilot, "slash", "escape")
        assert "TOP" in shown(pilot)


class Blind(PaperDesk):
    """A desk that cannot search."""

    async def find(self, words: str) -> tuple[Found, ...]:  # noqa: ARG002 - the desk's own
        raise StoreError("This SQLite was built without FTS5.")


async def test_a_search_that_fails_is_told() -> None:
    async with reading(Blind(edition())) as pilot:
        await press(pilot, "/")
        await typed(pilot, "eels")
        assert "without FTS5" in shown(pilot)
