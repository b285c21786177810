"""How it looks, as committed pictures."""

from collections.abc import Callable

from digest.tui.app import DigestApp
from digest.tui.theme import DAY
from tests.tui.desk import PaperDesk, app_on
from tests.tui.paper import edition

Compare = Callable[..., bool]


def paper() -> DigestApp:
    return app_on(PaperDesk(edition()))


def test_the_front_page(snap_compare: Compare) -> None:
    assert snap_compare(paper(), terminal_size=(120, 36))


def test_the_front_page_by_day(snap_compare: Compare) -> None:
    app = paper()
    app.theme = DAY.name
    assert snap_compare(app, terminal_size=(120, 36), press=["j", "m", "j", "s"])


def test_a_story_unfolded_on_a_narrow_screen(snap_compare: Compare) -> None:
    keys = ["enter", "G", "enter", "j"]
    assert snap_compare(paper(), terminal_size=(70, 24), press=keys)


def test_an_article(snap_compare: Compare) -> None:
    assert snap_compare(paper(), terminal_size=(120, 36), press=["2"])
