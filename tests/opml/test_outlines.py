"""OPML in and out."""

import time

import pytest

from digest.clean import clean
from digest.errors import OpmlError
from digest.news import Feed
from digest.opml.outlines import read_opml, write_opml

LIST = b"""<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="News"><outline text="Near">
    <outline type="rss" text="Harbour Post" xmlUrl="https://post.example/feed"/></outline>
    <outline type="rss" title="Second &amp; Last" text="x" xmlUrl="https://two.example/a?b=1&amp;c=2"/>
  </outline>
  <outline type="rss" text="Loose" xmlurl="http://loose.example/"/>
  <outline type="rss" text="Twice" xmlUrl="http://loose.example/"/>
  <outline text="Not a feed" xmlUrl="javascript:alert(1)"/>
</body></opml>"""


def test_folders_are_sections_and_order_is_kept() -> None:
    feeds = read_opml(LIST).feeds
    assert [(feed.title, feed.section) for feed in feeds] == [
        ("Harbour Post", "News / Near"),
        ("Second & Last", "News"),
        ("Loose", ""),
    ]
    assert feeds[1].url == "https://two.example/a?b=1&c=2"


def test_a_round_trip_loses_nothing_and_changes_nothing() -> None:
    feeds = read_opml(LIST).feeds
    written = write_opml(feeds)
    assert read_opml(written.encode()).feeds == feeds
    assert write_opml(read_opml(written.encode()).feeds) == written


def test_what_opml_has_no_word_for_comes_back_too() -> None:
    feeds = (
        Feed(url="https://a.example/", always=True),
        Feed(url="https://b.example/", title=clean("B"), prefer=True),
        Feed(url="https://c.example/", title=clean("C"), section=clean("One / Two")),
    )
    written = write_opml(feeds)
    assert read_opml(written.encode()).feeds == feeds
    assert "xmlns" not in write_opml(feeds[2:])


def test_a_feed_without_a_folder_takes_its_first_category() -> None:
    document = b"""<opml><body>
      <outline xmlUrl="https://a.example/" category="/Boston/Weather,/Tags"/>
      <outline text="F"><outline xmlUrl="https://b.example/" category="x"/></outline>
    </body></opml>"""
    assert [feed.section for feed in read_opml(document).feeds] == ["Boston / Weather", "F"]


def test_an_outline_that_cannot_be_read_is_named() -> None:
    assert read_opml(LIST, name="my.opml").skipped == (
        "my.opml: no http or https address: Not a feed, javascript:alert(1)",
    )


def test_the_old_scheme_for_feeds_is_understood() -> None:
    document = b"""<opml><body><outline xmlUrl="feed://a.example/x"/>
      <outline xmlUrl="feed:https://b.example/x"/></body></opml>"""
    assert [feed.url for feed in read_opml(document).feeds] == [
        "http://a.example/x",
        "https://b.example/x",
    ]


def test_markup_in_a_title_stays_text() -> None:
    feeds = (Feed(url="https://a.example/?a=1&b=2", title=clean('<b> & "c"')),)
    assert read_opml(write_opml(feeds).encode()).feeds == feeds


def test_depth_is_no_danger() -> None:
    deep = b"<opml><body>" + b"<outline text='x'>" * 5000 + b"</outline>" * 5000 + b"</body></opml>"
    assert read_opml(deep).feeds == ()


def test_a_list_that_only_begins_is_refused_in_no_time() -> None:
    began = time.process_time()
    with pytest.raises(OpmlError):
        read_opml(b"<opml>" + b"<!DOCTYPE" * 200_000)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"<opml>\n<body>\n<outline></body></opml>", "my.opml:3: mismatched tag"),
        (b"", "my.opml:1: no element found"),
        (b"<rss><channel/></rss>", "my.opml: no OPML: the document is <rss>"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><opml><body/></opml>', "my.opml: declares entities"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><opml/>'.encode("utf-16"), "my.opml: declares entities"),
        (b'<?xml version="1.0" encoding="nonsense"?><opml/>', "my.opml: unknown encoding"),
    ],
)
def test_bad_opml_is_named_by_line(document: bytes, said: str) -> None:
    with pytest.raises(OpmlError) as caught:
        read_opml(document, name="my.opml")
    assert str(caught.value).startswith(said)
