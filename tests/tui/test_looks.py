"""How it looks, as committed pictures: three sizes, by day and by night."""

from collections.abc import Callable

from digest.tui.app import DigestApp
from digest.tui.taste import Taste
from digest.tui.theme import DAY
from tests.tui.desk import PaperDesk, app_on
from tests.tui.paper import edition

Compare = Callable[..., bool]
SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (160, 48)


def paper() -> DigestApp:
    return app_on(PaperDesk(edition()))


def by_day() -> DigestApp:
    return app_on(PaperDesk(edition()), taste=Taste(theme=DAY.name))


def test_the_front_page(snap_compare: Compare) -> None:
    assert snap_compare(paper(), terminal_size=MIDDLE)


def test_the_front_page_by_day(snap_compare: Compare) -> None:
    assert snap_compare(by_day(), terminal_size=MIDDLE, press=["j", "m", "j", "s"])


def test_the_front_page_on_a_large_screen(snap_compare: Compare) -> None:
    assert snap_compare(by_day(), terminal_size=LARGE, press=["j", "j"])


def test_the_front_page_compact(snap_compare: Compare) -> None:
    app = app_on(PaperDesk(edition()), taste=Taste(compact=True))
    assert snap_compare(app, terminal_size=MIDDLE)


def test_the_front_page_on_a_small_screen(snap_compare: Compare) -> None:
    assert snap_compare(by_day(), terminal_size=SMALL)


def test_a_story_unfolded_on_a_small_screen(snap_compare: Compare) -> None:
    assert snap_compare(paper(), terminal_size=SMALL, press=["enter", "G", "enter", "j"])


def test_an_article(snap_compare: Compare) -> None:
    assert snap_compare(paper(), terminal_size=MIDDLE, press=["2"])


def test_an_article_by_day_on_a_large_screen(snap_compare: Compare) -> None:
    assert snap_compare(by_day(), terminal_size=LARGE, press=["2", "g"])


def test_why(snap_compare: Compare) -> None:
    assert snap_compare(paper(), terminal_size=MIDDLE, press=["w"])


def test_muting(snap_compare: Compare) -> None:
    assert snap_compare(paper(), terminal_size=SMALL, press=["z"])


def test_merging(snap_compare: Compare) -> None:
    assert snap_compare(by_day(), terminal_size=MIDDLE, press=["M", "t", "h", "e"])


def test_the_feeds(snap_compare: Compare) -> None:
    assert snap_compare(by_day(), terminal_size=SMALL, press=["F"])


def test_the_welcome(snap_compare: Compare) -> None:
    app = app_on(PaperDesk(), greet=True)
    assert snap_compare(app, terminal_size=SMALL, press=["j"])
