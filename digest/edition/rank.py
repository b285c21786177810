"""The order of stories, and the words for it."""

import math
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from digest.clean import Clean
from digest.edition.drafts import Draft
from digest.news import Window


class Place(Struct, frozen=True, kw_only=True):
    """How much speaks for a story, and what."""

    score: float
    reasons: tuple[Clean, ...]


def place(draft: Draft, *, window: Window, follow: Sequence[str]) -> Place:
    """Weigh a story: independent origins above all, then freshness and what is followed.

    An origin counts as a logarithm (the second paper to tell a story says more than the
    ninth), a reprint a fifth of one, an origin of earlier days a third. The newest report's
    age costs up to 0.6, a little more than half of what twice the origins gain.
    """
    pairs = list(zip(draft.origins, draft.sources, strict=True))
    origins = len({origin for origin, source in pairs if source.fresh})
    copies = len(draft.fresh) - origins
    earlier = len(set(draft.origins)) - origins
    age = (window.end - draft.newest) / max(window.end - window.start, timedelta(hours=1))
    score = math.log2(1 + origins + copies / 5 + earlier / 3) - min(max(age, 0.0), 1.0) * 0.6
    reasons = [_counted(origins, "independent origin")]
    if copies:
        reasons.append(Clean(f"{_counted(copies, 'reprint')} of them"))
    reasons.append(Clean(f"newest report {_ago(window.end, draft.newest)}"))
    if draft.update:
        of_earlier = f", with {_counted(earlier, 'origin')} of earlier days" if earlier else ""
        reasons.append(Clean(f"on its day {draft.update.day}{of_earlier}"))
    if followed := [word for word in follow if mentions(draft, word)]:
        score += 2
        reasons.append(Clean(f"you follow {', '.join(followed)}"))
    if any(source.always for source in draft.sources):
        score += 1
        reasons.append(Clean("from a feed that always reaches the front"))
    return Place(score=round(score, 6), reasons=tuple(reasons))


def mentions(draft: Draft, word: str) -> bool:
    """Whether a title or the summary of an article says `word`, as whole words, in any case."""
    pattern = re.compile(rf"(?<!\w){re.escape(word.casefold())}(?!\w)")
    return any(
        pattern.search(text.casefold())
        for article in draft.articles
        for text in (article.title, *(sentence.text for sentence in article.summary))
    )


def _counted(number: int, noun: str) -> Clean:
    return Clean(f"{number} {noun}{'' if number == 1 else 's'}")


def _ago(now: datetime, then: datetime) -> str:
    hours = round((now - then) / timedelta(hours=1))
    if hours < 1:
        return "within the hour"
    return _counted(hours, "hour") + " ago" if hours < 48 else f"{hours // 24} days ago"
