"""Newsprint, by day and by night: the colours that the sheets name by what they mean."""

from typing import Final

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

INKS: Final = ("ink", "headline", "quiet", "mark", "fresh", "conflict", "cited")
"""The variables that colour text."""

PAPERS: Final = ("paper", "lit")
"""The variables that text stands on."""
