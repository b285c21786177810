"""Whatever comes in: a result or a ParseError, quickly."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.clean import clean, clean_text
from digest.errors import ParseError
from digest.news import Parsed
from digest.parse import parse

FEEDS = sorted((Path(__file__).parents[1] / "data" / "feeds").iterdir())
URL = "https://feeds.example/all"
SOON = 5.0
"""Seconds of CPU: on a slow machine these take half of one, and a quadratic reader minutes."""

MANY = 200_000
SHARDS = [
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"<item>", b"</item>", b"<entry>", b"<title>",
    b"&#27;", b"&#xD800;", b"&nbsp;", b"\0", b"\x1b[2J", b"\xff", b"\xed\xa0\x80", b'"', b"'", b"=",
    b"<?xml version='1.0' encoding='utf-16'?>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<x:y>", b"{",
    b"[", b"null", b'"items":', b"<a " * 50, b"xml:base='//['", b"\xef\xbb\xbf", b"<img src=x>",
]  # fmt: skip


def outcome(body: bytes) -> Parsed | None:
    try:
        return parse(body, url=URL)
    except ParseError:
        return None


def rss(inside: str) -> bytes:
    return f"<rss><channel><item><title>KEEP</title>{inside}</item></channel></rss>".encode()


@pytest.mark.parametrize(
    "body",
    [
        b"[" * MANY,
        b'{"a":' * MANY,
        b'{"items":[{"id":' + b"9" * 5000 + b"}]}",
        b'{"items":[{"id":"\\ud800","title":"\\udfff"}]}',
        rss("<a>" * MANY),
        rss("<item><title>x</title>" * 20_000),
        rss("<x " + " ".join(f'a{i}="1"' for i in range(MANY)) + "/>"),
        rss("&<x " + " ".join(f"a{i}=1" for i in range(MANY)) + "/>"),
        rss("<![CDATA[" * MANY),
        rss("<![CDATA[x]]>" * MANY + "&"),
        rss("&" * MANY),
        rss("".join(f"<category>{i}</category>" for i in range(20_000))),
        b"<!DOCTYPE a [" + b"]" * MANY,
        b"<?x " * MANY,
        b"<!--" * MANY,
        b"<rss>" + b"<item >" * MANY,
    ],
    ids=range(16),
)
def test_size_and_depth_cost_little(body: bytes) -> None:
    start = time.process_time()
    outcome(body)
    assert time.process_time() - start < SOON


@pytest.mark.parametrize(
    "text",
    [
        "<", "<a", '<a "', "<a \"'", "<!--", "<script>", "<svg>", "&", "&#", "\n ", " ", "<img",
        '<img src="', "<img a=b ", "a@(", "<b>x</b>", "<a:", "<a =<", "](", "<p>", "\u0301",
    ],
)  # fmt: skip
@pytest.mark.parametrize("field", ["title", "description", "author", "link"])
def test_no_text_hurts_a_pattern(field: str, text: str) -> None:
    start = time.process_time()
    outcome(rss(f"<{field}><![CDATA[{text * MANY}]]></{field}>"))
    assert time.process_time() - start < SOON


def test_entities_are_neither_expanded_nor_fetched() -> None:
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    outside = (
        '<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "http://p.example/"> %p;'
    )
    body = f'<!DOCTYPE l [<!ENTITY a0 "ha">{laughs}{outside}]>'.encode() + rss("").replace(
        b"KEEP", b"&a11; &x;"
    )
    feed = outcome(body)
    assert feed is not None
    assert feed.entries[0].title == "&a11; &x;"


def test_a_deep_text_keeps_its_words() -> None:
    feed = outcome(rss(f"<description><![CDATA[{'<div>' * 50_000}KEEPDESC]]></description>"))
    assert feed is not None
    assert feed.entries[0].summary == "KEEPDESC"


def test_base64_that_is_none_is_no_text() -> None:
    feed = outcome(rss("<content mode='base64'>\u00fc</content>"))
    assert feed is not None
    assert feed.entries[0].content == ""


def test_texts_are_cut_where_they_outgrow_all_news() -> None:
    long = "word " * MANY
    feed = outcome(
        rss(f"<title>x</title><description>{long}</description>").replace(b"KEEP", long.encode())
    )
    assert feed is not None
    assert len(feed.entries[0].title) <= 2_000
    assert len(feed.entries[0].summary) <= 500_000


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A feed with pieces cut out, doubled, overwritten or put in."""
    body = draw(st.sampled_from(FEEDS)).read_bytes()
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.sampled_from([0, 1, 7, 80, len(body)])))
        piece = draw(st.sampled_from(SHARDS) | st.binary(max_size=4) | st.just(body[start:end]))
        body = body[:start] + piece * draw(st.sampled_from([1, 2, 300])) + body[end:]
        body = body[:200_000]
    return body


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spoilt(), st.sampled_from(["", "text/xml; charset=utf-16", "text/html; charset=x'"]))
def test_a_spoilt_feed_is_read_or_refused_and_what_is_read_is_clean(body: bytes, kind: str) -> None:
    try:
        feed = parse(body, url=URL, content_type=kind)
    except ParseError:
        return
    for entry in feed.entries:
        assert entry.title == clean(entry.title)
        assert entry.summary == clean_text(entry.summary)
        assert entry.content == clean_text(entry.content)
        assert not entry.url or entry.url.startswith(("http://", "https://"))
        assert entry.published is None or entry.published.utcoffset() is not None
    assert parse(body, url=URL, content_type=kind).entries == feed.entries
