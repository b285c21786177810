"""Any terminal: sizes from 40x12 to 240x80, all scripts, ASCII, sixteen colours or none."""

import itertools

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.geometry import Size
from textual.theme import BUILTIN_THEMES, Theme

from digest.clean import clean
from digest.news import Edition
from digest.tui.taste import Taste
from digest.tui.theme import CONTRAST, INKS, NIGHT, PAPERS, THEMES, contrast, dressed
from tests.tui.desk import PaperDesk, app_on, front, press, reading, shown
from tests.tui.paper import edition, harbour, story

SIZES = [(40, 12), (80, 24), (120, 36), (240, 80)]
SCRIPTS = {
    "Chinese": "中央銀行は金利を据え置き、春の利下げを示唆した。市場は静かに反応した",
    "emoji": "Keeper 👩‍🚒 of the 🗼 waves 👋🏽 at ⛵️ and 🇳🇴 flags, twice 🎉🎉🎉",
    "marks": "Zálésí a pře̋hrada: ú̃ři̋dníci se vrátili do pra̋ce po jede̋nácti dnech",
    "Hebrew": "שומרי המגדלורים חזרו לעבודה לאחר אחד עשר ימים של שביתה בנמל",
    "Arabic": "عاد حراس المنارات إلى العمل بعد أحد عشر يوما من الإضراب في الميناء",
    "one word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter" * 2,
}


def widths(app: object) -> set[int]:
    size = app.size
    strips = app.screen._compositor.render_strips(Size(*size))
    return {sum(cell_len(segment.text) for segment in strip) for strip in strips}


def edges(app: object) -> set[int]:
    """The cells at which the line between the panes stands."""
    size = app.size
    strips = app.screen._compositor.render_strips(Size(*size))
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    return {cell_len(line[: line.index("│")]) for line in lines if "│" in line}


def written(words: str, back: int) -> Edition:
    """An edition of so many days ago, told in these words."""
    full = replace(harbour(), headline=clean(words))
    said = tuple(replace(sentence, text=clean(words)) for sentence in full.summary)
    plain = story("script", words, reports=2)
    return edition(replace(full, summary=said), plain, day=f"2026-11-{22 - back}")


@pytest.mark.anyio
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_screen_breaks_a_line_at_any_size(size: tuple[int, int]) -> None:
    async with reading(PaperDesk(edition()), size) as pilot:
        for keys in (["enter"], ["escape", "1"], ["q", "?"], ["q", "F"], ["q", "w"], ["q", "z"]):
            await press(pilot, *keys)
            assert widths(pilot.app) == {size[0]}


@pytest.mark.anyio
@pytest.mark.parametrize("size", [(40, 12), (120, 36)], ids=str)
async def test_columns_stay_straight_in_every_script(size: tuple[int, int]) -> None:
    desk = PaperDesk(*(written(words, day) for day, words in enumerate(SCRIPTS.values())))
    async with reading(desk, size) as pilot:
        for script in SCRIPTS:
            assert widths(pilot.app) == {size[0]}, script
            assert len(edges(pilot.app)) == (size[0] >= 90), script
            await press(pilot, "enter")
            assert widths(pilot.app) == {size[0]}, script
            await press(pilot, "escape", "[")


@pytest.mark.anyio
async def test_a_long_fault_is_told_whole_until_one_moves_on() -> None:
    fault = "/home/reader/.config/digest/feeds.toml:7: feeds.urk: unknown key. Did you mean 'url'?"
    async with reading(PaperDesk(edition()), (40, 12)) as pilot:
        page = shown(pilot)
        front(pilot).say(fault, fault=True)
        await press(pilot)
        told = "".join(shown(pilot).split())
        assert "".join(fault.split()) in told
        assert widths(pilot.app) == {40}
        await press(pilot, "j", "k")
        assert shown(pilot).splitlines()[:-1] == page.splitlines()[:-1]


@pytest.mark.anyio
async def test_signs_are_ascii_if_the_reader_wants_it() -> None:
    async with reading(PaperDesk(edition()), taste=Taste(ascii=True)) as pilot:
        await press(pilot, "enter", "G")
        assert not {*shown(pilot)} - {*map(chr, range(128))}
        await press(pilot, "1")
        assert not {*shown(pilot)} - {*map(chr, range(128))}
        await press(pilot, "q", "F")
        assert not {*shown(pilot)} - {*map(chr, range(128))}


@pytest.mark.anyio
async def test_compact_gives_a_story_one_line() -> None:
    async with reading(PaperDesk(edition()), taste=Taste(compact=True)) as pilot:
        heights = [
            b.height for b in front(pilot).stories.blocks if type(b).__name__ == "StoryBlock"
        ]
        assert set(heights) == {1}
        assert "differ d2 4" in shown(pilot)


@pytest.mark.anyio
async def test_read_stays_unread_if_the_reader_wants_it() -> None:
    desk = PaperDesk(edition())
    async with reading(desk, taste=Taste(mark_read=False)) as pilot:
        await press(pilot, "1", "q", "G", "space", "space")
        assert not desk.calls


@pytest.mark.anyio
async def test_without_colour_the_signs_still_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "j", "m", "j", "s")
        page = shown(pilot)
        assert "they differ" in page
        assert "saved" in page
        assert "* Engineers" in page
        assert "  Central bank" in page


OTHERS = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]


@pytest.mark.parametrize("theme", OTHERS, ids=lambda theme: theme.name)
def test_every_theme_of_textual_can_be_read(theme: Theme) -> None:
    inked = dressed(theme).variables
    for ink, paper in itertools.product(INKS, PAPERS):
        assert contrast(Color.parse(inked[ink]), Color.parse(inked[paper])) >= CONTRAST - 0.02


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_in_sixteen_colours_no_ink_is_its_paper(theme: Theme) -> None:
    def one_of_sixteen(name: str) -> int | None:
        return RichColor.parse(theme.variables[name]).downgrade(ColorSystem.STANDARD).number

    for ink, paper in itertools.product(INKS, PAPERS):
        assert one_of_sixteen(ink) != one_of_sixteen(paper), (ink, paper)


@pytest.mark.anyio
async def test_a_theme_can_be_chosen_and_is_remembered() -> None:
    app = app_on(PaperDesk(edition()), taste=Taste(theme="gruvbox"))
    assert app.theme == "gruvbox"
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "T", *"nord", "enter")
        assert pilot.app.theme == "nord"
        assert "TOP" in shown(pilot)
    assert app_on(PaperDesk(), taste=Taste(theme="no such theme")).theme == NIGHT.name
