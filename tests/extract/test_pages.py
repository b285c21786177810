"""Whole pages of real build come out exactly."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from digest.errors import ExtractError
from digest.extract import extract, extract_text
from digest.news import Article, Kind
from tests.extract.pages import CAPTION, FIRST, HEADING, LAST, TITLE, URL, page

BUILDS = ("station.html", "modern.html", "old.html")


def read(name: str) -> Article:
    return extract(page(name), url=URL)


@pytest.mark.parametrize("name", BUILDS)
def test_the_text_is_the_report_and_nothing_else(name: str) -> None:
    article = read(name)
    assert len(article.paragraphs) == 10
    assert article.paragraphs[0].text == FIRST
    assert article.paragraphs[-1].text == LAST
    assert [one.text for one in article.paragraphs if one.kind is Kind.HEADING] == [HEADING]


@pytest.mark.parametrize("name", BUILDS)
def test_the_caption_stands_once_and_apart(name: str) -> None:
    article = read(name)
    assert article.captions == (CAPTION,)
    assert "patrol boat of the northern coast guard turns" not in article.text


@pytest.mark.parametrize("name", BUILDS)
def test_who_wrote_it_for_whom_is_told_apart(name: str) -> None:
    article = read(name)
    assert article.title == TITLE
    assert article.publisher == "HarbourPost.com"
    assert article.byline == ("Mara Lindqvist", "Jonas Abel-Ferrand")
    assert article.agency == "AP"
    assert (article.language, article.url, article.note) == ("en", URL, "")


@pytest.mark.parametrize("name", BUILDS)
def test_the_time_is_the_one_on_the_pages_own_clock(name: str) -> None:
    local = timezone(timedelta(hours=-6))
    assert read(name).published == datetime(2026, 3, 3, 16, 5, tzinfo=local)
    assert read(name).published.utcoffset() == timedelta(hours=-6)


@pytest.mark.parametrize("name", BUILDS)
def test_a_description_cut_short_gives_way_to_the_caption(name: str) -> None:
    image = read(name).image
    assert image is not None
    assert image.url == "https://harbourpost.com/media/2026/03/shelf-patrol.jpg"
    assert image.text == CAPTION


def test_plain_text_comes_out_as_the_page_does() -> None:
    plain, marked = extract_text(page("station.txt").decode()), read("station.html")
    assert plain.paragraphs == marked.paragraphs
    assert plain.captions == marked.captions
    assert (plain.title, plain.publisher) == (marked.title, marked.publisher)
    assert (plain.byline, plain.agency) == (marked.byline, marked.agency)
    assert plain.published == datetime(2026, 3, 3, 16, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "reason"), [("consent.html", "consent wall"), ("ticker.html", "a live blog")]
)
def test_a_page_without_an_article_says_what_it_is(name: str, reason: str) -> None:
    with pytest.raises(ExtractError, match=f"^{reason}$"):
        read(name)


def test_a_stub_behind_a_paywall_keeps_its_text_and_a_note() -> None:
    article = read("paywall.html")
    assert article.note == "paywall"
    assert len(article.paragraphs) == 2
    assert "Subscribe" not in article.text


def test_plain_text_without_sentences_is_no_article() -> None:
    with pytest.raises(ExtractError, match="no article text"):
        extract_text("Menu\nHome\nContact\n")
