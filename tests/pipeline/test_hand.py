"""The reader's hand on three mornings of the newsroom that ships with digest."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.config.settings import Settings, Words
from digest.errors import NoEdition
from digest.news import Correction, Edition, Hand, Mark, Story
from digest.newsroom import MORNINGS, Newsroom
from digest.pipeline.reasons import why
from digest.store.corrections import all_corrections
from digest.store.database import Store
from digest.store.deliveries import is_delivered, save_delivered
from digest.store.editions import find_edition
from digest.store.marks import set_mark
from tests.pipeline.test_gather import CRANE, MARKET, page
from tests.pipeline.world import World, feed, pages, run, settings

NOW = MORNINGS[0]


def correction(hand: Hand, articles: tuple[str, ...], **fields: object) -> Correction:
    return Correction(hand=hand, articles=articles, made=NOW, **fields)


def reports(story: Story) -> tuple[str, ...]:
    return tuple(report.id for report in story.articles)


def split(story: Story) -> Correction:
    one, *others = reports(story)
    return correction(Hand.APART, (one,), others=tuple(others))


def content(edition: Edition) -> Edition:
    """The edition without what tells revisions apart."""
    return replace(edition, revision=0, made=datetime.fromtimestamp(0, UTC))


class Newsday:
    """The newsroom's mornings, one by one."""

    def __init__(self, world: World, newsroom: Newsroom) -> None:
        self.world = world
        self.settings = Settings(feeds=newsroom.feeds)
        self._newsroom = newsroom

    async def morning(self, number: int, *, later: timedelta = timedelta()) -> Edition:
        self._newsroom.now = self.world.now = MORNINGS[number] + later
        return await self.world.morning(self.settings)

    async def correct(self, correction: Correction) -> Edition:
        return await self.world.proofreader.correct(self.settings, correction)

    async def take_back_last(self) -> Edition:
        kept = await self.world.shelf.ask(all_corrections)
        return await self.world.proofreader.take_back(self.settings, kept[-1].id)


def days(work: Callable[[Newsday], Awaitable[None]]) -> None:
    newsroom = Newsroom(MORNINGS[0])
    run(newsroom.answer, lambda world: work(Newsday(world, newsroom)))


def ids(stories: Iterable[Story]) -> list[str]:
    return [story.id for story in stories]


def home(edition: Edition, article: str) -> Story | None:
    return next((story for story in edition.everything if article in reports(story)), None)


def test_each_correction_is_a_revision_and_undone_it_is_the_edition_of_before() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        first, second, *_ = before.stories
        hands = [
            split(first),
            correction(Hand.TOGETHER, reports(first), others=reports(second)),
            correction(Hand.MUTE, reports(second), until=NOW + timedelta(days=7)),
            correction(Hand.FOLLOW, reports(before.alone[-1])),
        ]
        for number, each in enumerate(hands):
            after = await day.correct(each)
            assert after.revision == 2 + 2 * number
            assert content(after) != content(before)
            assert await day.world.shelf.ask(find_edition) == after
            again = await day.take_back_last()
            assert content(again) == content(before)

    days(work)


def test_corrections_are_taken_back_in_any_order() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        first, second, third, *_ = before.stories
        await day.correct(split(first))
        await day.correct(correction(Hand.TOGETHER, reports(second), others=reports(third)))
        kept = await day.world.shelf.ask(all_corrections)
        for each in kept:
            edition = await day.world.proofreader.take_back(day.settings, each.id)
        assert content(edition) == content(before)

    days(work)


def test_a_split_keeps_the_story_counts_again_and_touches_no_other() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        first = before.stories[0]
        one, *others = reports(first)
        after = await day.correct(split(first))
        out, rest = home(after, one), home(after, others[0])
        assert out
        assert rest
        assert rest.id == first.id
        assert reports(out) == (one,)
        assert set(reports(rest)) == set(others)
        assert rest.origins == len({report.origin for report in first.articles[1:]})
        assert after.counts.stories == before.counts.stories + 1
        assert after.counts.articles == before.counts.articles
        assert rest in after.stories
        untouched = [story for story in before.everything if story.id != first.id]
        assert [story for story in after.everything if story not in (out, rest)] == untouched

    days(work)


def test_a_merge_keeps_the_place_and_says_whose_hand_it_was() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        first, second, *_ = before.stories
        hand = correction(Hand.TOGETHER, reports(first), others=reports(second))
        after = await day.correct(hand)
        merged = home(after, reports(first)[0])
        assert merged
        assert merged == home(after, reports(second)[0])
        assert merged.id in (first.id, second.id)
        assert merged.why.together[0] == "You merged these"
        assert merged in after.stories
        assert after.counts.stories == before.counts.stories - 1

    days(work)


def test_a_split_holds_the_next_morning() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        ferry = max(before.stories, key=lambda story: len(story.articles))
        one, *others = reports(ferry)
        await day.correct(split(ferry))
        for number in (1, 2):
            edition = await day.morning(number)
            for story in edition.everything:
                assert not (one in reports(story) and set(others) & set(reports(story)))

    days(work)


def test_a_muted_story_is_hidden_until_its_day_and_then_comes_back() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        ferry = max(before.stories, key=lambda story: len(story.articles))
        until = MORNINGS[1] + timedelta(hours=1)
        after = await day.correct(correction(Hand.MUTE, reports(ferry), until=until))
        assert home(after, reports(ferry)[0]) is None
        second = await day.morning(1)
        assert ferry.id not in {story.id for story in second.everything}
        third = await day.morning(2)
        assert ferry.id in {story.id for story in third.everything}

    days(work)


