from datetime import timedelta
from typing import TypeVar

import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.errors import FetchError, NoEdition, StoreError, WorkerError
from digest.events import ArticleRead, EditionReady, FeedFetched, FeedMissed, NotGrouped, Updated
from digest.news import Edition
from digest.store.articles import find_article
from digest.store.editions import find_edition
from digest.store.health import feed_health
from digest.workers import Workers
from tests.pipeline.world import NOW, World, feed, pages, run, settings

T = TypeVar("T")

CRANE = """\
The great harbour crane on the north quay turned again on Thursday, eleven weeks after a storm \
broke its arm. The port authority paid four million crowns for the repair.
Dockers had unloaded by hand for most of the autumn. Their foreman, Ulla Brandt, said that nobody \
would miss it. Two ships with timber were waiting when the first load was lifted."""

MARKET = """\
The covered market in the old town closes for good at the end of the year. Its owner, a grocer of \
eighty-one, found nobody to take over the lease.
Some forty stalls must find another place. The mayor promised to look for a hall near the \
station, and the fishmongers have asked for one with running water."""


def page(title: str, body: str) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in body.splitlines())
    return (
        f"<html><head><title>{title}</title></head><body><nav>Menu</nav>"
        f"<article><h1>{title}</h1>{text}</article></body></html>"
    )


A, B, C = (f"https://{name}.example/feed" for name in "abc")
WEB = {
    A: feed("Paper A", ("https://a.example/1", "Crane works again", "It turns.")),
    "https://a.example/1": page("Crane works again", CRANE),
    B: feed("Paper B", ("https://b.example/1", "Market closes", "It was old.")),
    "https://b.example/1": page("Market closes", MARKET),
}


def of(kind: type[T], world: World) -> list[T]:
    return [event for event in world.events if isinstance(event, kind)]


def headlines(edition: Edition) -> list[str]:
    return sorted(story.headline for story in edition.everything)


def test_every_entry_becomes_an_article_that_is_stored() -> None:
    async def work(world: World) -> None:
        edition = await world.morning(settings(A, B))
        assert headlines(edition) == ["Crane works again", "Market closes"]
        assert {event.note for event in of(ArticleRead, world)} == {""}
        crane = next(story for story in edition.everything if "Crane" in story.headline)
        article = await world.shelf.ask(find_article, crane.articles[0].id)
        assert article is not None
        assert "great harbour crane" in article.text
        assert "Menu" not in article.text

    run(pages(WEB), work)


def test_a_publisher_without_a_name_on_its_page_has_its_feeds_name() -> None:
    async def work(world: World) -> None:
        edition = await world.morning(settings(A))
        assert edition.everything[0].articles[0].publisher == "Paper A"

    run(pages(WEB), work)


def test_a_title_is_the_feeds_but_a_cut_or_missing_one_is_made_whole() -> None:
    base = "https://a.example"
    web = {
        A: feed(
            "Paper A",
            (f"{base}/1", "Crane works ag…", "It turns."),
            (f"{base}/2?utm_source=rss&amp;id=2", "Market, as told by us…", "It was old."),
            (f"{base}/3", "", "Nobody was hurt when the bell fell."),
        ),
        f"{base}/1": page("Crane works again", CRANE),
        f"{base}/2?utm_source=rss&id=2": page("Another headline", MARKET),
    }

    async def work(world: World) -> None:
        edition = await world.morning(settings(A))
        reports = [report for story in edition.everything for report in story.articles]
        assert {report.url: report.title for report in reports} == {
            f"{base}/1": "Crane works again",
            f"{base}/2?id=2": "Market, as told by us…",
            f"{base}/3": "Nobody was hurt when the bell fell.",
        }

    run(pages(web), work)


def test_a_bad_feed_is_missed_not_fatal() -> None:
    async def work(world: World) -> None:
        edition = await world.morning(settings(A, "https://gone.example/feed", B))
        assert len(edition.everything) == 2
        (missed,) = edition.missed
        assert missed.url == "https://gone.example/feed"
        assert "404" in missed.reason
        assert missed.failures == 1
        assert len(of(FeedMissed, world)) == 1

    run(pages(WEB), work)


