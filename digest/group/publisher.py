"""Who publishes an item: the key under which all feeds of one house count once."""

import re
from typing import Final
from urllib.parse import urlsplit

_SECOND_LEVEL: Final = frozenset(
    {"ac", "co", "com", "edu", "gob", "gov", "ltd", "mil", "net", "nom", "or", "org"}
)
"""What stands before a country's own ending: co.uk, com.au, org.br."""

_SHARED: Final = frozenset(
    {
        "blogspot.com",
        "feedburner.com",
        "feedproxy.google.com",
        "github.io",
        "medium.com",
        "msn.com",
        "news.google.com",
        "news.yahoo.com",
        "substack.com",
        "tumblr.com",
        "wordpress.com",
    }
)
"""Houses of many publishers: there the name, or the whole host, is the key."""

_TAIL: Final = re.compile(r"\s+[-–—|:·»/]\s+.*$|\s*\([^()]*\)\s*$|\s*\[[^\[\]]*\]\s*$")


def publisher_of(name: str, url: str) -> str:
    """A key for a publisher: the registrable domain of its article's link, else its plain name.

    "BBC News - World" and "BBC News" are one name, feeds.bbci.example.co.uk and
    www.example.co.uk one domain. Empty if there is neither.
    """
    domain = registrable(url)
    hosts_many = any(domain == shared or domain.endswith(f".{shared}") for shared in _SHARED)
    if hosts_many or not domain:
        return plain_name(name) or domain
    return domain


def plain_name(name: str) -> str:
    """A publisher's name without its section, edition or article: "The Times | Sport"."""
    bare = _TAIL.sub("", _TAIL.sub("", name[:200])) or name[:200]
    return " ".join(bare.casefold().removeprefix("the ").split())


def registrable(url: str) -> str:
    """The domain that a house can register: bbc.co.uk of www.bbc.co.uk; empty without one.

    A short rule of our own instead of the public suffix list: two labels, or three where the
    last but one is a country's second level.
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    if len(labels) < 2 or labels[-1].isdecimal():
        return host
    own = 3 if len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    domain = ".".join(labels[-own:])
    if domain in _SHARED or ".".join(labels[-3:]) in _SHARED:
        return host
    return domain
