"""What every test of the app shares."""

import pytest
from textual._compositor import Compositor


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def changes_are_printed_when_a_test_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sees a pilot's terminal: a page is painted when it opens, then as often as asked."""
    monkeypatch.setattr(
        Compositor, "render_partial_update", lambda self: self._dirty_regions.clear()
    )
