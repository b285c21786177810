"""A page → the feeds it links to."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import html
from lxml.etree import LxmlError

from digest.clean import Clean, clean, clean_url
from digest.news import Link
from digest.parse.decode import decode

_TYPES: Final = {
    "application/atom+xml": 0,
    "application/rss+xml": 1,
    "application/feed+json": 2,
    "application/rdf+xml": 3,
    "application/json": 4,
    "text/xml": 5,
    "application/xml": 6,
}
"""Media types that feeds are announced with, the best first."""

_IN_PAGE: Final = 7
"""The rank of a link that only looks like a feed: after all that are announced."""

MAX_FEEDS: Final = 20

_MOST_LINKS: Final = 5_000
"""Links of a page that are looked at: a front page has some 400."""

_ADDRESS = re.compile(
    r"//(?:feeds?|rss)\d?\.|(?<![a-z0-9])(?:rss|atom|feeds?|rdf)(?![a-z])|index\.xml$",
    re.IGNORECASE,
)
"""What the addresses of feeds have in them: /feed/, rss.xml, ?format=rss2, feeds.example.org."""

_WORDS = re.compile(r"\b(?:rss|atom|(?:web|news)?feeds?)\b", re.IGNORECASE)
_OTHERS = re.compile(r"=https?(?::|%3a)|/https?(?::|%3a)", re.IGNORECASE)
"""An address within an address: "follow us in a reader", not a feed."""

_NO_FEED = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|css|js|pdf|mp3|mp4|zip|ico)$", re.IGNORECASE)


def find_feeds(page: bytes, *, url: str, content_type: str = "") -> tuple[Link, ...]:
    """The feeds that `page` announces with <link rel="alternate">, the best first.

    After them come the links in its text that look like feeds, which have no `type`. Comment
    feeds come last: a paper's own is the one that is meant.
    """
    text = decode(page, content_type)
    try:
        parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return ()
    base = next((clean_url(each.get("href") or "", url) for each in root.iter("base")), "") or url
    found: dict[str, tuple[bool, int, int, Link]] = {}
    for number, (rank, link) in enumerate((*_announced(root, base), *_linked(root, base))):
        comments = "comment" in f"{link.url} {link.text}".lower()
        if link.url.partition("#")[0] != url.partition("#")[0]:
            found.setdefault(link.url, (comments, rank, number, link))
    ranked = sorted(found.values(), key=lambda each: each[:3])
    return tuple(link for *_, link in ranked[:MAX_FEEDS])


def _announced(root: html.HtmlElement, base: str) -> Iterator[tuple[int, Link]]:
    """What the head of the page calls feeds."""
    for link in root.iter("link"):
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        address = clean_url(link.get("href") or "", base)
        if "alternate" in (link.get("rel") or "").lower().split() and kind in _TYPES and address:
            title = clean(link.get("title") or "")
            yield _TYPES[kind], Link(url=address, text=title, type=clean(kind))


def _linked(root: html.HtmlElement, base: str) -> Iterator[tuple[int, Link]]:
    """What looks like a feed among the links in its text."""
    for number, link in enumerate(root.iter("a")):
        if number == _MOST_LINKS:
            return
        address = clean_url(link.get("href") or "", base).partition("#")[0]
        if not address or _NO_FEED.search(address) or _OTHERS.search(address[8:]):
            continue
        words = _words(link)
        if _ADDRESS.search(address) or _WORDS.search(words):
            yield _IN_PAGE, Link(url=Clean(address), text=words)


def _words(link: html.HtmlElement) -> Clean:
    """What a link says, of itself and to who cannot see it."""
    said = " ".join(islice(link.itertext(), 10))
    told = (said, link.get("title") or "", link.get("aria-label") or "")
    return clean(" ".join(told)[:200])
