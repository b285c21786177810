"""The first sixty seconds of `digest demo`, as they are played in docs/demo.cast."""

import asyncio
import re
from email import message_from_string
from email.policy import default

from textual.pilot import Pilot

from digest.cli.demo import demo_desk
from digest.cli.desk import LiveDesk
from digest.newsroom import MORNINGS
from digest.render import FORMATS, View
from tests.tui.desk import app_on, press, settled, shown

MOST_PAGES = 60
"""Presses of Space that bring any reader through eleven stories."""


def test_the_first_sixty_seconds() -> None:
    async def play() -> None:
        async with demo_desk() as (desk, _, edition):
            app = app_on(desk, clock=lambda: MORNINGS[-1])
            async with app.run_test(size=(120, 44)) as pilot:
                await settled(pilot)
                counts_are_told(pilot)
                the_toll_grows_with_what_is_new_first(pilot)
                await two_opens_who_disagrees_where_it_does(pilot)
                await w_says_why(pilot)
                await x_splits_one_out_and_u_brings_it_back(pilot, desk)
                await space_reads_to_the_end(pilot)
            headline = edition.stories[0].headline
            assert headline in in_the_mail(FORMATS["email"](edition, View()))

    asyncio.run(play())


def counts_are_told(pilot: Pilot[int]) -> None:
    assert "40 articles, 21 stories, 5 minutes" in shown(pilot)
    assert "Eleven dead in Ostrey ferry fire" in right(pilot)
    assert "Update, day 3 · 11 articles" in right(pilot)


def the_toll_grows_with_what_is_new_first(pilot: Pilot[int]) -> None:
    story = right(pilot)
    told = ["NEW", "Eleven people died", "At least three (", "Seven –", "Eleven (health"]
    told += ["DIFFER", "At least nine ("]
    places = [story.find(part) for part in told]
    assert -1 not in places
    assert places == sorted(places)


async def two_opens_who_disagrees_where_it_does(pilot: Pilot[int]) -> None:
    await press(pilot, "2")
    assert "Harbour Six" in shown(pilot)
    assert re.search(r"▌ .*At least nine people died", shown(pilot))
    await press(pilot, "escape")


async def w_says_why(pilot: Pilot[int]) -> None:
    await press(pilot, "w")
    assert "Calloway Star" in shown(pilot)
    assert "independent origins" in shown(pilot)
    await press(pilot, "escape")


async def x_splits_one_out_and_u_brings_it_back(pilot: Pilot[int], desk: LiveDesk) -> None:
    await press(pilot, "2", "x")
    assert "10 articles" in right(pilot)
    assert "At least nine" not in right(pilot)
    assert await counted(desk) == 22
    await press(pilot, "u")
    assert "11 articles" in right(pilot)
    assert await counted(desk) == 21


async def space_reads_to_the_end(pilot: Pilot[int]) -> None:
    for _ in range(MOST_PAGES):
        await press(pilot, "space")
        if "That is the news." in shown(pilot):
            break
    assert "That is the news. 10 on their own." in shown(pilot)
    assert "11 of 11 read" in shown(pilot)


async def counted(desk: LiveDesk) -> int:
    """The stories of the edition as it stands."""
    edition = await desk.latest()
    assert edition is not None
    return edition.counts.stories


def right(pilot: Pilot[int]) -> str:
    """The story at the right of the screen."""
    return "\n".join(line.partition("│")[2] for line in shown(pilot).splitlines())


def in_the_mail(message: str) -> str:
    """What is before the second story in a message's plain text."""
    text = message_from_string(message, policy=default).get_body(("plain",))
    assert text is not None
    return str(text.get_content()).partition("\n2. ")[0]
