"""What a page says of its article in JSON-LD."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from lxml.etree import _Element

from digest.extract.agency import exactly

Item: TypeAlias = dict[str, object]

MAX_SIZE: Final = 1_000_000
"""Characters, of all scripts together: 5 MB took 3.7 s and 660 MB."""

MAX_ITEMS: Final = 2_000
_COMMA: Final = re.compile(r",(\s{0,99}[}\]])")
_NESTS: Final = ("@graph", "mainEntity", "mainEntityOfPage", "item", "itemListElement")
_RANKS: Final = (
    ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle"),
    ("LiveBlogPosting", "BackgroundNewsArticle", "ReviewNewsArticle", "Report", "BlogPosting"),
    ("Article", "TechArticle", "ScholarlyArticle", "SocialMediaPosting", "Review", "Recipe"),
    ("WebPage", "ItemPage", "VideoObject"),
)


def article(tree: _Element) -> Item:
    """The item that best describes an article; empty if none does."""
    ranked = ((_rank(item), item) for item in items(tree))
    known = [(rank, item) for rank, item in ranked if rank < len(_RANKS)]
    return min(known, key=lambda pair: pair[0])[1] if known else {}


def items(tree: _Element) -> list[Item]:
    """Every object that the page's scripts declare, in order, at most MAX_ITEMS."""
    room, found = MAX_SIZE, list[Item]()
    own = (one for one in tree.iter("script") if "ld+json" in (one.get("type") or "").lower())
    for text in (script.text or "" for script in own):
        if len(text) <= room:
            room -= len(text)
            found.extend(_flat(_value(text)))
    return found[:MAX_ITEMS]


def kinds(item: Item) -> list[str]:
    """Its types, without the vocabulary's address."""
    return [name.rpartition("/")[2] for name in strings(item.get("@type"))]


def strings(value: object) -> list[str]:
    """The strings in a value, its lists opened."""
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]


def names(value: object) -> list[str]:
    """Names of persons or organizations: strings as they are, objects by their name."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        found += strings(one.get("name")) if isinstance(one, dict) else strings(one)
    return found


def writers(value: object) -> list[str]:
    """Names of authors; of organizations, wire services alone."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        organized = isinstance(one, dict) and "Person" not in kinds(one) and bool(kinds(one))
        found += [name for name in names(one) if not organized or exactly(name)]
    return found


def _rank(item: Item) -> int:
    own = kinds(item)
    ranks = (rank for rank, group in enumerate(_RANKS) if any(kind in group for kind in own))
    return next(ranks, len(_RANKS))


def _value(text: str) -> object:
    """The value of a script, mended where outlets often break it."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    for attempt in (text, _COMMA.sub(r"\1", text)):
        try:
            value: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _flat(value: object) -> Iterator[Item]:
    """The objects of a value, those nested in lists and graphs with them, breadth first."""
    level: Iterable[object] = [value]
    for _ in range(6):
        found = [one for one in _opened(level) if isinstance(one, dict)]
        yield from found
        level = [
            one[key] for one in found for key in _NESTS if isinstance(one.get(key), dict | list)
        ]


def _opened(values: Iterable[object]) -> Iterator[object]:
    for value in values:
        for one in value if isinstance(value, list) else [value]:
            yield from one if isinstance(one, list) else [one]
