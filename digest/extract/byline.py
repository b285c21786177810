"""Who wrote an article: names of persons, out of the many ways to print them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Final

from lxml.etree import _Element
from msgspec import Struct

from digest.clean import NOTHING, Clean, clean
from digest.extract.agency import exactly
from digest.extract.blocks import Block

MAX_NAMES: Final = 12
MAX_LINE: Final = 400
"""Characters: what is longer is no byline."""


class Credit(Struct, frozen=True, kw_only=True):
    """Persons, and the wire service they write for."""

    names: tuple[Clean, ...] = ()
    agency: Clean = NOTHING


_BY: Final = re.compile(
    r"^\W{0,3}(?:(?:written|reported|reporting|reviewed|story|text|words|analysis|opinion|posted|"
    r"published|edited|updated|texto|testo|texte|guest column|column|interview|report)\s{0,2}"
    r"(?:by|von|de|par|di|:)|by|von|par|por|di|af|av|door|tekst|text|autor(?:in|en|es)?|"
    r"autore|auteur|author|фото|текст|автор|haber)\b\s{0,2}:?\s{0,2}",
    re.IGNORECASE,
)
_MARKED: Final = re.compile(
    r"(?:^|[\s_-])(?:by-?line|(?:(?:article|post|entry|story)-?)?author(?:s|-?names?)?|writer)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
MAX_MARKED: Final = 40
NEAR: Final = 16
"""Blocks behind a title among which a byline is the article's."""

_SPLIT: Final = re.compile(
    r"\s*(?:[,;|•·/\n、，]|&|\+| [-–—] |\b(?:and|und|y|et|och|og|en|ve|dan|with)\b(?=\s))\s*",
    re.IGNORECASE,
)
_ITALIAN_AND: Final = re.compile(r"(?<=[a-zà-ú]) e (?=[A-ZÀ-Ú])")
_NOT_A_NAME: Final = re.compile(
    r"\b(?:staff|writers?|reporters?|editors?|editorial|correspondents?|columnists?|contributors?|"
    r"newsroom|news|desk|team|bureau|agency|agencies|press|media|redaktion|redakteure?|redacción|"
    r"redazione|rédaction|admin|administrator|online|digital|magazine|times|post|gazette|"
    r"guest|special|senior|chief|director|producer|photographer|analyst|author|"
    r"associated|wire|services?|university|school|institute|college|journal|group|company|"
    r"inc|ltd|llc|gmbh|foundation|center|centre|association|council|board|"
    r"updated|published|posted|min|read|share|follow|view|profile|picture|website|"
    r"web|www|https?|com|today|tv|radio|network|channel|podcast|newspaper|daily|weekly|"
    r"citizen|tribune|herald|chronicle|guardian|presse|zeitung|nachrichten|"
    r"the|a|an|of|for|from|at|in|on|is|are|was|to|mit|und|für|der|die|das|aus|im|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|"
    r"september|october|november|december|condé|nast|welle|report|name|email)\b"
    r"|[@#:!?*<>{}\[\]=]|\d|\.(?:com|de|co|net|org|is|tr)\b",
    re.IGNORECASE,
)
_SMALL: Final = frozenset((
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der",
    "den", "ten", "ter", "bin", "al", "el", "y", "e", "zu",
))  # fmt: skip
_TITLES: Final = re.compile(r"^(?:dr|prof|mr|mrs|ms|sir|dame|lord|rev)\.?\s", re.IGNORECASE)
_DEGREES: Final = re.compile(
    r"^(?:ph\.?d|m\.?d|j\.?d|m\.?a|mba|rd|rn|esq|dvm|ms|mph|cfa)\.?$", re.IGNORECASE
)
_JUNIOR: Final = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
_SHORT_JUNIOR: Final = re.compile(r"\b([JS]r)$")
_SURPLUS: Final = re.compile(
    r"\([^()]{0,80}\)|\S{1,64}@\S{1,64}|(?<=\s)[Ff](?:or|ür) .*$| (?:기자|記者)\b.*$|\bis an? .*$"
)
_MC: Final = re.compile(r"\b(Mc|O['’]|D['’])([a-z])")