def test_a_muted_word_hides_its_stories_at_once_and_no_longer_muted_they_are_back() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        first, second, *_ = before.stories
        await day.correct(correction(Hand.TOGETHER, reports(first), others=reports(second)))
        word = max(first.headline.casefold().split(), key=len)
        told = await day.world.proofreader.reword(day.settings, "unheard of")
        assert home(told, reports(second)[0]) is home(told, reports(first)[0]) is not None
        muting = replace(day.settings, mute=Words(words=(clean(word),)))
        after = await day.world.proofreader.reword(muting, word)
        assert after.revision == 3
        assert all(word not in story.headline.casefold() for story in after.everything)
        assert not any(home(after, one) for one in (*reports(first), *reports(second)))
        again = await day.world.proofreader.reword(day.settings, word)
        assert content(again) == content(told)

    days(work)


def test_an_edition_that_was_kept_without_its_galley_is_put_right_all_the_same() -> None:
    def lose(store: Store) -> None:
        store.sql.execute("DELETE FROM galleys")

    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        await day.world.shelf.do(lose)
        first, *rest = before.stories
        after = await day.correct(split(first))
        assert [story.id for story in after.stories[: len(rest) + 1]] == [first.id, *ids(rest)]
        back = await day.take_back_last()
        assert [reports(story) for story in back.stories] == [reports(s) for s in before.stories]

    days(work)


def test_a_followed_story_is_lifted_and_says_so() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        small = before.alone[-1]
        after = await day.correct(correction(Hand.FOLLOW, reports(small)))
        (lifted,) = [story for story in after.stories if story.id == small.id]
        assert "you follow this story" in lifted.why.rank
        assert lifted.summary

    days(work)


def test_a_later_revision_of_the_day_keeps_the_correction_and_can_be_without_it() -> None:
    a, b, c = (f"https://{name}.example/feed" for name in "abc")
    web = {
        a: feed("A", ("https://a.example/1", "Crane works again", "")),
        "https://a.example/1": page("Crane works again", CRANE),
        b: feed("B", ("https://b.example/1", "Market closes", "")),
        "https://b.example/1": page("Market closes", MARKET),
    }
    late = {
        c: feed("C", ("https://c.example/1", "Bakery opens at four", "")),
        "https://c.example/1": page("Bakery opens at four", "Bread is sold to the night watch."),
    }

    async def work(world: World) -> None:
        three = settings(a, b, c)
        first = await world.morning(three)
        one, other = (story for story in first.everything)
        hand = correction(Hand.TOGETHER, reports(one), others=reports(other))
        assert await world.proofreader.take_back(three, 99) == first  # there is none of that name
        merged = await world.proofreader.correct(three, hand)
        assert len(merged.everything) == 1
        (kept,) = await world.shelf.ask(all_corrections)
        assert content(await world.proofreader.take_back(three, kept.id)) == content(first)
        await world.proofreader.correct(three, hand)
        world.web, world.now = pages({**web, **late}), world.now + timedelta(hours=1)
        later = await world.morning(three)
        assert (later.day, later.revision) == (first.day, 5)
        assert sorted(len(story.articles) for story in later.everything) == [1, 2]
        assert [story.added for story in later.everything].count(None) == 1
        (kept,) = await world.shelf.ask(all_corrections)
        back = await world.proofreader.take_back(three, kept.id)
        assert {story.id for story in first.everything} < {story.id for story in back.everything}
        assert [story.added for story in back.everything].count(None) == 2

    run(pages(web), work)


def test_with_no_edition_there_is_nothing_to_put_right() -> None:
    async def work(world: World) -> None:
        with pytest.raises(NoEdition):
            await world.proofreader.correct(settings(), correction(Hand.MUTE, ("a",)))
        assert await world.shelf.ask(all_corrections) == ()

    run(lambda _: (404, "", b""), work)


def test_what_was_mailed_is_not_mailed_again_for_a_correction() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        mute = correction(Hand.MUTE, reports(before.stories[0]))
        assert not await day.world.shelf.ask(is_delivered, await day.correct(mute))
        last = await day.take_back_last()
        await day.world.shelf.do(save_delivered, last, at=NOW, told=())
        assert await day.world.shelf.ask(is_delivered, await day.correct(mute))

    days(work)


def test_why_names_what_holds_a_story_together_and_what_was_left_out() -> None:
    async def work(day: Newsday) -> None:
        edition = await day.morning(0)
        story, shelf, workers = edition.stories[0], day.world.shelf, day.world.workers
        because = await why(shelf, workers, day.settings, edition, story.id)
        with pytest.raises(NoEdition):
            await why(shelf, workers, day.settings, edition, "nothing")
        assert because.together == story.why.together
        assert because.rank == story.why.rank
        assert because.left_out
        assert because.left_out.story != story.id
        assert because.left_out.against

    days(work)


def test_a_story_of_which_the_reader_saved_a_report_is_lifted() -> None:
    async def work(day: Newsday) -> None:
        before = await day.morning(0)
        ferry = max(before.stories, key=lambda story: len(story.articles))
        await day.world.shelf.do(set_mark, reports(ferry), Mark.SAVED, on=True)
        second = await day.morning(1)
        story = next(story for story in second.everything if story.id == ferry.id)
        assert "you saved a report of it" in story.why.rank

    days(work)
