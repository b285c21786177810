"""How much speaks for a story, and the words for it."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from digest.clean import Clean
from digest.edition.drafts import Draft
from digest.edition.taste import Taste
from digest.news import Window
from digest.plural import counted

LEAD = 3
"""Paragraphs that say what an article is about."""


class Wishes(Struct, frozen=True, kw_only=True):
    """What the reader wants of the page."""

    stories: int = 12
    minutes: int = 5
    follow: tuple[str, ...] = ()
    mute: tuple[str, ...] = ()
    taste: Taste = Taste()
    rare: Mapping[str, int] = {}
    """Feeds that publish seldom, and how many entries they had in four weeks."""


class Place(Struct, frozen=True, kw_only=True):
    """How much speaks for a story, and all else that decides where it goes."""

    score: float
    reasons: tuple[Clean, ...]
    newest: datetime
    leads: bool
    """It may go to the front: several publishers tell it, or the reader wants it there."""

    lifted: bool = False
    """It goes to the front, be that full or not: the reader follows the story."""

    rare: bool = False
    """A feed that publishes seldom brought it."""

    publisher: str
    """Of the copy shown, the key under which all its feeds are one."""

    byline: tuple[str, str]
    """Of the copy shown, too: the publisher's name in small letters, and the address."""


class _Part(Struct, frozen=True):
    """A part of the rank: what it adds, and the words for it."""

    worth: float
    reason: Clean


def place(draft: Draft, *, window: Window, wishes: Wishes, followed: bool = False) -> Place:
    """Weigh a story: independent origins above all, then freshness and what the reader wants."""
    words = [word for word in wishes.follow if mentions(draft, word)]
    always = any(source.always for source in draft.sources)
    rare = [source for source in draft.fresh if source.article.feed in wishes.rare]
    parts = [
        *_origins(draft),
        _freshness(draft, window),
        *_wanted(words, followed=followed, always=always),
        *(
            _seldom(source.article.publisher, wishes.rare[source.article.feed])
            for source in rare[:1]
        ),
        *(_Part(worth, reason) for worth, reason in wishes.taste.of(draft)),
    ]
    shown = draft.sources[0]
    return Place(
        score=round(sum(part.worth for part in parts), 6),
        reasons=tuple(part.reason for part in parts),
        newest=draft.newest,
        leads=draft.publishers > 1 or always or followed or bool(words),
        lifted=followed,
        rare=bool(rare),
        publisher=shown.publisher,
        byline=(shown.article.publisher.casefold(), shown.article.url),
    )


def _origins(draft: Draft) -> list[_Part]:
    """An origin counts as a logarithm: the second paper says more than the ninth.

    A reprint is worth a fifth of an origin, an origin of earlier days a third.
    """
    pairs = list(zip(draft.origins, draft.sources, strict=True))
    now = len({origin for origin, source in pairs if source.fresh})
    copies, earlier = len(draft.fresh) - now, len(set(draft.origins)) - now
    worth = math.log2(1 + now + copies / 5 + earlier / 3)
    parts = [_Part(worth, Clean(counted(now, "independent origin")))]
    if copies:
        parts.append(_Part(0, Clean(f"{counted(copies, 'reprint')} of them")))
    if draft.update:
        of_earlier = f", with {counted(earlier, 'origin')} of earlier days" if earlier else ""
        parts.append(_Part(0, Clean(f"on its day {draft.update.day}{of_earlier}")))
    return parts


def _freshness(draft: Draft, window: Window) -> _Part:
    """Age costs up to 0.6: a little more than half of what twice the origins gain."""
    age = (window.end - draft.newest) / max(window.end - window.start, timedelta(hours=1))
    reason = Clean(f"newest report {_ago(window.end, draft.newest)}")
    return _Part(-min(max(age, 0.0), 1.0) * 0.6, reason)


def _wanted(words: Sequence[str], *, followed: bool, always: bool) -> list[_Part]:
    parts = []
    if followed:
        parts.append(_Part(2, Clean("you follow this story")))
    if words:
        parts.append(_Part(2, Clean(f"you follow {', '.join(words)}")))
    if always:
        parts.append(_Part(1, Clean("from a feed that always reaches the front")))
    return parts


def _seldom(publisher: str, entries: int) -> _Part:
    often = f"{counted(entries, 'entry', 'entries')} in four weeks"
    return _Part(0.5, Clean(f"{publisher} publishes seldom: {often}"))


def mentions(draft: Draft, word: str) -> bool:
    """Whether a title or the lead of an article says `word`, as whole words, in any case."""
    pattern = re.compile(rf"(?<!\w){re.escape(word.casefold())}(?!\w)")
    return any(
        pattern.search(text.casefold())
        for article in draft.articles
        for text in (article.title, *(each.text for each in article.paragraphs[:LEAD]))
    )


def _ago(now: datetime, then: datetime) -> str:
    hours = round((now - then) / timedelta(hours=1))
    if hours < 1:
        return "within the hour"
    return counted(hours, "hour") + " ago" if hours < 48 else f"{hours // 24} days ago"