def credit(lines: Iterable[str], publisher: str = "") -> Credit:
    """Names and wire service in byline texts; the outlet itself is nobody."""
    names: dict[str, Clean] = {}
    service = NOTHING
    for line in lines:
        for piece in _pieces(_apart(line, publisher)):
            wire = exactly(piece)
            service = service or wire
            name = NOTHING if wire else _name(piece, publisher)
            if name and not any(
                name.casefold() in known or known in name.casefold() for known in names
            ):
                names[name.casefold()] = name
    return Credit(names=tuple(names.values())[:MAX_NAMES], agency=service)


def is_byline(text: str, names: Iterable[str] = ()) -> bool:
    """Whether a line of a page is nothing but a byline."""
    if len(text) > 160:
        return False
    rest = known = text.casefold()
    for name in names:
        rest = rest.replace(name.casefold(), " ")
    if rest != known:
        words = list(re.findall(r"[^\W\d_]+", rest))
        return len(words) <= 6 and not re.search(r"[.!?]\s*$", rest.strip(" .") + " ")
    words = text.split()
    if len(words) > 14 or not _BY.match(text):
        return False
    written_large = sum(word[0].isupper() for word in words) > len(words) / 2
    return written_large and bool(credit([text]).names)


def _apart(line: str, publisher: str) -> str:
    """The line with a comma for the outlet's name."""
    if len(publisher) <= 5 or publisher.casefold() not in line.casefold():
        return line
    return re.sub(re.escape(publisher), ", ", line, flags=re.IGNORECASE)


def shown_bylines(
    credited: Iterable[_Element], blocks: list[Block], title: str
) -> tuple[list[Clean], list[Clean]]:
    """Lines of a page that look like its byline: "By ..." near the title; marked as such."""
    marked = [
        clean(" ".join(map(str, element.itertext()))) for element in islice(credited, MAX_MARKED)
    ]
    place = next((index for index, block in enumerate(blocks) if block.key == title), 0)
    near = [block.text for block in blocks[place : place + NEAR] if len(block.text) < 160]
    begun = [line for line in near if _BY.match(line)]
    short = [line for line in marked if 3 <= len(line) < 160]
    return begun[:3], list(dict.fromkeys(short))[:3]


def is_marked(said: Mapping[str, str]) -> bool:
    """Whether its class, id or relation calls an element a byline."""
    return (
        ("class" in said and _is_byline_name(said["class"]))
        or ("id" in said and _is_byline_name(said["id"]))
        or ("rel" in said and "author" in said["rel"].split())
    )


@lru_cache(maxsize=20_000)
def _is_byline_name(name: str) -> bool:
    plain = name[:200].lower()
    likely = "author" in plain or "line" in plain or "writer" in plain
    return likely and _MARKED.search(plain) is not None


def _pieces(line: str) -> Iterator[str]:
    line = clean(line[:MAX_LINE])
    if "://" in line or not line:
        return
    line = _BY.sub("", _SURPLUS.sub(" ", line), count=1)
    line = _ITALIAN_AND.sub(", ", line)
    last = ""
    for piece in _SPLIT.split(line):
        name = _BY.sub("", piece.strip(" .,-–—|"), count=1) if piece else ""
        if _JUNIOR.match(name) and last:
            last = f"{last} {name}"
        elif not _DEGREES.match(name):
            if last:
                yield last
            last = name
    if last:
        yield last


def _name(piece: str, publisher: str) -> Clean:
    """A person's name in sensible case; empty if it is none."""
    piece = _TITLES.sub("", piece.strip())
    words = piece.split()
    known = publisher.casefold()
    if not 1 <= len(words) <= 5 or len(piece) > 50 or piece.casefold() == known:
        return NOTHING
    if _NOT_A_NAME.search(piece) or (known and piece.casefold() in known):
        return NOTHING
    if len(words) == 1 and (piece.isascii() or not 2 <= len(piece) <= 6 or piece.isupper()):
        return NOTHING
    if (
        not all(word[0].isupper() or not word[0].islower() or word in _SMALL for word in words)
        and not piece.islower()
    ):
        return NOTHING
    name = _cased(words) if piece.isupper() or piece.islower() else piece
    return clean(_SHORT_JUNIOR.sub(r"\1.", name))


def _cased(words: list[str]) -> str:
    cased = [
        word.lower() if word.lower() in _SMALL and index else word.title().replace("’S", "’s")
        for index, word in enumerate(words)
    ]
    return _MC.sub(lambda found: found[1] + found[2].upper(), " ".join(cased))
