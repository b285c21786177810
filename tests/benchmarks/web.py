"""How many documents a second of CPU time brings, through a proxy that plays the web.

    python -m tests.benchmarks.web --proxy http://127.0.0.1:8900

The proxy lists its documents at /manifest.json: objects with "host" and "url"; each host has
a /feed.xml. Beside digest's client, in the same run: one httpx.AsyncClient, which unpacks
without bounds, judges no address, keeps connections and sends cookies.
"""

import argparse
import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.request import ProxyHandler, build_opener

import httpx

from digest.fetch import Client, Fetched, Want

Bring = Callable[[str, Want], Awaitable[int]]


def told(proxy: str, name: str) -> Any:  # noqa: ANN401 - any JSON value
    """What a proxy says itself, as ``name.json``."""
    with build_opener(ProxyHandler({})).open(f"{proxy}/{name}.json", timeout=60) as answer:
        return json.load(answer)


def documents(proxy: str) -> list[tuple[str, Want]]:
    """Every feed and every page."""
    rows = told(proxy, "manifest")
    feeds = sorted({f"http://{row['host']}/feed.xml" for row in rows})
    return [(url, Want.FEED) for url in feeds] + [(row["url"], Want.PAGE) for row in rows]


async def timed(name: str, bring: Bring, wanted: Sequence[tuple[str, Want]]) -> None:
    """Bring all of `wanted`, and print a line."""
    began, cpu = time.perf_counter(), time.process_time()
    sizes = await asyncio.gather(*(bring(url, want) for url, want in wanted))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - began
    megabytes = sum(sizes) / 1e6
    print(
        f"{name:8} {len(sizes):5} documents {megabytes:6.1f} MB {cpu:6.2f} s CPU {wall:6.2f} s",
        end="",
    )
    print(f" {len(sizes) / cpu:6.0f} a CPU second")


async def ours(proxy: str, wanted: Sequence[tuple[str, Want]]) -> None:
    async with Client(env={"http_proxy": proxy}) as client:

        async def bring(url: str, want: Want) -> int:
            document = await client.fetch(url, want=want)
            assert isinstance(document, Fetched)
            return len(document.body)

        await timed("digest", bring, wanted)


async def plain(proxy: str, wanted: Sequence[tuple[str, Want]]) -> None:
    turns = asyncio.Semaphore(32)
    async with httpx.AsyncClient(proxy=proxy, timeout=30) as client:

        async def bring(url: str, _: Want) -> int:
            async with turns:
                return len((await client.get(url)).content)

        await timed("httpx", bring, wanted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proxy", required=True)
    options = parser.parse_args()
    wanted = documents(options.proxy)
    for run in (plain, ours, plain, ours):
        asyncio.run(run(options.proxy, wanted))


if __name__ == "__main__":
    main()