@pytest.mark.parametrize("url", ["https://[oops", "ftp://a.example/feed", "feed", ""])
def test_an_address_that_is_none_is_missed_too(url: str) -> None:
    async def work(world: World) -> None:
        edition = await world.morning(settings(url, B))
        assert headlines(edition) == ["Market closes"]
        assert [missed.failures for missed in edition.missed] == [1]

    run(pages(WEB), work)


BROKEN = {
    "gone": (410, "text/html", b"gone"),
    "down": (503, "text/html", b"later"),
    "portal": (200, "text/html", b"<html><body>Accept the terms</body></html>"),
    "empty": (200, "application/rss+xml", b""),
    "cut": (200, "application/json", b'{"version": "https://jsonfeed.org/version/1", "items": ['),
    "binary": (200, "application/rss+xml", bytes(range(256)) * 40),
}


def test_the_edition_of_the_healthy_half_is_the_same_without_the_other() -> None:
    healthy = [f"https://{name}.example/feed" for name in "abcdefg"]
    found = {}
    for number, url in enumerate(healthy):
        link, title = f"{url}/1", f"{('Crane works', 'Market closes')[number % 2]} {number // 2}"
        found[url] = feed(f"Paper {number}", (link, title, "It was old."))
        found[link] = page(title, (CRANE, MARKET)[number % 2])
    sick = [f"https://{name}.example/feed" for name in (*BROKEN, "silent")]

    def web(url: str) -> tuple[int, str, bytes]:
        if url == sick[-1]:
            raise FetchError("did not answer in time", kind="timeout")
        return next((each for name, each in BROKEN.items() if name in url), pages(found)(url))

    async def whole(world: World) -> Edition:
        return await world.morning(settings(*healthy))

    async def half(world: World) -> Edition:
        both = [url for pair in zip(sick, healthy, strict=True) for url in pair]
        edition = await world.morning(settings(*both))
        assert len(of(FeedMissed, world)) == len(sick)
        return edition

    one, other = run(web, whole), run(web, half)
    assert [missed.url for missed in other.missed] == sick
    assert all(missed.reason for missed in other.missed)
    counts = replace(other.counts, feeds=len(healthy), missed=0)
    assert one == replace(other, missed=(), counts=counts)


def test_a_store_that_breaks_midway_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise StoreError("digest.db: damaged.")

    async def work(world: World) -> None:
        with pytest.raises(StoreError, match="damaged"):
            await world.morning(settings(A, B))

    monkeypatch.setattr("digest.pipeline.gather.feed_state", broken)
    run(pages(WEB), work)


def test_a_page_that_gives_nothing_leaves_the_feeds_own_text_and_says_why() -> None:
    web = {A: feed("Paper A", ("https://a.example/404", "Crane works again", "It turns, at last."))}

    async def work(world: World) -> None:
        edition = await world.morning(settings(A))
        report = edition.everything[0].articles[0]
        assert "404" in report.note
        article = await world.shelf.ask(find_article, report.id)
        assert article is not None
        assert article.text == "It turns, at last."

    run(pages(web), work)


def test_what_has_not_changed_is_not_read_again() -> None:
    async def work(world: World) -> None:
        await world.morning(settings(A, B))
        world.now = NOW + timedelta(hours=1)
        again = await world.morning(settings(A, B))
        assert sorted(world.asked) == [A, B]
        assert [event.changed for event in of(FeedFetched, world)] == [False, False]
        (ready,) = of(EditionReady, world)
        assert not ready.fresh
        assert again == await world.shelf.ask(find_edition)

    run(pages(WEB), work)


def test_old_entries_of_a_new_feed_are_not_read() -> None:
    web = dict(WEB)
    web[A] = feed("A", ("https://a.example/1", "Old", "x"), date=NOW - timedelta(days=30))

    async def work(world: World) -> None:
        await world.morning(settings(A, B))
        assert "https://a.example/1" not in world.asked

    run(pages(web), work)


