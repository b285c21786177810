"""Each format once, whole: what its document says is what the entry holds."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.news import Parsed
from digest.parse import MAX_ENTRIES, entry_id, parse

FEEDS = Path(__file__).parents[1] / "data" / "feeds"
URL = "https://feeds.example/all"
NOW = datetime(2026, 11, 4, tzinfo=UTC)


def read(name: str, url: str = URL) -> Parsed:
    return parse((FEEDS / name).read_bytes(), url=url, now=NOW)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_rss_2_is_read_whole() -> None:
    feed = read("rss20.xml")
    assert (feed.title, feed.home) == ("Harbour & Hill", "https://harbour.example/")
    ferry = feed.entries[0]
    assert ferry.id == entry_id(URL, "harbour-1")
    assert ferry.feed == URL
    assert ferry.title == "Ferry Maren back in service – R&D to follow"
    assert ferry.url == "https://harbour.example/news/ferry?a=1&b=2"
    assert ferry.published == at("2026-11-03T07:05:00+01:00")
    assert ferry.updated == at("2026-11-03T09:00:00+01:00")
    assert ferry.authors == ("Ida Holm", "Per Dahl")
    assert ferry.categories == ("Sea", "Transport")
    assert ferry.publisher == "Coast Wire"
    assert ferry.language == "en-gb"
    assert ferry.summary == "The ferry sails again.\n\nIt had lain still for two weeks."
    assert ferry.content == "Back at sea\n\nThe ferry sails again.\n\nMonday\n\nFriday"
    assert [image.url for image in ferry.images] == [
        "https://harbour.example/small.jpg",
        "https://harbour.example/maren.jpg",
    ]
    assert ferry.images[1].text == "The Maren"
    assert [(file.url, file.type) for file in ferry.enclosures] == [
        ("https://harbour.example/maren.mp3", "audio/mpeg")
    ]


def test_an_rss_guid_stands_for_a_missing_link() -> None:
    tags = read("rss20.xml").entries[1]
    assert tags.url == "https://harbour.example/news/tags"
    assert tags.authors == ("Jo Lind",)


def test_angle_brackets_that_are_the_news_stay_in_a_title() -> None:
    assert read("rss20.xml").entries[1].title == "Why <b> and <script> were different"


def test_blank_lines_part_the_paragraphs_of_plain_text() -> None:
    assert read("rss20.xml").entries[1].summary == "One line.\n\nAnother, after a gap."


def test_a_date_in_the_future_is_none() -> None:
    assert read("rss20.xml").entries[1].published is None


def test_of_two_entries_with_one_key_the_first_is_kept_and_an_empty_one_is_none() -> None:
    feed = read("rss20.xml")
    assert [entry.summary for entry in feed.entries[2:]] == ["Neither title nor link."]
    assert feed.repeated == 1


def test_atom_1_is_read_whole() -> None:
    feed = read("atom10.xml")
    assert (feed.title, feed.home) == ("The Valley Press", "https://press.example/blog/")
    snow = feed.entries[0]
    assert snow.id == entry_id(URL, "urn:press:1")
    assert snow.title == "Snow closes the pass"
    assert snow.url == "https://press.example/blog/2026/snow.html"
    assert snow.published == at("2026-11-02T22:00:00-05:00")
    assert str(snow.published) == "2026-11-02 22:00:00-05:00"
    assert snow.updated == at("2026-11-03T08:00:00Z")
    assert snow.authors == ("Mette Bro",)
    assert snow.categories == ("Weather",)
    assert snow.summary == "Shown as text: 2 < 3."
    assert snow.content == "The pass is shut.\n\nTrains run."
    assert snow.language == "da"
    assert [file.url for file in snow.enclosures] == ["https://press.example/blog/2026/snow.ogg"]
    assert [(file.url, file.text) for file in snow.images] == [
        ("https://press.example/blog/2026/snow.jpg", "Drifts")
    ]


def test_an_atom_entry_takes_from_its_feed_what_it_does_not_say() -> None:
    lists = read("atom10.xml").entries[1]
    assert lists.title == "Using <T> in lists"
    assert lists.authors == ("Valley Press",)
    assert lists.published == lists.updated == at("2026-11-01T00:00:00Z")
    assert lists.url == "https://press.example/blog/lists"
    assert lists.publisher == "The Far Press"
    assert lists.language == "en-gb"
    assert lists.content == "First.\n\nSecond & last."


def test_atom_0_3_is_read_with_its_modes() -> None:
    lamp, note = read("atom03.xml").entries
    assert (lamp.title, lamp.url) == ("The lamp is electric now", "http://light.example/lamp")
    assert lamp.published == at("2004-03-02T08:15:00+01:00")
    assert lamp.updated == at("2004-03-03T08:15:00+01:00")
    assert lamp.content == "No more oil."
    assert note.content == "Lights out at six."


def test_rss_1_is_read_from_rdf() -> None:
    feed = read("rss10.rdf")
    assert feed.title == "Dorfblatt"
    (tree,) = feed.entries
    assert tree.language == "de-at"
    assert tree.id == entry_id(URL, "http://dorf.example/1")
    assert tree.published == at("2026-05-01T09:00+02:00")
    assert tree.categories == ("Brauch",)


def test_rss_0_90_is_read_from_rdf() -> None:
    feed = read("rss090.rdf")
    assert [entry.url for entry in feed.entries] == [
        "http://mill.example/turns",
        "http://mill.example/rests",
    ]


def test_rss_0_91_is_read_with_the_entities_of_its_document_type() -> None:
    (coffee,) = read("rss091.xml").entries
    assert (coffee.title, coffee.summary) == ("Un café noir", "Bien serré.")
    assert coffee.language == "fr"


def test_rss_0_92_may_have_no_titles() -> None:
    (note,) = read("rss092.xml").entries
    assert note.title == ""
    assert note.summary == "Only a text, no title."
    assert len(note.enclosures) == 1


def test_json_feed_1_1_is_read_whole() -> None:
    feed = read("feed11.json")
    assert (feed.title, feed.home) == ("Tide Tables", "https://tides.example/")
    high, low = feed.entries
    assert high.id == entry_id(URL, "20261103000000000001")
    assert (high.title, high.url) == ("High water at nine", "https://tides.example/high")
    assert high.published == at("2026-11-03T09:00:00+13:00")
    assert high.updated == at("2026-11-03T10:00:00+13:00")
    assert high.authors == ("Moana Reed", "Tama Reed")
    assert high.categories == ("sea", "weather", "7")
    assert high.summary == "Wet feet."
    assert high.content == "Bring boots.\n\nAnd a coat."
    assert high.language == "mi"
    assert [image.url for image in high.images] == [
        "https://tides.example/sea.jpg",
        "https://tides.example/boots.jpg",
    ]
    assert high.enclosures[0].url == "https://tides.example/high.m4a"
    assert low.url == "https://else.example/low"
    assert low.language == "en-nz"
    assert low.authors == ("Tide Office",)
    assert low.content == "Low & <dry>.\n\nLater."


def test_json_feed_1_0_is_read_with_and_without_a_byte_order_mark() -> None:
    body = (FEEDS / "feed10.json").read_bytes()
    for mark in (b"", b"\xef\xbb\xbf"):
        (neap,) = parse(mark + body, url=URL).entries
        assert neap.authors == ("Rua Reed",)
        assert neap.images[0].url == "https://tides.example/b.png"


@pytest.mark.parametrize(
    ("feed", "key", "name"),
    [
        ("https://a.example/feed", "1", "9a58c76be351f266"),
        ("https://b.example/feed", "1", "43fc493be088ff9c"),
        ("https://a.example/feed", "é", "74cd6a722940cd1d"),
    ],
)
def test_an_entry_keeps_its_name_from_version_to_version(feed: str, key: str, name: str) -> None:
    assert entry_id(feed, key) == name


def test_an_entry_without_guid_or_link_is_known_by_title_and_date() -> None:
    item = "<item><title> A &amp; b </title><pubDate>3 Nov</pubDate></item>"
    body = f"<rss><channel>{item}</channel></rss>".encode()
    assert parse(body, url=URL).entries[0].id == entry_id(URL, "A & b\n3 Nov")


def test_of_a_feed_without_end_the_first_entries_are_kept() -> None:
    items = "".join(f"<item><guid>{i}</guid></item>" for i in range(MAX_ENTRIES + 7))
    feed = parse(f"<rss><channel>{items}</channel></rss>".encode(), url=URL)
    assert len(feed.entries) == MAX_ENTRIES
    assert feed.entries[0].id == entry_id(URL, "0")
