"""Makes the page: a draft and its telling become a story, the stories an edition."""

from collections.abc import Sequence
from datetime import datetime

from digest.clean import Clean
from digest.edition.days import Turn
from digest.edition.drafts import Draft
from digest.edition.layout import WORDS_A_MINUTE
from digest.length import word_count
from digest.news import Counts, Edition, Missed, Story, Telling, Why


def told(draft: Draft, rank: Sequence[Clean], telling: Telling) -> Story:
    """The story of a draft, in its sources' words; `rank` says why it stands where it does."""
    return Story(
        id=draft.id,
        headline=draft.headline,
        section=draft.section,
        update=draft.update,
        added=draft.added,
        minutes=_minutes(_length(draft.headline, telling)),
        articles=draft.reports,
        publishers=draft.publishers,
        origins=len(set(draft.origins)),
        summary=telling.summary,
        new=telling.new,
        quote=telling.quote,
        differ=telling.differ,
        differ_open=telling.differ_open,
        agree=telling.agree,
        only=telling.only,
        timeline=telling.timeline,
        why=Why(together=draft.together, rank=tuple(rank)),
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
    unchanged: int,
    offline: bool,
    notes: Sequence[Clean] = (),
) -> Edition:
    """The edition that these stories make."""
    return Edition(
        day=turn.day,
        revision=turn.revision,
        made=made,
        offline=offline,
        window=turn.window,
        minutes=reading_minutes(front),
        counts=Counts(
            articles=articles,
            publishers=publishers,
            stories=len(front) + len(more) + len(alone),
            feeds=feeds,
            missed=len(missed),
            unchanged=unchanged,
        ),
        sections=headed(sections, front),
        stories=tuple(front),
        more=tuple(more),
        alone=tuple(alone),
        missed=tuple(missed),
        notes=tuple(notes),
    )


def headed(sections: Sequence[Clean], front: Sequence[Story]) -> tuple[Clean, ...]:
    """Those of the reader's sections that have stories on the front."""
    return tuple(name for name in sections if any(name == story.section for story in front))


def reading_minutes(front: Sequence[Story]) -> int:
    """How long the front page is read, at least 1."""
    return _minutes(sum(map(open_words, front)))


def open_words(story: Story) -> int:
    """Words of a story that stand open on the page."""
    return _length(story.headline, story)


def _length(headline: Clean, told: Story | Telling) -> int:
    """Words that stand open on the page: no sentence counts twice."""
    claims = (claim.text for each in told.differ[: told.differ_open] for claim in each.claims)
    said = (sentence.text for sentence in (*told.new, *told.summary))
    return sum(word_count(part) for part in (headline, *dict.fromkeys((*said, *claims))))


def _minutes(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE))