def test_offline_is_no_failure_and_the_last_edition_stands() -> None:
    async def work(world: World) -> None:
        printed = await world.morning(settings(A, B))
        world.offline = True
        world.now = NOW + timedelta(days=1)
        assert await world.morning(settings(A, B)) == printed
        (updated,) = of(Updated, world)
        assert updated.offline
        health = await world.shelf.ask(feed_health, settings(A, B).feeds)
        assert [each.failures for each in health] == [0, 0]

    run(pages(WEB), work)


@pytest.mark.parametrize(("feeds", "offline"), [((A, B), True), ((A,), False)])
def test_where_no_name_is_known_the_network_is_gone_unless_there_is_but_one(
    feeds: tuple[str, ...], offline: bool
) -> None:
    def nameless(url: str) -> tuple[int, str, bytes]:
        raise FetchError("there is no such host", kind="not found")

    async def work(world: World) -> None:
        with pytest.raises(NoEdition):
            await world.morning(settings(*feeds))
        (updated,) = of(Updated, world)
        assert updated.offline is offline

    run(nameless, work)


def test_offline_with_an_empty_store_says_so() -> None:
    async def work(world: World) -> None:
        world.offline = True
        with pytest.raises(NoEdition, match="check the network"):
            await world.morning(settings(A))

    run(pages(WEB), work)


def test_pages_that_the_network_did_not_reach_are_read_by_the_next_run() -> None:
    async def work(world: World) -> None:
        def cut_off_behind_the_feed(url: str) -> tuple[int, str, bytes]:
            world.offline = True
            return pages(WEB)(url)

        world.web = cut_off_behind_the_feed
        with pytest.raises(NoEdition):
            await world.morning(settings(A))
        (updated,) = of(Updated, world)
        assert updated.unread == 1
        world.offline, world.web = False, pages(WEB)
        assert headlines(await world.morning(settings(A))) == ["Crane works again"]

    run(pages(WEB), work)


def test_a_feed_that_comes_back_is_no_longer_missed() -> None:
    web = dict(WEB)
    del web[B]

    async def work(world: World) -> None:
        assert (await world.morning(settings(A, B))).missed
        world.web = pages(WEB)
        world.now = NOW + timedelta(days=1)
        edition = await world.morning(settings(A, B))
        assert edition.missed == ()
        assert headlines(edition) == ["Market closes"]

    run(pages(web), work)


def test_articles_that_break_the_grouping_are_stories_of_their_own_and_a_note_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def broken(*_: object) -> None:
        raise WorkerError("took longer than 120 s")

    async def work(world: World) -> None:
        edition = await world.morning(settings(A, B))
        assert headlines(edition) == ["Crane works again", "Market closes"]
        assert edition.notes == ("Grouping failed: each article stands alone today.",)
        assert of(NotGrouped, world) == [NotGrouped(reason=clean("took longer than 120 s"))]

    monkeypatch.setattr(Workers, "group", broken)
    run(pages(WEB), work)


def test_what_an_edition_has_told_does_not_come_back_in_another_paper() -> None:
    reprint = {
        "https://c.example/feed": feed("Paper C", ("https://c.example/1", "Crane turns", "")),
        "https://c.example/1": page("Crane turns", CRANE),
    }
    news = {
        "https://d.example/feed": feed("Paper D", ("https://d.example/1", "Loaf wins prize", "")),
        "https://d.example/1": page("Loaf wins prize", "Nobody could lift the loaf that won."),
    }
    known = settings(A, "https://c.example/feed", "https://d.example/feed")

    async def work(world: World) -> None:
        first = await world.morning(known)
        world.now, world.web = NOW + timedelta(days=1), pages({**WEB, **reprint})
        assert await world.morning(known) == first
        world.web = pages({**WEB, **reprint, **news})
        second = await world.morning(known)
        assert headlines(second) == ["Loaf wins prize"]
        assert (second.counts.unchanged, second.window.start) == (1, first.window.end)

    run(pages(WEB), work)
