"""The feeds that pages link to."""

import time

from digest.parse.find import MAX_FEEDS, find_feeds

URL = "https://paper.example/news/"


def found(page: str) -> list[str]:
    return [link.url for link in find_feeds(page.encode(), url=URL)]


def test_announced_feeds_come_first_the_best_format_before_the_others() -> None:
    assert found(
        '<a href="/rss.xml">RSS</a>'
        '<link rel="alternate" type="application/rss+xml" href="../all.rss">'
        '<link rel="Alternate stylesheet" type="text/css" href="/style.css">'
        '<link rel="alternate" type="application/atom+xml; charset=utf-8" href="all.atom">'
    ) == [
        "https://paper.example/news/all.atom",
        "https://paper.example/all.rss",
        "https://paper.example/rss.xml",
    ]


def test_comment_feeds_come_last_even_after_links_in_the_text() -> None:
    assert found(
        '<link rel=alternate type="application/rss+xml" title="Comments" href="/c">'
        '<a href="/feed/">Follow</a>'
    ) == ["https://paper.example/feed/", "https://paper.example/c"]


def test_links_that_look_like_feeds_are_found_by_address_or_by_word() -> None:
    page = """
        <a href="/world/rss">World</a> <a href="https://feeds.paper.example/top">Top</a>
        <a href="?format=atom">Everything</a> <a href="/subscribe-here">RSS feed</a>
        <a href="/follow" title="Newsfeed"><img src="x.png"></a> <a href="/index.xml"></a>
    """
    assert found(page) == [
        "https://paper.example/world/rss",
        "https://feeds.paper.example/top",
        "https://paper.example/news/?format=atom",
        "https://paper.example/subscribe-here",
        "https://paper.example/follow",
        "https://paper.example/index.xml",
    ]


def test_what_only_resembles_a_feed_is_left_alone() -> None:
    assert not found("""
        <a href="/feedback">Tell us</a> <a href="/rss.png">Picture</a> <a href="/atomic">Power</a>
        <a href="https://reader.example/sub/feed/https://paper.example/feed">Our reader</a>
        <a href="javascript:feed()">feed</a> <a href="#feed">feed</a> <a href="/cross">Cross</a>
    """)


def test_links_start_from_the_base_that_the_page_names() -> None:
    page = '<base href="https://other.example/x/"><a href="feed.xml">Feed</a>'
    assert found(page) == ["https://other.example/x/feed.xml"]


def test_a_page_of_many_links_is_bounded_in_number_and_time() -> None:
    page = "".join(f'<a href="/feed/{number}">' for number in range(100_000))
    began = time.monotonic()
    assert len(found(page)) == MAX_FEEDS
    assert time.monotonic() - began < 5
