"""Each format beside its golden file. To write them anew: UPDATE_GOLDEN=1 pytest tests/render"""

import os
import re
from datetime import UTC
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from digest.clean import clean
from digest.news import Edition
from digest.render import FORMATS, View, article_text
from tests.render.sample import ARTICLE, EDITION, FERRY

GOLDEN = Path(__file__).parent.parent / "golden"
VIEW = View(zone=UTC, standing=clean("Offline, as of 06:30."))
NAMES = {
    "text": "edition.txt",
    "markdown": "edition.md",
    "html": "edition.html",
    "json": "edition.json",
}


def compare(name: str, shown: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_is_as_its_golden_file(kind: str) -> None:
    compare(NAMES[kind], FORMATS[kind](EDITION, VIEW))


def test_an_article_is_as_its_golden_file() -> None:
    compare("article.txt", article_text(ARTICLE, VIEW))


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_says_every_sentence_of_the_front(kind: str) -> None:
    shown = FORMATS[kind](EDITION, View(zone=UTC, width=10_000))
    plain = re.sub(r"\\([^\w\"])", r"\1", shown)
    for sentence in (*FERRY.summary, *FERRY.differ[0].claims):
        assert sentence.text in plain


def test_json_is_the_edition() -> None:
    assert msgspec.json.decode(FORMATS["json"](EDITION, VIEW), type=Edition) == EDITION


def test_text_keeps_to_its_width_but_for_addresses() -> None:
    for line in FORMATS["text"](EDITION, View(zone=UTC, width=60)).splitlines():
        assert len(line) <= 60 or "https://" in line


def test_markup_in_a_headline_stays_text() -> None:
    class Tags(HTMLParser):
        seen: set[str] = set()  # noqa: RUF012 - one parser, one test

        def handle_starttag(self, tag: str, _: object) -> None:
            self.seen.add(tag)

    parser = Tags()
    parser.feed(FORMATS["html"](EDITION, VIEW))
    assert "cut" not in parser.seen
    assert "script" not in parser.seen
    assert "\\<cut\\>" in FORMATS["markdown"](EDITION, VIEW)
