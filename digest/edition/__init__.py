"""Lays out a day's edition: which window, which stories, in what order, how long.

Pure: `turn` decides what is to be made, `arrange` puts drafts in order, `compose` makes the
edition once the stories have been told.
"""

from digest.edition.days import FIRST_WINDOW, Turn, paper_day, turn
from digest.edition.drafts import Draft, Source, distinct, draft
from digest.edition.layout import MORE_WORDS, Plan, Wishes, allot, arrange, compose, told

__all__ = [
    "FIRST_WINDOW",
    "MORE_WORDS",
    "Draft",
    "Plan",
    "Source",
    "Turn",
    "Wishes",
    "allot",
    "arrange",
    "compose",
    "distinct",
    "draft",
    "paper_day",
    "told",
    "turn",
]
