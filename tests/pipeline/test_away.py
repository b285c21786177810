"""The first morning after days away: one digest of all of them, and none passes for today's."""

from datetime import UTC, timedelta

from msgspec.structs import replace

from digest.config.settings import Digest, Settings
from digest.news import Edition
from digest.render import FORMATS, View
from digest.store.editions import list_editions
from tests.pipeline.world import NOW, World, feed, pages, run, settings

PAPERS = {
    4: ("Post", "Harbour crane turns again", "The harbour crane turned again on Monday."),
    3: ("Echo", "Market hall closes for good", "The market hall closes at the end of the year."),
    2: ("Times", "Owls return to the church tower", "Barn owls were seen in the church tower."),
    0: ("Globe", "Footbridge opens on Saturday", "The footbridge over the river opens at last."),
}
"""What each paper tells, and how many days before the reader is back."""

BACK = NOW + timedelta(days=5)


def address(name: str) -> str:
    return f"http://{name.lower()}.example/feed"


def web_of(*, back: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for days, (name, title, text) in PAPERS.items():
        link = f"http://{name.lower()}.example/{days}"
        found[address(name)] = (
            feed(name, (link, title, text * 3), date=BACK - timedelta(days=days, hours=1))
            if back
            else feed(name, (f"{link}-before", f"{name} before the holiday", "It rained. " * 9))
        )
    return found


def choice() -> Settings:
    feeds = settings(*(address(name) for name, _, _ in PAPERS.values())).feeds
    return Settings(feeds=feeds, digest=Digest(stories=2, minutes=1))


def printed(edition: Edition) -> str:
    return FORMATS["text"](edition, View(zone=UTC))


async def away(world: World) -> Edition:
    """The edition of the first morning back."""
    world.web = pages(web_of(back=False))
    await world.morning(choice())
    world.web, world.now = pages(web_of(back=True)), BACK
    return await world.morning(choice())


def test_days_away_make_one_edition_that_names_them() -> None:
    async def work(world: World) -> None:
        edition = await away(world)
        assert (edition.day, edition.window.start, edition.window.end) == ("2026-11-25", NOW, BACK)
        assert {story.headline for story in edition.everything} == {
            title for _, title, _ in PAPERS.values()
        }
        assert len(await world.shelf.ask(list_editions)) == 2
        assert "Covers Friday, 20 November to Wednesday, 25 November." in printed(edition)

    run(pages({}), work)


def test_budgets_are_kept_and_every_story_has_its_day() -> None:
    async def work(world: World) -> None:
        edition = await away(world)
        assert (len(edition.stories), edition.minutes) == (2, 1)
        text = printed(edition)
        for title, day in (("crane", "21 Nov"), ("Market", "22 Nov"), ("Owls", "23 Nov")):
            told = text[text.index(title) :].splitlines()
            assert day in " ".join(told[:2])
        assert "ON ITS OWN (2)" in text

    run(pages({}), work)


def test_a_span_asked_for_is_a_separate_edition_and_moves_no_window() -> None:
    async def work(world: World) -> None:
        edition = await away(world)
        asked = replace(choice(), digest=Digest(stories=1))
        since = await world.pipeline.run(
            asked, world.events.append, since=timedelta(days=3, hours=2), fetch=False
        )
        assert (since.revision, len(since.stories)) == (0, 1)
        assert len(since.everything) == 3
        text = printed(since)
        assert "Covers Sunday, 22 November to Wednesday, 25 November." in text
        assert len(await world.shelf.ask(list_editions)) == 2
        assert await world.morning(choice()) == edition

    run(pages({}), work)
