"""What every test of the app shares."""

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def changes_are_printed_when_a_test_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees a pilot's terminal: a page is painted when it opens, then as often as asked."""
    monkeypatch.setattr(
        Compositor, "render_partial_update", lambda self: self._dirty_regions.clear()
    )


@pytest.fixture(scope="session")
def parsed() -> dict[object, list[RuleSet]]:
    return {}


@pytest.fixture(autouse=True)
def a_sheet_is_parsed_once(
    monkeypatch: pytest.MonkeyPatch, parsed: dict[object, list[RuleSet]]
) -> None:
    """For all apps of the tests: it is a tenth of what each costs."""
    parse = Stylesheet._parse_rules

    def known(self: Stylesheet, css: str, *where: object, **how: object) -> list[RuleSet]:
        key = (css, where, *how.items(), *self._variables.items())
        if key not in parsed:
            parsed[key] = parse(self, css, *where, **how)
        return parsed[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", known)
