"""The nouns: ``Feed → Entry → Article → Story → Edition``, and ``Missed``.

All are frozen values. All text in them has passed `digest.clean`; all times know their
offset. The fields of an edition are the fields of its JSON form, version 1: names here are
names that other programs read, so they stay.
"""

from digest.news.articles import Article, Kind, Paragraph, Sentence
from digest.news.editions import Counts, Edition, EditionLine, Found, Window
from digest.news.feeds import Entry, Feed, FeedHealth, Link, Missed, Parsed
from digest.news.hand import Correction, Hand, Mark, Marks
from digest.news.stories import (
    Agreement,
    Because,
    Claim,
    Day,
    Difference,
    LeftOut,
    Only,
    Quote,
    Report,
    Story,
    Telling,
    Update,
    Why,
)

__all__ = [
    "Agreement",
    "Article",
    "Because",
    "Claim",
    "Correction",
    "Counts",
    "Day",
    "Difference",
    "Edition",
    "EditionLine",
    "Entry",
    "Feed",
    "FeedHealth",
    "Found",
    "Hand",
    "Kind",
    "LeftOut",
    "Link",
    "Mark",
    "Marks",
    "Missed",
    "Only",
    "Paragraph",
    "Parsed",
    "Quote",
    "Report",
    "Sentence",
    "Story",
    "Telling",
    "Update",
    "Why",
    "Window",
]
