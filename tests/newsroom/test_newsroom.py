"""The newsroom is whole: its feeds parse, its pages hold their text, its gold covers all."""

import json
from collections import Counter
from datetime import datetime, timedelta
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from digest.newsroom import FURNITURE, MORNINGS, Newsroom, origins, stories
from digest.newsroom.archive import Piece, Printed, outlets, pieces, printed

REAL = (
    "Reuters", "Associated Press", "Agence France", "AFP", "BBC", "CNN", "Guardian",
    "New York Times",
    "Washington Post", "Al Jazeera", "Bloomberg", "Financial Times", "Wall Street Journal", "NPR",
    "Le Monde", "Figaro", "Libération", "Spiegel", "Süddeutsche", "Tagesschau", "Die Zeit", "DPA",
    "Ars Technica", "The Verge", "Wired", "TechCrunch", "Scientific American", "New Scientist",
)  # fmt: skip
TOLLS = tuple(zip(MORNINGS, ("three", "seven", "eleven"), strict=True))
FEEDS = [feed.url for feed in Newsroom(MORNINGS[0]).feeds]
LINKS = {"link", "{http://purl.org/rss/1.0/}link", "{http://www.w3.org/2005/Atom}link"}


def standing() -> list[Printed]:
    return list(printed(MORNINGS[2]).values())


def page(url: str) -> str:
    shown = next(item for item in standing() if item.url == url)
    return unescape(Newsroom(MORNINGS[2]).answer(url)[2].decode(shown.outlet.encoding))


def text_of(piece: Piece) -> str:
    return "\n".join((piece.title, *(paragraph.text for paragraph in piece.paragraphs)))


def listed(document: bytes) -> set[str]:
    """The article addresses in a feed of whatever form."""
    if document.startswith(b"{"):
        return {item["url"] for item in json.loads(document)["items"]}
    found = (element for element in ET.fromstring(document).iter() if element.tag in LINKS)
    return {(element.text or element.get("href") or "").strip() for element in found}


def test_it_is_large_enough_to_fill_a_paper() -> None:
    assert len(outlets()) >= 9
    assert len(stories()) >= 40


def test_the_third_morning_brings_forty_articles_of_many_fields() -> None:
    day = timedelta(days=1)
    fresh = [piece for piece in pieces() if MORNINGS[2] - day < piece.time <= MORNINGS[2]]
    assert len(fresh) >= 38
    fields = {piece.section for piece in fresh}
    assert fields == {"World", "Politics", "Business", "Technology", "Science", "Sport"}
    told = Counter(piece.story for piece in fresh if piece.story)
    assert sum(count > 1 for count in told.values()) >= 10


@pytest.mark.parametrize("morning", MORNINGS)
def test_each_day_brings_a_day_of_news(morning: datetime) -> None:
    fresh = [piece for piece in pieces() if morning - timedelta(days=1) < piece.time <= morning]
    assert len(fresh) >= 12


def test_nothing_is_older_than_the_first_morning_sees_or_newer_than_the_last() -> None:
    assert all(MORNINGS[0] - timedelta(days=1) < piece.time <= MORNINGS[2] for piece in pieces())


@pytest.mark.parametrize("url", FEEDS)
def test_every_feed_is_well_formed_and_lists_what_its_outlet_printed(url: str) -> None:
    status, kind, document = Newsroom(MORNINGS[2]).answer(url)
    assert status == 200
    assert kind.startswith("application/")
    assert listed(document) & set(stories())


def test_every_article_is_listed_by_a_feed() -> None:
    newsroom = Newsroom(MORNINGS[2])
    assert set(stories()) <= set().union(*(listed(newsroom.answer(url)[2]) for url in FEEDS))


def test_all_feed_formats_and_an_old_encoding_are_there() -> None:
    channels = [channel for outlet in outlets().values() for channel in outlet.channels]
    assert {channel.form for channel in channels} == {"rss2", "atom", "rss1", "json"}
    assert {channel.text for channel in channels} == {"teaser", "full", "none"}
    assert {"windows-1252", "iso-8859-1"} <= {outlet.encoding for outlet in outlets().values()}


def test_a_page_is_unknown_until_it_is_published() -> None:
    newsroom = Newsroom(MORNINGS[0])
    late = standing()[-1]
    assert newsroom.answer(late.url)[0] == 404
    newsroom.now = MORNINGS[2]
    assert newsroom.answer(late.url)[0] == 200


