"""What a feed document becomes, whatever its format."""

import hashlib
import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import islice
from typing import Final, TypeVar

from msgspec import Struct

from digest.clean import NOTHING, Clean, clean, clean_url
from digest.dates import read_date
from digest.news import Entry, Link, Parsed

MAX_ENTRIES: Final = 5_000
"""Entries of one document: the first as listed, which feeds keep newest first."""

MANY: Final = 100
"""Authors, categories, images or enclosures of one entry: the first as listed."""

_AHEAD: Final = timedelta(days=1)
"""How far into the future a wrong clock or time zone may put a date."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}")

Item = TypeVar("Item")


class Around(Struct, frozen=True, kw_only=True):
    """What an entry takes from the document around it."""

    url: str
    """Of the feed."""

    base: str
    """What relative links start from, where nothing nearer says."""

    now: datetime
    language: Clean = NOTHING
    authors: tuple[Clean, ...] = ()


def entry_id(feed_url: str, key: str) -> str:
    """The name of an entry for ever: it must not change from one version to the next.

    The first 16 hexadecimal digits of the SHA-256 of the feed's URL, a newline and `key`, in
    UTF-8 (what UTF-8 cannot hold as a question mark). For `key` see `key_of`.
    """
    text = f"{feed_url}\n{key}"
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def key_of(guid: str, link: str, title: str, date: str, text: str) -> str:
    """What tells an entry from the others of its feed: the first of these that is not empty.

    Its guid (Atom and JSON Feed: id; RSS 1.0: rdf:about); its link; its title and date with a
    newline between them; its text. Each as the document has it once its characters are
    decoded, without the white space around it: links are not resolved, dates not read, markup
    not removed.
    """
    titled = f"{title.strip()}\n{date.strip()}".strip()
    return guid.strip() or link.strip() or titled or text.strip()


def gather(
    items: Iterable[Item],
    read: Callable[[Item], Entry | None],
    *,
    title: Clean,
    home: Clean,
) -> Parsed:
    """The feed of these `items`: the first `MAX_ENTRIES`, each read, of equal keys the first.

    `read` gives None for an item with nothing in it, which counts nowhere.
    """
    told = [entry for item in islice(items, MAX_ENTRIES) if (entry := read(item))]
    kept: dict[str, Entry] = {}
    for entry in told:
        kept.setdefault(entry.id, entry)
    return Parsed(
        title=title,
        home=home,
        entries=tuple(kept.values()),
        repeated=len(told) - len(kept),
    )


def absolute(link: str, base: str) -> Clean:
    """`link` as an address of the web, seen from `base`; empty if it is none.

    One that begins with the host of `base` lacks its scheme: it is not a folder of that name.
    """
    link = link.strip()
    if link.startswith(("https://", "http://")):
        return clean_url(link)
    host = base.partition("://")[2].partition("/")[0]
    bare = host and link.startswith(f"{host}/")
    return clean_url(f"//{link}" if bare else link, base) if link else NOTHING


def believed(text: str, now: datetime) -> datetime | None:
    """The date that `text` names, unless it lies more than a day ahead of `now`."""
    moment = read_date(text) if text else None
    return moment if moment and moment <= now + _AHEAD else None


def language_of(*claims: str | None) -> Clean:
    """The first of `claims` that is a language tag, in lower case."""
    tags = (clean(claim or "").lower().replace("_", "-") for claim in claims)
    return Clean(next((tag for tag in tags if _LANGUAGE.fullmatch(tag)), ""))


def once(texts: Iterable[Clean]) -> tuple[Clean, ...]:
    """The first `MANY` of `texts`, each once, without the empty."""
    return tuple(islice(dict.fromkeys(text for text in texts if text), MANY))


def links_once(links: Iterable[Link]) -> tuple[Link, ...]:
    """The first `MANY` of `links`, each address once, without the empty."""
    kept: dict[str, Link] = {}
    for link in links:
        if link.url and len(kept) < MANY:
            kept.setdefault(link.url, link)
    return tuple(kept.values())
