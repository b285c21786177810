"""newsboat's `urls`, and plain lists of addresses."""

import time

import pytest

from digest.clean import clean
from digest.errors import OpmlError
from digest.news import Feed
from digest.opml import MAX_BYTES, read_subscriptions, write_opml

URLS = rb"""# my feeds
https://a.example/feed world "~The \"A\" Paper"

https://b.example/feed "science & tech" !hidden tech   # a comment
"https://c.example/feed"
https://a.example/feed twice
"query:Unread:unread = \"yes\""
exec:~/bin/feed.sh
filter:~/bin/clean.py:https://d.example/feed
"""


def test_tags_are_sections_and_titles_in_quotes_are_titles() -> None:
    assert read_subscriptions(URLS).feeds == (
        Feed(url="https://a.example/feed", section=clean("world"), title=clean('The "A" Paper')),
        Feed(url="https://b.example/feed", section=clean("science & tech")),
        Feed(url="https://c.example/feed"),
    )


def test_what_is_no_feed_is_named_with_its_line_and_why() -> None:
    assert read_subscriptions(URLS, name="urls").skipped == (
        'urls:7: a search that newsboat makes: "query:Unread:unread = \\"yes\\""',
        "urls:8: a program that newsboat runs: exec:~/bin/feed.sh",
        "urls:9: a program that newsboat runs: filter:~/bin/clean.py:https://d.example/feed",
    )


def test_an_address_a_line_is_a_list() -> None:
    found = read_subscriptions(b"\xef\xbb\xbfhttps://a.example/1\r\n\r\n  http://b.example/2\r\n")
    assert [feed.url for feed in found.feeds] == ["https://a.example/1", "http://b.example/2"]


def test_a_list_becomes_opml_and_comes_back() -> None:
    feeds = read_subscriptions(URLS).feeds
    assert read_subscriptions(write_opml(feeds).encode()).feeds == feeds


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"Dear all,\nhello", "mail.txt:1: no http or https address: Dear all,."),
        (b"<opml><body>", "mail.txt:1: no element found"),
        (b"  <html><body/></html>", "mail.txt: no OPML: the document is <html>."),
    ],
)
def test_what_is_neither_is_refused_by_line(document: bytes, said: str) -> None:
    with pytest.raises(OpmlError) as caught:
        read_subscriptions(document, name="mail.txt")
    assert str(caught.value).startswith(said)


def test_what_is_larger_than_any_list_is_not_read() -> None:
    with pytest.raises(OpmlError, match=r"mail\.txt: larger than 16 MB"):
        read_subscriptions(b"#" * (MAX_BYTES + 1), name="mail.txt")


@pytest.mark.parametrize("piece", [b'"', b'"a', b"\\", b'"\\', b"# ", b" a", b"\0", b"\xff"])
def test_no_line_is_read_in_quadratic_time(piece: bytes) -> None:
    began = time.monotonic()
    read_subscriptions(b"https://a.example/ " + piece * 300_000)
    assert time.monotonic() - began < 3
