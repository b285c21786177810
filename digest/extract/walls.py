"""Pages that hold no article: consent walls, robot checks, live blogs, galleries."""

import re
from collections.abc import Sequence
from typing import Final

from digest.extract.phrases import may_say, phrases, says
from digest.news import Kind, Paragraph

_WALLS: Final = (
    "consent wall",
    "robot check",
    "page needs JavaScript",
    "paywall",
    "page not found",
)
_LIVE_URL: Final = re.compile(
    r"/live(?:-?blog|-updates|-news|ticker)?/|liveblog|live-updates|liveticker", re.IGNORECASE
)
_LIVE_TITLE: Final = re.compile(r"live ?[:|]|liveblog|liveticker|live updates", re.IGNORECASE)
_TIMED: Final = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} (?:min|hour)\w{0,3} ago\b")

ENOUGH: Final = 250
"""Characters: a text this long counts as one, whatever else the page says."""

STUB: Final = 1_500
"""Characters: a paywalled text under this is no more than its opening."""

ASKING: Final = 6_000
"""Characters: who asks for consent, with a list of purposes, needs no more."""

TICKER: Final = 12
"""Times of day on a live blog."""


def wall(text: str) -> str:
    """Which kind of page it is that says `text` where an article should be."""
    found = ((phrases(reason).search(text[:20_000]), reason) for reason in _WALLS)
    places = [(match.start(), reason) for match, reason in found if match]
    return min(places, default=(0, "no article text"))[1]


def is_live(kinds: Sequence[str], url: str, title: str) -> bool:
    """Whether a page calls itself a live blog."""
    said = _LIVE_URL.search(url) or _LIVE_TITLE.match(title)
    return "LiveBlogPosting" in kinds or said is not None


def is_ticker(text: str) -> bool:
    """Whether the text is a row of short messages, each with its time."""
    return len(_TIMED.findall(text)) >= TICKER


def is_gallery(paragraphs: Sequence[Paragraph], captions: Sequence[str]) -> bool:
    """Whether pictures tell more than the text does."""
    told = sum(len(one.text) for one in paragraphs if one.kind is not Kind.HEADING)
    return len(captions) >= 8 and sum(map(len, captions)) > 2 * told and told < 2 * ENOUGH


def is_consent(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a page asks for consent and says little else."""
    told = sum(len(one.text) for one in paragraphs)
    if told > ASKING or not may_say("consent", "\n".join(one.text for one in paragraphs)):
        return False
    return sum(len(one.text) for one in paragraphs if _asks_consent(one.text)) > told / 2


def _asks_consent(text: str) -> bool:
    """Whether a paragraph talks to its reader of cookies and partners, in two terms at least."""
    if not may_say("consent", text):
        return False
    terms = {found[0].casefold() for found in phrases("consent").finditer(text)}
    return len(terms) >= 2 and phrases("reader").search(text) is not None


def is_stub(paragraphs: Sequence[Paragraph], *, free: bool, page: str) -> bool:
    """Whether a paywall has cut the text short."""
    length = sum(len(one.text) for one in paragraphs)
    return length < STUB and (not free or says("paywall", page))
