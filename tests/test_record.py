"""docs/demo.cast is what `python -m tests.record` would make today."""

import json
import re
from itertools import pairwise
from xml.etree import ElementTree as ET

from tests.record import CAST, COLUMNS, ROWS

PICTURE = CAST.parents[1] / "tests" / "golden" / "front-page.svg"
ORDERS = re.compile(r"\x1b\[[0-9;?<=>]*[A-Za-z]|\x1b[^\[]")
LEFT, TOP = 560, 100
"""Points of the picture: its stories stand at the left, below the masthead."""


def recorded() -> tuple[dict[str, object], list[tuple[float, str]]]:
    head, *pieces = map(json.loads, CAST.read_text(encoding="utf-8").splitlines())
    assert {kind for _, kind, _ in pieces} == {"o"}
    return head, [(second, text) for second, _, text in pieces]


def words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", ORDERS.sub(" ", text)))


def test_the_recording_is_one_that_asciinema_plays() -> None:
    head, pieces = recorded()
    assert (head["version"], head["width"], head["height"]) == (2, COLUMNS, ROWS)
    assert all(one <= other for (one, _), (other, _) in pairwise(pieces))
    assert 60 <= pieces[-1][0] <= 90
    assert CAST.stat().st_size < 400_000


def test_the_recording_ends_with_the_news_and_leaves_the_terminal() -> None:
    _, pieces = recorded()
    last, _ = pieces[-1]
    end = "".join(text for second, text in pieces if second > last - 12)
    assert -1 < end.find("That is the news") < end.find("\x1b[?1049l")


def test_the_recording_shows_the_stories_of_today_and_names_nothing_outside() -> None:
    _, pieces = recorded()
    shown = "".join(text for _, text in pieces)
    picture = ET.parse(PICTURE).iter("{http://www.w3.org/2000/svg}text")
    stories = " ".join(
        "".join(each.itertext())
        for each in picture
        if float(each.get("x", 0)) < LEFT and float(each.get("y", 0)) > TOP
    )
    assert words(stories.replace("\xa0", " ")) <= words(shown), "python -m tests.record"
    assert not re.search(r"https?://|/home/|/root/|/tmp/", shown)
