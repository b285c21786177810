"""Newsprint: every ink can be read on every paper, by day and by night."""

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from digest.bundled import bundled
from digest.tui.theme import INKS, PAPERS, THEMES
from digest.tui.typeset.roles import ROLES

SHEETS = sorted(bundled("styles").glob("*.tcss"))
PACKAGE = Path(bundled("digest")) / "tui"


def luminance(colour: str) -> float:
    """As https://www.w3.org/TR/WCAG21/#dfn-relative-luminance has it."""
    parts = (part / 255 for part in Color.parse(colour).rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("paper", PAPERS)
def test_an_ink_can_be_read_on_its_paper(theme: Theme, ink: str, paper: str) -> None:
    assert contrast(theme.variables[ink], theme.variables[paper]) >= 4.5


def test_all_themes_have_the_same_variables() -> None:
    first, *others = THEMES
    assert all(theme.variables.keys() == first.variables.keys() for theme in others)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_sheet_names_colours_only_by_what_they_mean(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
    colours = re.findall(r"(?:color|background|border[\w-]*): ([^;]*);", text)
    assert all("#" not in colour.replace("#-", "") for colour in colours)
    assert set(re.findall(r"\$([\w-]+)", text)) <= {*INKS, *PAPERS, "faint"}


def test_every_role_of_type_has_its_ink() -> None:
    text = bundled("styles/ink.tcss").read_text()
    assert set(re.findall(r"\.ink--(\w+)", text)) == ROLES


def test_there_is_no_css_in_python() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert not re.search(r"\bCSS\b|DEFAULT_CSS|\.styles\b", path.read_text()), path


def test_a_sheet_has_the_name_of_what_it_dresses() -> None:
    stems = {path.stem for path in PACKAGE.rglob("*.py")}
    assert {sheet.stem for sheet in SHEETS} <= stems
