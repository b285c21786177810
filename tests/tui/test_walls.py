"""Who knows whom: widgets know no screen and no app; the app knows no room behind the desk."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import digest.tui

HOME = Path(digest.tui.__file__).parent
UPWARD = {
    "typeset": ("screens", "widgets", "app"),
    "widgets": ("screens", "app"),
    "screens": ("app",),
}
BEHIND = ("store", "fetch", "config", "pipeline", "workers", "worker", "cli")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("room", UPWARD)
def test_nothing_looks_up(room: str) -> None:
    above = tuple(f"digest.tui.{name}" for name in UPWARD[room])
    for path in (HOME / room).rglob("*.py"):
        assert not [name for name in imported(path) if name.startswith(above)], path


def test_typesetting_knows_no_textual() -> None:
    for path in (HOME / "typeset").rglob("*.py"):
        assert not [name for name in imported(path) if name.startswith("textual")], path


def test_the_world_is_known_through_the_desk_alone() -> None:
    behind = tuple(f"digest.{name}" for name in BEHIND)
    for path in HOME.rglob("*.py"):
        assert not [name for name in imported(path) if name.startswith(behind)], path
