"""How the pipeline behaves towards the hosts that it visits."""

import asyncio
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeAlias

import httpx
import pytest

from digest.events import FeedMissed
from digest.fetch import Client
from digest.fetch.manners import PER_HOST
from digest.news import Edition
from digest.pipeline import Pipeline
from digest.pipeline.hosts import LONGEST_WAIT
from digest.store.database import Store
from digest.store.hosts import host_state, save_hold
from digest.store.shelf import Shelf
from digest.workers import Workers
from tests.pipeline.test_gather import CRANE, MARKET, page
from tests.pipeline.world import NOW, World, feed, pages, run, settings

A = "https://a.example/feed"
ROBOTS = "https://a.example/robots.txt"
ONE, TWO = "https://a.example/1", "https://a.example/2"
TEASER = "It turns, says the feed."
WEB = {
    A: feed("Paper A", (ONE, "Crane works again", TEASER), (TWO, "Market closes", "It was old.")),
    ONE: page("Crane works again", CRANE),
    TWO: page("Market closes", MARKET),
}
BAKERY = "The bakery at the mill opens at four. Its first loaf goes to the night watch."


def notes(edition: Edition) -> dict[str, str]:
    """Why the text of each report is the feed's own, by its page."""
    reports = (report for story in edition.everything for report in story.articles)
    return {report.url: report.note for report in reports}


def morning(web: Mapping[str, str]) -> tuple[Edition, list[str]]:
    async def work(world: World) -> tuple[Edition, list[str]]:
        return await world.morning(settings(A)), list(world.asked)

    return run(pages(web), work)


def test_a_page_that_robots_must_not_read_is_told_in_the_feeds_words() -> None:
    edition, asked = morning({**WEB, ROBOTS: "User-agent: *\nDisallow: /1"})
    assert notes(edition)[ONE] == "its site asks robots not to read it (robots.txt)"
    assert notes(edition)[TWO] == ""
    assert ONE not in asked


def test_robots_txt_is_asked_for_once_however_many_pages_there_are() -> None:
    _, asked = morning(WEB)
    assert asked.count(ROBOTS) == 1


def test_robots_txt_is_kept_for_a_day() -> None:
    web = dict(WEB)

    async def work(world: World) -> list[int]:
        counts = []
        for number, hours in enumerate((0, 12, 30)):
            world.now = NOW + timedelta(hours=hours)
            link = f"https://a.example/new-{number}"
            web[A] = feed("Paper A", (link, f"News {number}", "Something."), date=world.now)
            web[link] = page(f"News {number}", CRANE)
            world.web = pages(web)
            await world.morning(settings(A))
            counts.append(world.asked.count(ROBOTS))
        return counts

    assert run(pages(web), work) == [1, 0, 1]


def test_a_site_whose_robots_txt_cannot_be_had_keeps_its_pages_and_no_story_is_lost() -> None:
    def web(url: str) -> tuple[int, str, bytes]:
        return (500, "", b"") if url == ROBOTS else pages(WEB)(url)

    async def work(world: World) -> tuple[Edition, list[str]]:
        return await world.morning(settings(A)), list(world.asked)

    edition, asked = run(web, work)
    assert set(notes(edition).values()) == {
        "its robots.txt cannot be had: HTTP 500 Internal Server Error"
    }
    assert asked == [A, ROBOTS]


def test_a_robots_txt_that_cannot_be_had_for_a_month_forbids_nothing_any_more() -> None:
    async def work(world: World) -> list[str]:
        found = []
        for days in (0, 20, 31):
            world.now = NOW + timedelta(days=days)
            link = f"https://a.example/after-{days}"
            told = feed("Paper A", (link, f"After {days} days", TEASER), date=world.now)
            known = pages({A: told, link: page(f"After {days} days", f"{days} days. {BAKERY}")})
            world.web = lambda url, known=known: (500, "", b"") if url == ROBOTS else known(url)
            found.append(notes(await world.morning(settings(A)))[link])
        return found

    refused = "its robots.txt cannot be had: HTTP 500 Internal Server Error"
    assert run(pages(WEB), work) == [refused, refused, ""]


def test_an_old_robots_txt_holds_while_no_new_one_can_be_had() -> None:
    web = {**WEB, ROBOTS: "User-agent: *\nDisallow: /1"}

    async def work(world: World) -> Edition:
        await world.morning(settings(A))
        world.now = NOW + timedelta(days=2)
        items = [
            (f"https://a.example/{name}", f"News {name}", "Something.") for name in ("1b", "3")
        ]
        later = {**web, A: feed("Paper A", *items, date=world.now)}
        for link, title, _ in items:
            later[link] = page(title, f"{title} is not what was told before. {BAKERY}")
        known = pages(later)
        world.web = lambda url: (500, "", b"") if url == ROBOTS else known(url)
        return await world.morning(settings(A))

    found = notes(run(pages(web), work))
    assert found["https://a.example/1b"]
    assert found["https://a.example/3"] == ""


def test_the_page_that_a_redirect_leads_to_has_its_own_robots_txt() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        if request.url == ONE:
            return httpx.Response(302, headers={"Location": "https://b.example/secret"})
        if request.url == "https://b.example/robots.txt":
            return httpx.Response(200, text="User-agent: *\nDisallow: /secret")
        return _plain(request)

    edition, asked = visited(respond)
    assert "robots.txt" in notes(edition)[ONE]
    assert "https://b.example/secret" not in asked


