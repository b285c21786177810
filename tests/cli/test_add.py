"""What an address leads to: a feed, the feeds of its page, or nowhere and why."""

from pathlib import Path

import pytest

from digest.cli.add import leads
from digest.cli.world import World
from digest.errors import DigestError, FetchError, Refused
from tests.cli.conftest import Site

pytestmark = pytest.mark.anyio


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World({"HOME": str(tmp_path)})


@pytest.fixture
def told(site: Site) -> Site:
    site.add_story(1, "Ferries sail again", "The ferries of the sound sail again from Monday on.")
    return site


async def test_a_feed_leads_to_itself(told: Site, world: World) -> None:
    (found,) = await leads(f"{told.base}/feed-1", world)
    assert (found.url, found.title) == (f"{told.base}/feed-1", "Paper 1")


async def test_a_page_leads_to_the_feed_that_it_names(told: Site, world: World) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed-1">'
    told.pages["/"] = f"<html><head>{link}</head><body>A paper.</body></html>".encode()
    (found,) = await leads(told.base, world)
    assert found.url == f"{told.base}/feed-1"


async def test_without_a_scheme_http_is_tried_after_https(told: Site, world: World) -> None:
    (found,) = await leads(f"{told.base.removeprefix('http://')}/feed-1", world)
    assert found.url == f"{told.base}/feed-1"


async def test_what_the_reader_has_not_typed_must_be_public(told: Site, world: World) -> None:
    world.paths.config.parent.mkdir(parents=True)
    world.paths.config.write_text('[[feeds]]\nurl = "https://paper.example/feed"\n')
    with pytest.raises(Refused):
        await leads(f"{told.base}/feed-1", world, typed=False)
    world.paths.config.write_text(f'[[feeds]]\nurl = "{told.base}/gone"\n')
    assert await leads(f"{told.base}/feed-1", world, typed=False)


async def test_an_address_that_leads_nowhere_says_why(told: Site, world: World) -> None:
    with pytest.raises(FetchError, match="404"):
        await leads(f"{told.base}/none", world)
    with pytest.raises(DigestError, match="no http or https address"):
        await leads("gopher://paper.example", world)
