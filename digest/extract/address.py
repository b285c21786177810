"""The address an article is known by."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from digest.clean import Clean, clean_url, untracked

_SECOND_LEVEL: Final = frozenset((
    "ac", "co", "com", "edu", "gob", "gov", "go", "gv", "ltd", "ne", "net", "nom", "or", "org",
    "plc",
))  # fmt: skip


def canonical(url: str, declared: Iterable[str]) -> Clean:
    """The page's own canonical address, if it lies with the same outlet; else `url`; untracked.

    A file has no `url`: then whatever address it declares is believed.
    """
    own = clean_url(url)
    for link in declared:
        address = clean_url(link, base=url)
        if address and not own:
            return untracked(address)
        if address and site(address) == site(url) and _deep(address) >= min(1, _deep(url)):
            return untracked(address)
    return untracked(own)


def site(url: str) -> str:
    """The part of a host that is registered: example.co.uk of www.example.co.uk.

    Without the list of public suffixes: two labels, three where the second is one of the usual
    ("co", "com", "org"...) under a country's.
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    short = len(labels) >= 3 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return host if labels[-1].isdigit() else ".".join(labels[-3 if short else -2 :])


def _deep(url: str) -> int:
    """How many steps a path has: a front page is nobody's article."""
    parts = urlsplit(url)
    return len([step for step in parts.path.split("/") if step]) + bool(parts.query)
