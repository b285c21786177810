"""Lays out a day's edition: which window, which stories, in what order, how long.

Pure: `turn` decides what is to be made, `ReadersHand` does the reader's corrections, `place` and
`lay_out` put stories in order, `compose` makes the edition once they have been told.
"""

from digest.edition.days import FIRST_WINDOW, Turn, turn
from digest.edition.drafts import Draft, Known, Source, distinct, draft
from digest.edition.excerpt import section_of, shortened, story_of
from digest.edition.galley import Galley, Grouped, galley, galley_of
from digest.edition.hand import ReadersHand
from digest.edition.layout import MORE_WORDS, Layout, allot, lay_out
from digest.edition.page import compose, told
from digest.edition.rank import Place, Wishes, mentions, place
from digest.edition.taste import Glance, Taste, taste

__all__ = [
    "FIRST_WINDOW",
    "MORE_WORDS",
    "Draft",
    "Galley",
    "Glance",
    "Grouped",
    "Known",
    "Layout",
    "Place",
    "ReadersHand",
    "Source",
    "Taste",
    "Turn",
    "Wishes",
    "allot",
    "compose",
    "distinct",
    "draft",
    "galley",
    "galley_of",
    "lay_out",
    "mentions",
    "place",
    "section_of",
    "shortened",
    "story_of",
    "taste",
    "told",
    "turn",
]
