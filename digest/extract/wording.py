"""Which of a title's wordings is the newsroom's, where a page shows one and declares another.

A heading is often reworded for search engines, and the page's <title> and og:title with it;
or it is changed while a story runs. JSON-LD's headline and the address keep the first wording.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from digest.clean import NOTHING, Clean
from digest.extract.letters import letters

_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHE: Final = re.compile("['’]")

WORDS: Final = 4
"""Fewer are a section or a name, not a wording."""

SPELT: Final = 0.9
"""The share of words in common from which an address spells a title out."""


class Wordings(Struct, frozen=True, kw_only=True):
    """A title as each part of the page has it, without the outlet's name."""

    headline: Clean = NOTHING
    """JSON-LD's."""

    social: Clean = NOTHING
    """OpenGraph's."""

    page: Clean = NOTHING
    """<title>'s."""

    url: str = ""


def worded(heading: Clean, said: Wordings) -> Clean:
    """The heading that a page shows, or what it is called elsewhere with better reason."""
    if letters(said.headline) == letters(heading):
        heading = said.headline
    elif _is_other(heading, said.headline) and _is_first(heading, said):
        return said.headline
    spelt = _is_other(heading, said.social) and spelling(said.url, said.social) >= SPELT
    better = spelt and spelling(said.url, said.social) > spelling(said.url, heading)
    return said.social if better else heading


def _is_other(heading: str, text: str) -> bool:
    """Whether a text words the heading anew: neither cuts it short nor adds a label to it."""
    own, other = letters(heading), letters(text)
    shared = set(_words(heading)) & set(_words(text))
    return len(text.split()) >= WORDS and bool(shared) and own not in other and other not in own


def _is_first(heading: str, said: Wordings) -> bool:
    """Whether the heading stands against two, or is the one that search engines are given."""
    own, social, page = (letters(text) for text in (heading, said.social, said.page))
    if own not in {social, page}:
        return letters(said.headline) in {social, page}
    reworded = own == page and bool(social) and own.startswith(social)
    return reworded and spelling(said.url, heading) <= max(0.7, spelling(said.url, said.headline))


def spelling(url: str, title: str) -> float:
    """How nearly the longest step of an address spells a title out: F1 of their words."""
    steps = unquote(urlsplit(url).path).split("/")
    step = max(steps, key=lambda one: one.count("-"), default="")
    spelt, words = Counter(_words(step)), Counter(_words(_APOSTROPHE.sub("", title)))
    both = sum((spelt & words).values())
    return 2 * both / (spelt.total() + words.total()) if both else 0.0


def _words(text: str) -> Iterator[str]:
    """Words without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    yield from _WORD.findall("".join(one for one in plain if not unicodedata.combining(one)))
