"""What a text names, counts and quotes."""

import re
from functools import cache
from typing import Final

from digest.language.words import all_stop_words

_UPPER: Final = "".join(chr(code) for code in range(0x590) if chr(code).isupper())
_CAPITAL: Final = rf"[{_UPPER}](?<!\w.)\w*(?:['’\-][^\W_]\w*)*"
"""Where a word begins is asked behind its first letter: so the search can leap to capitals, and
takes half the time."""

_LINK: Final = r"(?:de|del|della|da|dos|du|di|van|von|der|den|bin|ibn|al|el|la|le|of|the)"
_RUN: Final = re.compile(rf"{_CAPITAL}(?: (?:{_LINK} ){{0,2}}{_CAPITAL}){{0,5}}")
_SENTENCE_END: Final = frozenset('.!?:;…\n"“”„«»‘(')
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+")
_QUOTED: Final = re.compile(r'[“„«"]([^”“„«»"\n]{8,300})[”“»"]|‘([^’‘\n]{8,200})’')


def names(text: str) -> list[str]:
    """Its runs of capitalised words, in order, without those that only open a sentence.

    A lone capitalised word behind a full stop, colon or quotation mark is left out. Text in
    headline capitals names everything, so ask `in_capitals` first; German nouns count too.
    """
    found: list[str] = []
    for match in _RUN.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].rstrip(" ")
        name = match[0]
        if not before or before[-1] in _SENTENCE_END:
            first, _, rest = name.partition(" ")
            if first.lower() in _openers():
                name = _first_name(rest)
            elif not rest:
                continue
        found.append(name.removesuffix("'s").removesuffix("’s"))
    return [name for name in found if name]


def _first_name(text: str) -> str:
    match = _RUN.search(text)
    return match[0] if match else ""


@cache
def _openers() -> frozenset[str]:
    """The words that open a sentence with a capital and are no part of a name behind them."""
    return frozenset(word for members in all_stop_words().values() for word in members)


def in_capitals(title: str) -> bool:
    """Whether a headline capitalises most of its words."""
    parts = [part for part in title.split() if part[:1].isalpha()]
    return sum(part[:1].isupper() for part in parts) > 0.65 * len(parts)


def numbers(text: str) -> list[str]:
    """Its numerals in order, without separators of thousands: "1,200" is "1200"."""
    return [
        re.sub("[.,]", "", figure) if _GROUPED.fullmatch(figure) else figure.replace(",", ".")
        for figure in _NUMBER.findall(text)
    ]


def quotations(text: str) -> list[str]:
    """What stands in quotation marks there, from eight characters."""
    return [double or single for double, single in _QUOTED.findall(text)]