def test_every_page_holds_its_paragraphs() -> None:
    for shown in standing():
        if shown.piece.status == 200 and not shown.piece.wall:
            text = page(shown.url)
            assert all(paragraph.text in text for paragraph in shown.piece.paragraphs), shown.url


def test_furniture_stands_on_pages_and_in_no_article() -> None:
    pages = "\n".join(page(url) for url in stories())
    texts = "\n".join(map(text_of, pieces()))
    for line in FURNITURE:
        assert line in pages
        assert line not in texts


def test_one_page_is_a_wall_and_one_is_gone() -> None:
    walls = [shown for shown in standing() if shown.piece.wall]
    gone = [shown for shown in standing() if shown.piece.status == 404]
    assert len(walls) == len(gone) == 1
    assert walls[0].piece.paragraphs[0].text not in page(walls[0].url)
    assert Newsroom(MORNINGS[2]).answer(gone[0].url)[0] == 404


def test_one_feed_is_broken_on_the_second_day_alone() -> None:
    broken = [
        [url for url in FEEDS if Newsroom(morning).answer(url)[0] == 500] for morning in MORNINGS
    ]
    assert [len(day) for day in broken] == [0, 1, 0]


def test_one_page_changes_at_its_address() -> None:
    changed = [shown for shown in standing() if shown.updated]
    assert len(changed) == 1
    url = changed[0].url
    assert Newsroom(MORNINGS[0]).answer(url) != Newsroom(MORNINGS[1]).answer(url)


def test_a_front_page_names_its_feeds() -> None:
    for outlet in outlets().values():
        text = Newsroom(MORNINGS[0]).answer(outlet.home)[2].decode(outlet.encoding)
        assert all(channel.path in text for channel in outlet.channels)


def test_gold_covers_every_page_and_tells_lone_stories_apart() -> None:
    labels = Counter(stories().values())
    assert set(stories()) == set(origins()) == {shown.url for shown in standing()}
    assert labels.pop("") >= 12
    assert min(labels.values()) >= 2
    assert len(labels) >= 8


def test_reprints_belong_to_one_story_and_name_their_agency() -> None:
    wires = {shown.piece.origin for shown in standing() if shown.piece.origin}
    for wire in wires:
        copies = [shown.piece for shown in standing() if shown.piece.origin == wire]
        assert len(copies) >= 3
        assert len({copy.story for copy in copies}) == 1
        assert sum(copy.agency == "Northwire" for copy in copies) == len(copies) - 1
    assert len(wires) >= 3


@pytest.mark.parametrize(("morning", "toll"), TOLLS)
def test_the_top_story_grows_from_day_to_day(morning: datetime, toll: str) -> None:
    told = [
        piece
        for piece in pieces()
        if piece.story == "ferry" and morning - timedelta(days=1) < piece.time <= morning
    ]
    assert len({piece.outlet for piece in told}) >= 5
    assert sum(toll in text_of(piece).lower() for piece in told) >= 2


def test_the_top_story_ends_in_dissent_and_is_told_in_three_languages() -> None:
    told = [shown for shown in standing() if shown.piece.story == "ferry"]
    assert {shown.outlet.language for shown in told} == {"en", "de", "fr"}
    dissent = "At least nine people died in the fire on the Calloway Star"
    assert sum(dissent in text_of(shown.piece) for shown in told) == 1


@pytest.mark.parametrize(
    "pair", [("rail", "doctors"), ("storm", "cyclone"), ("retention", "tarrant")]
)
def test_strangers_that_share_words_have_labels_of_their_own(pair: tuple[str, str]) -> None:
    labels = Counter(stories().values())
    assert all(labels[label] >= 2 for label in pair)


def test_articles_have_the_length_and_headlines_of_news() -> None:
    for piece in pieces():
        words = sum(len(paragraph.text.split()) for paragraph in piece.paragraphs)
        assert 120 <= words <= 450, (piece.outlet, piece.slug, words)
        assert 6 <= len(piece.title.split()) <= 14, piece.title


def test_no_real_outlet_is_named() -> None:
    for piece in pieces():
        assert not [name for name in REAL if name in piece.agency + text_of(piece)]
