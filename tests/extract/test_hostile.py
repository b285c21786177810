"""No page breaks the reader, and none holds it up."""

import contextlib
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.errors import ExtractError
from digest.extract import extract, extract_text
from tests.extract.pages import TEXT, URL, page, wrapped


def text_of(body: str) -> str:
    return extract(wrapped(body), url=URL).text


@pytest.mark.parametrize(
    "body",
    [
        TEXT + "&#27;[31m",
        TEXT + "&#x1b;]52;c;AAAA&#7;",
        "\x00\x1b" + TEXT,
        "<div>" * 300 + TEXT,
        "<p " + " ".join(f"a{number}=1" for number in range(50_000)) + ">x</p>" + TEXT,
        TEXT + "<p>" + "<b>x</b> " * 50_000 + "</p>",
        TEXT + '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        TEXT + '<script type="application/ld+json">{"headline": ' + "9" * 5_000 + "}</script>",
        TEXT + "&#55296;&#xdfff;",
        TEXT + '<script>"' + '<p>\\"' * 100_000 + "</script>",
    ],
    ids=[
        *("escape", "osc", "nul", "deep", "attributes", "bold", "nested", "number", "surrogates"),
        "endless string",
    ],
)
def test_an_article_survives_what_stands_beside_it(body: str) -> None:
    start = time.process_time()
    text = text_of(body)
    assert "One. The council of the town" in text
    assert not any(ord(letter) < 32 and letter != "\n" for letter in text)
    assert time.process_time() - start < 5  # seconds; seen: 0.5


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        b"<",
        b"%PDF-1.7",
        b"%PDF-1.7" + bytes(range(256)) * 100,
        b"<!DOCTYPE html>",
        b"<html></html>",
        b"\xff\xfe\xff",
        b"<div>" * 100_000,
        b"<p>" + b"<b>" * 50_000,
        b"x" * 6_000_000,
    ],
)
def test_what_is_no_page_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(ExtractError, match=r"^[a-zA-Z ]{4,40}$"):
        extract(data, url=URL)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_page_cut_and_mixed_at_random_breaks_nothing(data: st.DataObject) -> None:
    whole = page(data.draw(st.sampled_from(["station.html", "modern.html", "old.html"])))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    junk = data.draw(st.binary(max_size=60) | st.sampled_from([b"<", b"</div>", b"<table>", b'"']))
    with contextlib.suppress(ExtractError):
        extract(whole[:start] + junk + whole[end:], url=data.draw(st.text(max_size=30)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=3_000))
def test_any_plain_text_is_an_article_or_none(text: str) -> None:
    try:
        article = extract_text(text)
    except ExtractError:
        return
    assert article.paragraphs
