"""Newsprint, by day and by night: the colours that the sheets name by what they mean."""

from dataclasses import replace
from typing import Final

from textual.color import Color
from textual.theme import Theme

NIGHT: Final = Theme(
    name="newsprint-night",
    dark=True,
    primary="#d8b98a",
    secondary="#a89f8f",
    accent="#e0a45c",
    foreground="#e4ddcf",
    background="#191816",
    surface="#211f1c",
    panel="#2b2824",
    success="#a9bf88",
    warning="#e0a45c",
    error="#e58a78",
    variables={
        "ink": "#e4ddcf",
        "headline": "#f4eee1",
        "quiet": "#9c9384",
        "faint": "#3d3933",
        "mark": "#e0a45c",
        "fresh": "#a9bf88",
        "conflict": "#e58a78",
        "cited": "#b9ab93",
        "paper": "#191816",
        "lit": "#2b2824",
        "block-cursor-background": "#d8b98a",
        "block-cursor-foreground": "#191816",
        "scrollbar": "#3d3933",
        "scrollbar-hover": "#5a544b",
        "scrollbar-active": "#9c9384",
        "scrollbar-background": "#191816",
        "scrollbar-background-hover": "#191816",
        "scrollbar-background-active": "#191816",
        "scrollbar-corner-color": "#191816",
    },
)

DAY: Final = Theme(
    name="newsprint-day",
    dark=False,
    primary="#6b4a1f",
    secondary="#5f574b",
    accent="#8c3b1c",
    foreground="#2a2621",
    background="#f6f1e6",
    surface="#efe8d9",
    panel="#e7decc",
    success="#3f5d22",
    warning="#8c3b1c",
    error="#962a21",
    variables={
        "ink": "#2a2621",
        "headline": "#14110d",
        "quiet": "#655d51",
        "faint": "#d3c8b3",
        "mark": "#96430f",
        "fresh": "#3f5d22",
        "conflict": "#962a21",
        "cited": "#5e4a2c",
        "paper": "#f6f1e6",
        "lit": "#e9e0ce",
        "block-cursor-background": "#6b4a1f",
        "block-cursor-foreground": "#f6f1e6",
        "scrollbar": "#d3c8b3",
        "scrollbar-hover": "#b8ab92",
        "scrollbar-active": "#655d51",
        "scrollbar-background": "#f6f1e6",
        "scrollbar-background-hover": "#f6f1e6",
        "scrollbar-background-active": "#f6f1e6",
        "scrollbar-corner-color": "#f6f1e6",
    },
)

THEMES: Final = (NIGHT, DAY)
"""Those of our own; the first is worn unless another is chosen."""

INKS: Final = ("ink", "headline", "quiet", "mark", "fresh", "conflict", "cited")
"""The variables that colour text."""

PAPERS: Final = ("paper", "lit")
"""The variables that text stands on."""

CONTRAST: Final = 4.5
"""Of text on its paper, at least: https://www.w3.org/TR/WCAG21/#contrast-minimum."""


def dressed(theme: Theme) -> Theme:
    """A theme of Textual's with our inks, mixed from its colours until they can be read."""
    paper = Color.parse(theme.background or ("#121212" if theme.dark else "#efefef"))
    pole = Color.parse("#ffffff" if theme.dark else "#000000")
    lit = paper.blend(pole, 0.09)
    ink = Color.parse(theme.foreground or ("#e0e0e0" if theme.dark else "#1f1f1f"))
    base = {
        "ink": ink,
        "headline": ink.blend(pole, 0.5),
        "quiet": ink.blend(paper, 0.4),
        "mark": Color.parse(theme.accent or theme.warning or theme.primary),
        "fresh": Color.parse(theme.success or theme.primary),
        "conflict": Color.parse(theme.error or theme.primary),
        "cited": ink.blend(Color.parse(theme.secondary or theme.primary), 0.5),
    }
    inks = {name: _readable(colour, paper, lit, pole).hex for name, colour in base.items()}
    papers = {"paper": paper.hex, "lit": lit.hex, "faint": paper.blend(pole, 0.25).hex}
    return replace(theme, variables={**theme.variables, **inks, **papers})


def _readable(ink: Color, paper: Color, lit: Color, pole: Color) -> Color:
    """The ink, drawn towards black or white until it stands out from both papers."""
    steps = (ink.blend(pole, step / 20).rgb for step in range(21))
    colours = (Color(*rgb) for rgb in steps)
    return next((c for c in colours if min(contrast(c, paper), contrast(c, lit)) >= CONTRAST), pole)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.1, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """As https://www.w3.org/TR/WCAG21/#dfn-relative-luminance has it."""
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