def test_a_crawl_delay_spaces_the_visits() -> None:
    web = {**WEB, ROBOTS: "User-agent: *\nCrawl-delay: 0.4"}
    times: list[float] = []

    def watched(url: str) -> tuple[int, str, bytes]:
        times.extend([time.monotonic()] if url in (ONE, TWO) else [])
        return pages(web)(url)

    async def work(world: World) -> Edition:
        world_began = time.monotonic()
        world.pipeline._clock = lambda: NOW + timedelta(seconds=time.monotonic() - world_began)
        return await world.morning(settings(A))

    assert set(notes(run(watched, work)).values()) == {""}
    assert times[1] - times[0] >= 0.35


def test_nobody_waits_for_ever_for_a_slow_site() -> None:
    many = [(f"https://a.example/{n}", f"Story number {n}", f"Words {n}.") for n in range(40)]
    web = {A: feed("Paper A", *many), ROBOTS: "User-agent: *\nCrawl-delay: 5"}
    slept: list[float] = []

    async def sleep(seconds: float, _: object = None) -> None:
        slept.append(seconds)

    async def work(world: World) -> list[str]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("digest.pipeline.hosts.asyncio.sleep", sleep)
            edition = await world.morning(settings(A))
        return [note for note in notes(edition).values() if "more time between" in note]

    waiting = run(pages(web), work)
    assert max(slept) <= LONGEST_WAIT.total_seconds()
    assert len(waiting) == 40 - 10


Respond: TypeAlias = Callable[[httpx.Request], httpx.Response]


def _plain(request: httpx.Request) -> httpx.Response:
    status, kind, body = pages(WEB)(str(request.url))
    return httpx.Response(status, headers={"Content-Type": kind}, content=body)


def visited(respond: Respond, *, mornings: int = 1) -> tuple[Edition, list[str]]:
    """The last of some hourly mornings, and what was asked for in it."""
    asked: list[str] = []

    def recorded(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return respond(request)

    async def main() -> Edition:
        async with (
            Shelf(lambda: Store(None)) as shelf,
            Client(transport=httpx.MockTransport(recorded), env={}) as client,
            Workers(1) as workers,
        ):
            for hour in range(mornings):
                asked.clear()
                now = NOW + timedelta(hours=hour)
                pipeline = Pipeline(
                    client=client, shelf=shelf, workers=workers, clock=lambda now=now: now
                )
                edition = await pipeline.run(settings(A), lambda _: None)
            state = await shelf.ask(host_state, "https://a.example")
            assert state.read
        return edition

    return asyncio.run(main()), asked


def test_a_host_that_asks_for_a_second_is_given_it_and_asked_once_more() -> None:
    refused: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        if request.url == ONE and not refused:
            refused.append(ONE)
            return httpx.Response(429, headers={"Retry-After": "1"})
        return _plain(request)

    edition, asked = visited(respond)
    assert notes(edition)[ONE] == ""
    assert asked.count(ONE) == 2


def test_a_host_that_asks_for_a_day_is_left_alone_by_later_runs_too() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        if request.url in (ONE, TWO):
            return httpx.Response(503, headers={"Retry-After": "86400"})
        return _plain(request)

    edition, _ = visited(respond)
    assert "its site asks for more time between visits" in notes(edition).values()
    _, asked = visited(respond, mornings=2)
    assert asked == []


@pytest.mark.parametrize("host", ["a.example", "b.example"], ids=["its own", "by redirect"])
def test_pages_that_wait_for_a_host_are_not_asked_for_once_it_says_no(host: str) -> None:
    links = [f"https://a.example/page-{number}" for number in range(40)]
    refused: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        if "/page-" not in request.url.path:
            many = feed("Paper A", *((link, link[-7:], TEASER) for link in links))
            return httpx.Response(200, text=many) if request.url == A else httpx.Response(404)
        if request.url.host != host:
            there = str(request.url.copy_with(host=host))
            return httpx.Response(302, headers={"Location": there})
        refused.append(str(request.url))
        return httpx.Response(429, headers={"Retry-After": "86400"})

    edition, _ = visited(respond)
    assert 0 < len(refused) <= PER_HOST
    assert len(notes(edition)) == len(links)


B = "https://b.example/feed"


def test_a_feed_that_is_gone_is_not_asked_again_until_the_reader_wants_it() -> None:
    gone = True

    def web(url: str) -> tuple[int, str, bytes]:
        return (410, "", b"") if gone and url == A else pages(WEB)(url)

    async def work(world: World) -> list[int]:
        nonlocal gone
        counts = []
        for only in (None, None, [A], None):
            world.now += timedelta(days=1)
            world.asked.clear()
            await world.pipeline.update(settings(A), world.events.append, only=only)
            counts.append(world.asked.count(A))
            gone = gone and only is None
        return counts

    async def both(world: World) -> list[int]:
        counts = await work(world)
        said = {event.missed.reason for event in world.events if isinstance(event, FeedMissed)}
        assert said == {"gone for good (410), and not asked again: see digest feeds"}
        return counts

    assert run(web, both) == [1, 0, 1, 0]


def test_some_feeds_can_be_updated_alone() -> None:
    web = {**WEB, B: feed("Paper B")}

    async def work(world: World) -> list[str]:
        await world.pipeline.update(settings(A, B), world.events.append, only=[B])
        return list(world.asked)

    assert run(pages(web), work) == [B]


def test_a_feed_leaves_a_host_alone_that_has_asked_for_it_elsewhere() -> None:
    other = "https://a.example/other"

    def web(url: str) -> tuple[int, str, bytes]:
        return pages({other: feed("Other")})(url)

    async def work(world: World) -> list[str]:
        await world.shelf.do(save_hold, "https://a.example", NOW + timedelta(hours=2))
        await world.pipeline.update(settings(other), world.events.append)
        world.now = NOW + timedelta(hours=3)
        early = list(world.asked)
        await world.pipeline.update(settings(other), world.events.append)
        assert early == []
        return list(world.asked)

    assert run(web, work) == [other]
