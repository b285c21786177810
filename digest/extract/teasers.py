"""Other stories around an article, known by their build: a link, a line on it, how long ago."""

import re
from itertools import islice
from typing import Final

from lxml.etree import _Element

from digest.extract.furniture import opening

MAX_ITEM: Final = 300
"""Characters: a link, a sentence or two, a time."""

MIN_HEADLINE: Final = 12
"""Characters: shorter links are names and sections."""

MAX_RISE: Final = 4
"""Elements between a link and its item."""

MAX_LINKS: Final = 3_000

MAX_AGO: Final = 40
"""Characters: no time is told in more."""

_HOLDERS: Final = frozenset({"p", "li", "div", "article", "section", "td", "dd"})
_NUMBER: Final = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|einer|einem)"
)
_AGO: Final = re.compile(
    rf"(?:\b{_NUMBER}\s?(?:s|m|h|d|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?)\s+ago|"
    rf"\bvor\s{_NUMBER}\s(?:sekunden?|minuten?|min\.?|stunden?|std\.?|tag(?:en)?)|"
    r"\bil\sy\sa\s\d{1,3}\s(?:min|minutes?|heures?|h|jours?)|"
    r"\b(?:hace|há)\s\d{1,3}\s(?:min|minutos?|horas?|h|d[ií]as?)|\b\d{1,3}\s(?:minut[io]|or[ae]|giorn[io])\sfa|"
    r"\b\d{1,3}\s(?:minuten|uur|dagen)\sgeleden|\b\d{1,3}\s(?:minutter|timer|timmar|dage|dager|dagar)\s(?:siden|sedan)|"
    r"\b\d{1,3}\s(?:min|minutes?)\sread|\d{1,2}\s?(?:分|時間)前|\d{1,2}\s?(?:分钟|小时)前|\d{1,2}\s?(?:분|시간)\s?전|"
    r"(?<!\w)(?:yesterday|gestern|hier|ayer|ontem|ieri|gisteren))$",
    re.IGNORECASE,
)


def teasers(tree: _Element) -> list[_Element]:
    """The items of `tree` that lead to another story and say how long ago it came."""
    known: dict[_Element, str] = {}
    links = (link for link in tree.iter("a") if link.get("href"))
    found = (_item(link, known) for link in islice(links, MAX_LINKS))
    return list(dict.fromkeys(item for item in found if item is not None))


def _item(link: _Element, known: dict[_Element, str]) -> _Element | None:
    """The block that a link opens, if it is such an item."""
    headline = opening(link, MAX_ITEM)
    if not MIN_HEADLINE <= len(headline) <= MAX_ITEM:
        return None
    for item in islice(link.iterancestors(), MAX_RISE):
        if item not in known:
            known[item] = opening(item, MAX_ITEM)
        text = known[item]
        if len(text) > MAX_ITEM or not text.startswith(headline):
            return None
        if item.tag in _HOLDERS and _AGO.search(text, max(0, len(text) - MAX_AGO)):
            return item
    return None
