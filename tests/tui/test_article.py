"""An article on the screen: the quoted paragraph, the way to the page itself, the way back."""

import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.news import Article, Link, Report
from digest.tui.screens.front import FrontPage
from digest.tui.typeset.article import Marked
from digest.tui.typeset.lines import width_of
from digest.tui.widgets.article_view import ArticleView
from tests.tui import paper
from tests.tui.desk import PaperDesk, front, press, reading, shown
from tests.tui.paper import edition, harbour

pytestmark = pytest.mark.anyio


async def test_it_opens_at_the_quoted_paragraph_and_marks_it() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "2")
        view = pilot.app.screen.query_one(ArticleView)
        assert view.target == Marked(2)
        line = next(line for line in shown(pilot).splitlines() if "All four lights" in line)
        assert "▌ All four lights" in line


async def test_a_paragraph_far_down_is_brought_into_view() -> None:
    one = harbour()
    far = replace(one, new=(replace(one.new[0], paragraph=16),))
    async with reading(PaperDesk(edition(far))) as pilot:
        await press(pilot, "2")
        assert "▌ Paragraph 16 of the report" in shown(pilot)


async def test_it_is_set_as_an_article_is() -> None:
    async with reading(PaperDesk(edition()), size=(120, 80)) as pilot:
        await press(pilot, "2")
        text = shown(pilot)
        for part in (
            "By A. Correspondent and B. Stringer",
            "PORT ANSGAR",
            "What was agreed",
            "• a panel of three",
            "│ “We did not do this",
            "– The North Mole light on Saturday evening.",
            "https://nordwind.example/harbour",
        ):
            assert part in text


async def test_its_lines_are_at_most_seventy_wide() -> None:
    async with reading(PaperDesk(edition()), size=(160, 40)) as pilot:
        await press(pilot, "2")
        blocks = pilot.app.screen.query_one(ArticleView).blocks
        widths = [width_of(line) for block in blocks for line in block.lines()]
        assert 60 < max(widths) <= 70


async def test_another_number_turns_to_another_source() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "2", "3")
        assert "source 3 of 5" in shown(pilot)
        assert "Meridian Wire" in shown(pilot)


async def test_o_opens_the_page_itself() -> None:
    links: list[str] = []
    async with reading(PaperDesk(edition()), links=links) as pilot:
        await press(pilot, "o", "2", "o")
    assert links == ["https://theharbourpost.example/harbour", "https://nordwind.example/harbour"]


async def test_y_copies_the_link() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "2", "y")
        assert pilot.app.clipboard == "https://nordwind.example/harbour"


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_the_way_back_is_the_story(key: str) -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "enter", "2", key)
        assert isinstance(pilot.app.screen, FrontPage)
        assert front(pilot).pane.has_focus


async def test_space_pages_and_goes_back_at_the_end() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "2", "space")
        assert pilot.app.screen.query_one(ArticleView).scroll_offset.y > 0
        await press(pilot, "space", "space", "space")
        assert isinstance(pilot.app.screen, FrontPage)


async def test_what_was_opened_is_read_and_the_story_when_all_of_it_is() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "2", "q")
        assert front(pilot).reader.marking.marks.read == {"harbour-1"}
        assert "* Lighthouse" in shown(pilot)
        await press(pilot, "1", "3", "4", "5", "q")
        assert "* Lighthouse" not in shown(pilot)


class NoText(PaperDesk):
    def text(self, report: Report, /) -> Article | None:
        short = paper.article(report)
        return replace(short, paragraphs=short.paragraphs[:1], note=clean("consent wall"))


async def test_the_feeds_own_words_are_called_that() -> None:
    async with reading(NoText(edition())) as pilot:
        await press(pilot, "1")
        assert "No text (consent wall). The feed says:" in shown(pilot)


class Forgetful(PaperDesk):
    def text(self, _: Report, /) -> Article | None:
        return None


async def test_a_text_that_is_not_stored_says_so() -> None:
    async with reading(Forgetful(edition())) as pilot:
        await press(pilot, "1")
        assert "The text is not stored." in shown(pilot)
        assert "Lighthouse keepers" in shown(pilot)


class Pictured(PaperDesk):
    """A desk whose articles have a picture."""

    def text(self, report: Report, /) -> Article | None:
        image = Link(url=clean("https://pictures.example/lamp.jpg"), text=clean("A lamp, lit"))
        found = super().text(report)
        return replace(found, image=image) if found else None


async def test_a_picture_is_its_words_and_a_link_and_the_links_are_numbered() -> None:
    async with reading(Pictured(edition()), (120, 90)) as pilot:
        await press(pilot, "1")
        assert "A lamp, lit" in shown(pilot)
        assert "[1] the page     https://theharbourpost.example/harbour" in shown(pilot)
        assert "[2] the picture  https://pictures.example/lamp.jpg" in shown(pilot)
