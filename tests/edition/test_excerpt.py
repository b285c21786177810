"""Part of an edition: one section, fewer stories, less to read."""

import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.edition import section_of, shortened, story_of
from digest.edition.page import open_words
from digest.news import Story
from tests.render.sample import EDITION, FERRY, RATES


def long(name: str, words: int) -> Story:
    sentence = replace(FERRY.summary[0], text=clean("word " * words))
    return replace(RATES, id=name, summary=(sentence,))


def test_stories_past_the_number_asked_for_head_more() -> None:
    part = shortened(EDITION, stories=2)
    assert part.stories == EDITION.stories[:2]
    assert part.more == EDITION.stories[2:] + EDITION.more
    assert part.everything == EDITION.everything
    assert part.counts == EDITION.counts


@pytest.mark.parametrize(("minutes", "left"), [(1, 2), (2, 4), (9, 6)])
def test_minutes_bound_what_stands_open(minutes: int, left: int) -> None:
    edition = replace(EDITION, stories=tuple(long(str(n), 90) for n in range(6)))
    part = shortened(edition, minutes=minutes)
    assert len(part.stories) == left
    assert sum(map(open_words, part.stories)) <= minutes * 230
    assert part.minutes == (minutes if left < 6 else edition.minutes)


def test_minutes_beat_stories() -> None:
    edition = replace(EDITION, stories=tuple(long(str(n), 90) for n in range(6)))
    assert len(shortened(edition, stories=5, minutes=1).stories) == 2
    assert len(shortened(edition, stories=1, minutes=9).stories) == 1


def test_one_story_is_left_however_long() -> None:
    edition = replace(EDITION, stories=(long("a", 500), FERRY))
    assert [story.id for story in shortened(edition, minutes=1).stories] == ["a"]


def test_more_than_there_is_changes_nothing() -> None:
    assert shortened(EDITION, stories=99, minutes=99) is EDITION


def test_a_section_is_counted_anew_by_what_came_in_the_window() -> None:
    ledger, post = RATES.articles
    earlier = replace(RATES, articles=(ledger, replace(post, fresh=False)))
    part = section_of(replace(EDITION, more=(earlier,)), "business")
    assert {story.section for story in part.everything} == {"Business"}
    assert part.counts.stories == len(part.everything) == 2
    assert (part.counts.articles, part.counts.publishers) == (3, 2)
    assert part.sections == ("Business",)


def test_a_section_without_stories_keeps_the_counts_of_all() -> None:
    part = section_of(EDITION, "Sport")
    assert not part.everything
    assert part.counts == EDITION.counts


def test_a_story_alone_counts_itself() -> None:
    part = story_of(EDITION, FERRY)
    assert part.everything == (FERRY,)
    assert (part.counts.stories, part.counts.articles, part.counts.publishers) == (1, 3, 3)
    assert not part.missed
