"""`digest add`: a feed, or the feed that a page links to."""

import sys
from argparse import ArgumentParser, Namespace

from digest.clean import clean, clean_url, masked
from digest.cli.filters import finished
from digest.cli.subscribing import subscribe
from digest.cli.world import World, finish
from digest.errors import DigestError, FetchError, ParseError, UsageError
from digest.fetch import Client, Fetched
from digest.news import Feed
from digest.workers import Workers


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("urls", nargs="+", metavar="URL", help="of a feed, or of a page")
    parser.add_argument("--section", default="", metavar="NAME", help="where its stories go")
    parser.add_argument("--title", default="", metavar="NAME", help="what you call it")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    return finish(_add(options, world))


async def _add(options: Namespace, world: World) -> int:
    urls = [_typed(url) for url in options.urls]
    found: list[Feed] = []
    async with world.workers() as workers, world.client(None, *urls) as client:
        for url in urls:
            try:
                found.append(await _feed(url, client, workers))
            except DigestError as error:
                print(f"digest: {masked(url)}: {error}", file=sys.stderr)
    _subscribe(found, options, world)
    return finished(len(urls) - len(found), len(urls))


def _typed(text: str) -> str:
    """The address that the reader means; https where no scheme is written.

    Raises:
        UsageError: It cannot be one.
    """
    url = clean_url(text if "://" in text else f"https://{text}")
    if not url:
        raise UsageError(f"{clean(text)!r} is no http or https address.")
    return url


async def _feed(url: str, client: Client, workers: Workers) -> Feed:
    """The feed at `url`, or the first that works of those that the page at `url` links to."""
    fetched = await _fetch(url, client)
    try:
        parsed = await workers.parse(fetched.body, url=url, content_type=fetched.content_type)
    except ParseError as reason:
        links = await workers.find_feeds(fetched.body, url=fetched.url)
        for link in links:
            try:
                page = await _fetch(link.url, client)
                parsed = await workers.parse(
                    page.body, url=link.url, content_type=page.content_type
                )
            except (FetchError, ParseError):
                continue
            return Feed(url=link.url, title=parsed.title)
        raise ParseError(f"{reason}, and it links to none that works") from reason
    return Feed(url=fetched.moved or url, title=parsed.title)


async def _fetch(url: str, client: Client) -> Fetched:
    fetched = await client.fetch(url)
    assert isinstance(fetched, Fetched)
    return fetched


def _subscribe(found: list[Feed], options: Namespace, world: World) -> None:
    """Write them down, and say what was added and what was there."""
    if not found:
        return
    title, section = clean(options.title), clean(options.section)
    named = [Feed(url=f.url, title=title or f.title, section=section) for f in found]
    added = {feed.url for feed in subscribe(named, world)}
    for feed in named:
        there = "added" if feed.url in added else "there already:"
        print(f"digest: {there} {feed.title or 'untitled'}, {masked(feed.url)}", file=sys.stderr)
