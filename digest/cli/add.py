"""`digest add`: a feed, or the feed that a page leads to."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from digest.clean import clean, clean_url, masked
from digest.cli.filters import finished
from digest.cli.offering import ask, known_as, offer
from digest.cli.subscribing import move, named, subscribe, subscribed
from digest.cli.world import World, finish
from digest.config.edit import place
from digest.errors import DigestError, FetchError, UsageError
from digest.fetch import Client
from digest.news import Feed
from digest.pipeline import Candidate, find
from digest.workers import Workers

Found: TypeAlias = dict[str, tuple[Candidate, ...] | DigestError]
"""What each address leads to, or why it leads nowhere."""

_NO_TLS = {"TLS", "refused", "timeout", "unreachable"}
"""Ways to fail at https after which http is tried, where the reader wrote neither."""


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("urls", nargs="+", metavar="URL", help="of a feed, or of a paper's page")
    parser.add_argument("--section", default="", metavar="NAME", help="where its stories go")
    parser.add_argument("--title", default="", metavar="NAME", help="what you call it")
    parser.add_argument("--yes", action="store_true", help="take the best feed, ask nothing")
    parser.add_argument("--dry-run", action="store_true", help="show what is found, add nothing")
    parser.add_argument(
        "--replace", metavar="FEED", help="put it in the place of FEED, by address or title"
    )


def run(options: Namespace, world: World) -> int:
    """Do it."""
    if (options.replace or options.title) and len(options.urls) > 1:
        raise UsageError("--replace and --title are about one feed: name one URL.")
    old = named(options.replace, world.settings()) if options.replace else None
    known = subscribed(world)
    texts = list(dict.fromkeys(options.urls))
    there = [] if old or options.dry_run else [t for t in texts if place(_typed(t)) in known]
    found: Found = {}
    if code := finish(_find([text for text in texts if text not in there], found, world)):
        return code
    feeds = [known[place(_typed(text))] for text in there]
    failed = 0
    for text, outcome in found.items():
        if isinstance(outcome, DigestError):
            failed += 1
            print(f"digest: {masked(_typed(text))}: {outcome}", file=sys.stderr)
        elif options.dry_run:
            print(offer(text, outcome, known, world.clock()))
        elif old:
            _replace(old, _chosen(text, outcome, options, known, world.clock()), known, world)
        else:
            taken = _chosen(text, outcome, options, known, world.clock())
            feeds += [_feed(each, options, known) for each in taken]
    _subscribe(feeds, world)
    return finished(failed, len(texts))


def _typed(text: str) -> str:
    """The address that the reader means; https where no scheme is written.

    Raises:
        UsageError: It cannot be one.
    """
    url = clean_url(text if "://" in text else f"https://{text}")
    if not url:
        raise UsageError(f"{clean(text)!r} is no http or https address.")
    return url


def _addresses(text: str) -> list[str]:
    """Those to be tried, in turn: http too where the reader wrote no scheme."""
    return [_typed(text)] if "://" in text else [_typed(text), _typed(f"http://{text}")]


async def _find(texts: Sequence[str], found: Found, world: World) -> int:
    """Put what each of `texts` leads to into `found`."""
    if not texts:
        return 0
    urls = [url for text in texts for url in _addresses(text)]
    async with world.workers() as workers, world.client(None, *urls) as client:
        outcomes = await asyncio.gather(*(_found(text, client, workers) for text in texts))
    found.update(zip(texts, outcomes, strict=True))
    return 0


async def _found(
    text: str, client: Client, workers: Workers
) -> tuple[Candidate, ...] | DigestError:
    failures: list[DigestError] = []
    for url in _addresses(text):
        try:
            return await find(url, client, workers)
        except DigestError as error:
            failures.append(error)
            if not (isinstance(error, FetchError) and error.kind in _NO_TLS):
                break
    return failures[0]


async def leads(text: str, world: World, *, typed: bool = True) -> tuple[Candidate, ...]:
    """What an address leads to; one that the reader has not `typed` must be a public one.

    Raises:
        DigestError: Nowhere: says why.
    """
    client = world.client(None, *_addresses(text)) if typed else world.client(world.settings())
    async with world.workers(1) as workers, client:
        found = await _found(text, client, workers)
    if isinstance(found, DigestError):
        raise found
    return found


def _chosen(
    text: str,
    candidates: Sequence[Candidate],
    options: Namespace,
    known: Mapping[str, Feed],
    now: datetime,
) -> list[Candidate]:
    """Those that the reader takes: the best, unless there are several and somebody to ask."""
    if len(candidates) == 1:
        return list(candidates)
    print(offer(text, candidates, known, now), file=sys.stderr)
    if sys.stdin.isatty() and sys.stderr.isatty() and not options.yes:
        return ask(candidates)
    print("digest: taking the first.", file=sys.stderr)
    return [candidates[0]]


def _feed(each: Candidate, options: Namespace, known: Mapping[str, Feed]) -> Feed:
    """The feed as it will be written down, or as it stands there already."""
    title = clean(options.title) or each.title
    return known_as(each, known) or Feed(url=each.url, title=title, section=clean(options.section))


def _subscribe(feeds: Sequence[Feed], world: World) -> None:
    """Write them down, and say what was added and what was there."""
    if not feeds:
        return
    added = {feed.url for feed in subscribe(feeds, world)}
    for feed in feeds:
        there = "added" if feed.url in added else "there already:"
        print(f"digest: {there} {feed.title or 'untitled'}, {masked(feed.url)}", file=sys.stderr)


def _replace(
    old: Feed, taken: Sequence[Candidate], known: Mapping[str, Feed], world: World
) -> None:
    """Put the new address where the old one was.

    Raises:
        UsageError: There is nothing to do, or it is another feed's.
    """
    for new in taken[:1]:
        other = known.get(place(new.url), old)
        if new.url == old.url:
            raise UsageError(f"{masked(old.url)} is the address that it has.")
        if other != old:
            raise UsageError(f"{masked(new.url)} is there already. Try: digest remove {old.url}")
        move(old, new.url, world)
        name = old.title or masked(old.url)
        print(f"digest: {name} is now read from {masked(new.url)}", file=sys.stderr)
