"""The page: what goes to the front, to More and On its own, in which order and length."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct

from digest.clean import Clean
from digest.edition.days import Turn
from digest.edition.drafts import Draft
from digest.edition.rank import Place, mentions, place
from digest.news import Counts, Edition, Missed, Story, Telling, Why

WORDS_A_MINUTE: Final = 230
SHORTEST, LONGEST = 40, 150
"""Words that a story on the front is told in."""

FEWEST: Final = 3
"""Stories on the front: where fewer have several publishers, the best of the others join."""

MORE_WORDS: Final = 60


class Wishes(Struct, frozen=True, kw_only=True):
    """What the reader wants of the page."""

    stories: int = 12
    minutes: int = 5
    follow: tuple[str, ...] = ()
    mute: tuple[str, ...] = ()


class Plan(Struct, frozen=True, kw_only=True):
    """Drafts in their places."""

    front: tuple[Draft, ...]
    more: tuple[Draft, ...]
    alone: tuple[Draft, ...]
    places: Mapping[str, Place]

    @property
    def everything(self) -> tuple[Draft, ...]:
        """All drafts."""
        return self.front + self.more + self.alone


def arrange(drafts: Sequence[Draft], *, turn: Turn, wishes: Wishes) -> Plan:
    """Put drafts in their places. What a printed revision has on its front stays there."""
    shown = [draft for draft in drafts if not any(mentions(draft, word) for word in wishes.mute)]
    places = {draft.id: place(draft, window=turn.window, follow=wishes.follow) for draft in shown}
    ranked = sorted(shown, key=lambda draft: _by_rank(draft, places))
    printed = [story.id for story in turn.previous.stories] if turn.previous else []
    room = min(wishes.stories, wishes.minutes * WORDS_A_MINUTE // SHORTEST)
    by_id = {draft.id: draft for draft in ranked}
    front = [by_id[id_] for id_ in printed if id_ in by_id]
    chosen = {draft.id for draft in front}
    several = [draft for draft in ranked if _is_told_by_several(draft) and draft.id not in chosen]
    single = [
        draft for draft in ranked if not _is_told_by_several(draft) and draft.id not in chosen
    ]
    front += several[: max(0, room - len(front))]
    promoted = single[: max(0, min(FEWEST, room) - len(front))]
    front += promoted
    rest = {draft.id for draft in front}
    return Plan(
        front=tuple(front),
        more=tuple(draft for draft in several if draft.id not in rest),
        alone=tuple(sorted((draft for draft in single if draft.id not in rest), key=_by_publisher)),
        places=places,
    )


def _is_told_by_several(draft: Draft) -> bool:
    return draft.publishers > 1 or any(source.always for source in draft.sources)


def _by_rank(draft: Draft, places: Mapping[str, Place]) -> tuple[float, float, str]:
    return (-places[draft.id].score, -draft.newest.timestamp(), draft.id)


def _by_publisher(draft: Draft) -> tuple[str, float, str]:
    article = draft.sources[0].article
    return (article.publisher.casefold(), -draft.newest.timestamp(), article.url)


def allot(count: int, minutes: int) -> tuple[int, ...]:
    """Words for each of `count` stories, in order: 40 to 150, more for the first.

    All together at most `minutes` × 230, as far as 40 for each allow it.
    """
    fall = 1.2 / max(count - 1, 1)
    shares = [1.6 - fall * rank for rank in range(count)]
    budget = minutes * WORDS_A_MINUTE
    wanted = [min(LONGEST, max(SHORTEST, budget / count * share)) for share in shares]
    spare, extra = max(0, budget - SHORTEST * count), sum(wanted) - SHORTEST * count
    scale = min(1.0, spare / extra) if extra else 1.0
    return tuple(SHORTEST + int((words - SHORTEST) * scale) for words in wanted)


def told(draft: Draft, reasons: Place, telling: Telling, *, turn: Turn) -> Story:
    """The story of a draft, in its sources' words."""
    previous = {story.id for story in turn.previous.everything} if turn.previous else None
    claims = [claim.text for each in telling.differ for claim in each.claims]
    text = [draft.headline, *(sentence.text for sentence in telling.summary), *claims]
    return Story(
        id=draft.id,
        headline=draft.headline,
        section=draft.section,
        update=draft.update,
        added=turn.window.end if previous is not None and draft.id not in previous else None,
        minutes=_minutes(sum(len(part.split()) for part in text)),
        articles=draft.reports,
        publishers=draft.publishers,
        origins=len(set(draft.origins)),
        summary=telling.summary,
        new=telling.new,
        quote=telling.quote,
        differ=telling.differ,
        agree=telling.agree,
        only=telling.only,
        timeline=telling.timeline,
        why=Why(together=draft.together, rank=reasons.reasons),
    )


def compose(
    turn: Turn,
    *,
    front: Sequence[Story],
    more: Sequence[Story],
    alone: Sequence[Story],
    missed: Sequence[Missed],
    sections: Sequence[Clean],
    feeds: int,
    made: datetime,
    publishers: int,
    articles: int,
    offline: bool,
) -> Edition:
    """The edition that these stories make."""
    return Edition(
        day=turn.day,
        revision=turn.revision,
        made=made,
        offline=offline,
        window=turn.window,
        minutes=_minutes(sum(_length(story) for story in front)),
        counts=Counts(
            articles=articles,
            publishers=publishers,
            stories=len(front) + len(more) + len(alone),
            feeds=feeds,
            missed=len(missed),
        ),
        sections=tuple(name for name in sections if any(name == s.section for s in front)),
        stories=tuple(front),
        more=tuple(more),
        alone=tuple(alone),
        missed=tuple(missed),
    )


def _length(story: Story) -> int:
    """Words that the front page shows of a story."""
    return len(story.headline.split()) + sum(len(s.text.split()) for s in story.summary)


def _minutes(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE))
