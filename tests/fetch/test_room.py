"""Few large bodies at a time."""

import asyncio

import pytest

from digest.fetch import Client, Fetched, Limits, Room, Want
from digest.fetch.room import LARGE
from tests.fetch.conftest import ok, serving

pytestmark = pytest.mark.anyio

BIG = ok(b"x" * (LARGE + 2**17))


async def test_large_bodies_wait_until_there_is_room_and_small_ones_do_not() -> None:
    room, held, most = Room(places=2), 0, 0

    async def bring(url: str, client: Client) -> None:
        nonlocal held, most
        async with room.place() as place:
            fetched = await client.fetch(url, place=place)
            assert isinstance(fetched, Fetched)
            held += len(fetched.body) > LARGE
            most = max(most, held)
            await asyncio.sleep(0.01)
            held -= len(fetched.body) > LARGE

    async with (
        serving({"/": BIG, "/small": ok()}) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        async with room.place() as one, room.place() as other:
            await one()
            await other()
            await asyncio.wait_for(bring(server.url("/small"), client), 5)
        await asyncio.gather(*(bring(server.url(), client) for _ in range(6)))
    assert most == 2


async def test_the_wait_for_room_is_not_counted() -> None:
    short = {Want.FEED: Limits(most=2**24, seconds=0.3, accept="*/*")}
    room = Room(places=1)
    async with (
        serving({"/": BIG}) as server,
        Client(typed=[server.url()], env={}, limits=short) as client,
        room.place() as mine,
    ):
        async with room.place() as first:
            await first()
            fetching = asyncio.create_task(client.fetch(server.url(), place=mine))
            await asyncio.sleep(0.5)
        assert isinstance(await fetching, Fetched)
