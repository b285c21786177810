"""A page → the feeds it links to."""

from typing import Final

from lxml import html
from lxml.etree import LxmlError

from digest.clean import clean, clean_url
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

MAX_FEEDS: Final = 20


def find_feeds(page: bytes, *, url: str, content_type: str = "") -> tuple[Link, ...]:
    """The feeds that `page` announces with <link rel="alternate">, the best first.

    Comment feeds come last: a paper's own is the one that is meant.
    """
    text = decode(page, content_type)
    try:
        parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return ()
    base = next((clean_url(each.get("href") or "", url) for each in root.iter("base")), "") or url
    found: dict[str, tuple[bool, int, int, Link]] = {}
    for number, link in enumerate(root.iter("link")):
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        address = clean_url(link.get("href") or "", base)
        if "alternate" in (link.get("rel") or "").lower().split() and kind in _TYPES and address:
            title = clean(link.get("title") or "")
            comments = "comment" in f"{address} {title}".lower()
            found.setdefault(
                address,
                (comments, _TYPES[kind], number, Link(url=address, text=title, type=clean(kind))),
            )
    ranked = sorted(found.values(), key=lambda each: each[:3])
    return tuple(link for *_, link in ranked[:MAX_FEEDS])
