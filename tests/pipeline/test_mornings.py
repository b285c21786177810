"""Three mornings of the newsroom that ships with digest, through the whole pipeline."""

from collections.abc import Iterator

import pytest

from digest.config.settings import Settings
from digest.news import Article, Edition, Story
from digest.newsroom import FURNITURE, MORNINGS, Newsroom, origins, stories
from digest.store.articles import find_article
from tests.pipeline.world import World, run


class Week:
    """What the three mornings gave."""

    def __init__(self) -> None:
        self.editions: list[Edition] = []
        self.articles: dict[str, Article] = {}
        self.quoted: list[tuple[str, str]] = []
        """Each sentence of a summary, and the text that it came from, as it was that morning."""


@pytest.fixture(scope="module")
def week() -> Week:
    newsroom = Newsroom(MORNINGS[0])

    async def work(world: World) -> Week:
        found = Week()
        for newsroom.now in MORNINGS:
            world.now = newsroom.now
            edition = await world.morning(Settings(feeds=newsroom.feeds))
            found.editions.append(edition)
            for story in edition.everything:
                for report in story.articles:
                    article = await world.shelf.ask(find_article, report.id)
                    assert article is not None
                    found.articles[report.id] = article
            found.quoted += [(text, found.articles[name].text) for text, name in sentences(edition)]
        return found

    return run(newsroom.answer, work)


def sentences(edition: Edition) -> Iterator[tuple[str, str]]:
    """Each sentence that is told, and the id of the report that it names."""
    for story in edition.everything:
        claims = (claim for each in story.differ for claim in each.claims)
        told = (*story.summary, *story.new, *claims, *story.only, *story.timeline)
        for sentence in told:
            yield sentence.text, story.articles[sentence.article].id


def ferry(edition: Edition) -> Story:
    """The story of three days."""
    gold = stories()
    return max(
        edition.everything,
        key=lambda story: sum(gold.get(report.url) == "ferry" for report in story.articles),
    )


def test_each_morning_has_its_edition_and_windows_meet(week: Week) -> None:
    assert [each.day for each in week.editions] == ["2026-11-18", "2026-11-19", "2026-11-20"]
    for earlier, later in zip(week.editions, week.editions[1:], strict=False):
        assert later.window.start == earlier.window.end


def test_every_article_of_three_days_is_in_an_edition(week: Week) -> None:
    assert len(week.articles) >= 80


def test_no_furniture_reaches_a_text(week: Week) -> None:
    found = [
        (article.url, part)
        for article in week.articles.values()
        for part in FURNITURE
        if part in article.text
    ]
    assert not found


def test_every_sentence_stands_in_the_article_that_it_names(week: Week) -> None:
    assert len(week.quoted) > 100
    assert all(sentence in text for sentence, text in week.quoted)


def test_the_story_of_three_days_goes_on_under_one_name(week: Week) -> None:
    told = [ferry(edition) for edition in week.editions]
    found = [(story.id, story.update.day if story.update else 1) for story in told]
    assert len({id_ for id_, _ in found}) == 1
    assert [day for _, day in found] == [1, 2, 3]


def test_the_toll_grows_from_three_to_seven_to_eleven(week: Week) -> None:
    tolls = [each for each in ferry(week.editions[2]).differ if each.what == "people killed"]
    grown = next(each for each in tolls if each.kind == "revision")
    assert [claim.value for claim in grown.claims] == ["At least three", "Seven", "Eleven"]


def test_what_is_new_was_in_no_earlier_edition(week: Week) -> None:
    said: set[str] = set()
    for edition in week.editions:
        for story in edition.everything:
            assert bool(story.update) == bool(story.new)
            assert said.isdisjoint(sentence.text for sentence in story.new)
        said |= {text for text, _ in sentences(edition)}


def test_a_story_of_three_days_shows_a_sentence_for_each(week: Week) -> None:
    assert [each.day for each in ferry(week.editions[2]).timeline][:3] == [
        "2026-11-17",
        "2026-11-18",
        "2026-11-19",
    ]


def test_stories_of_several_publishers_lead_and_a_page_is_there_once(week: Week) -> None:
    for edition in week.editions:
        assert all(story.publishers > 1 for story in edition.stories[:3])
        urls = [report.url for story in edition.everything for report in story.articles]
        assert len(urls) == len(set(urls))
        assert all(story.publishers == 1 for story in edition.alone)


def test_a_feed_that_fails_on_the_second_day_is_named_then_alone(week: Week) -> None:
    first, second, third = week.editions
    assert (first.missed, third.missed) == ((), ())
    assert second.missed
    assert "500" in second.missed[0].reason


def test_behind_a_consent_wall_the_feeds_own_text_stands_in(week: Week) -> None:
    noted = [article for article in week.articles.values() if article.note]
    assert any("consent" in article.note for article in noted)
    assert all(article.text for article in noted)


def test_reprints_are_one_origin(week: Week) -> None:
    gold = origins()
    for story in week.editions[-1].everything:
        for one in story.articles:
            for other in story.articles:
                if one.origin == other.origin:
                    assert gold[one.url] == gold[other.url]


def test_the_front_keeps_to_its_budget(week: Week) -> None:
    for edition in week.editions:
        words = sum(len(s.text.split()) for story in edition.stories for s in story.summary)
        assert words <= 5 * 230
        assert len(edition.stories) <= 12
