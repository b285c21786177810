"""The HTML file, as those read it who do not see it, or see it dark."""

import re
from datetime import UTC
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from digest.bundled import bundled
from digest.render import FORMATS, View
from tests.render.sample import EDITION

HTML = FORMATS["html"](EDITION, View(zone=UTC))
HEX = r"#[0-9a-f]{6}"


class Outline(HTMLParser):
    """Every tag of a document with its attributes, and those that are not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)

    @property
    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


OUTLINE = Outline(HTML)


def test_it_is_well_formed_with_its_landmarks() -> None:
    assert OUTLINE.open == []
    for landmark in ("header", "main", "footer", "h1"):
        assert OUTLINE.names.count(landmark) == 1
    assert not set(OUTLINE.names) & {"script", "img", "link", "iframe"}


def test_markup_in_a_headline_stays_text() -> None:
    assert "a &lt;cut&gt; in" in HTML
    assert "cut" not in OUTLINE.names


def test_headings_come_in_order() -> None:
    levels = [int(tag[1]) for tag in OUTLINE.names if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_words_say_their_language_and_direction() -> None:
    spoken = [attributes for _, attributes in OUTLINE.tags if "lang" in attributes]
    assert {"lang": "en"} in spoken
    assert {"lang": "ja"} in spoken
    assert {"lang": "ar", "dir": "rtl"} in spoken


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "quiet"])
def test_the_file_is_legible_in_both_schemes(ink: str, scheme: int) -> None:
    css = bundled("styles/edition.css").read_text(encoding="utf-8")
    paper = re.findall(f"--paper: ({HEX})", css)[scheme]
    assert contrast(re.findall(f"--{ink}: ({HEX})", css)[scheme], paper) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "quiet"])
def test_the_message_is_legible_in_both_schemes(ink: str, scheme: int) -> None:
    css = bundled("styles/mail.css").read_text(encoding="utf-8")
    paper = re.findall(rf"\.paper {{[^}}]*background-color: ({HEX})", css)[scheme]
    assert contrast(re.findall(rf"\.{ink} {{[^}}]*?[^-]color: ({HEX})", css)[scheme], paper) >= 4.5
