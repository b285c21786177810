"""The words of a text, in any script, and what remains of them when grammar is taken off."""

import re
from functools import cache
from pathlib import Path
from typing import Final
from unicodedata import normalize

import Stemmer

_MARKS = (  # signs that belong to the letter before them, though they are none themselves
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd"
    "\u0b01-\u0b4d\u0b82-\u0bcd\u0c00-\u0c4d\u0c81-\u0ccd\u0d01-\u0d4d\u0d82-\u0ddf"
    "\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u200c\u200d"
)
_SPACELESS = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_ENDING = r"(?:'(?:s|t|re|ve|ll|d|m)\b)?"
_FIGURE = r"\d+(?:[.,:]\d+)+"  # 1,200 and 5.6 and 12:30 are one word each
_ASCII_TOKEN: Final = re.compile(
    rf"{_FIGURE}|(?:[a-z]{{1,2}}|qu)'(?=[a-z]{{3}})|[a-z0-9]+{_ENDING}"  # l'homme: two words
)
_SPACED = (
    rf"{_FIGURE}|(?:[^\W\d_]{{1,2}}|qu)'(?=[^\W\d_]{{3}})"
    rf"|(?:[^\W_{_SPACELESS}]++[{_MARKS}]*+)++{_ENDING}"
)
_RUN: Final = re.compile(f"[{_SPACELESS}]")
_TOKEN: Final = re.compile(rf"(?P<run>[{_SPACELESS}]+)|{_SPACED}")
_SPACED_TOKEN: Final = re.compile(_SPACED)
_APART: Final = re.compile("[“”‘„«»–—…•\u00a0\u202f]")
"""What typesetting adds to a text that is plain ASCII without it."""

_STEMMERS: Final = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}


def words(text: str) -> list[str]:
    """Its words in lower case and in order: letters and digits, no marks around them.

    Where a script sets no spaces (Chinese, Japanese, Thai, Lao), the pairs of neighbouring
    characters stand for words.
    """
    text = text.lower()
    if text.isascii():
        return [word.rstrip("'") for word in _ASCII_TOKEN.findall(text)]
    text = _APART.sub(" ", normalize("NFC", text).replace("’", "'"))
    if text.isascii():
        return words(text)
    if not _RUN.search(text):
        return [word.rstrip("'") for word in _SPACED_TOKEN.findall(text)]
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "run":
            found.extend(_pairs(match[0]))
        else:
            found.append(match[0].rstrip("'"))
    return found


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def stems(text: str, language: str = "en") -> list[str]:
    """Its words without endings and without stop words; unknown languages keep their endings."""
    idle, stem = stop_words(language), _stemmer(language)
    told = [word.removesuffix("'s") for word in words(text) if word not in idle]
    return stem.stemWords(told) if stem else told


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    name = _STEMMERS.get(language)
    # An older stemmer knows fewer languages; the words then keep their endings.
    return Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None


def stop_words(language: str) -> frozenset[str]:
    """The words that say nothing alone ("the", "of"); none for a language that is not listed."""
    return all_stop_words().get(language, frozenset())


@cache
def all_stop_words() -> dict[str, frozenset[str]]:
    """The stop words of every language listed in stop_words.txt, by its BCP 47 tag."""
    lines = Path(__file__).with_name("stop_words.txt").read_text("utf-8").splitlines()
    listed = (line.partition(" ") for line in lines)
    return {tag: frozenset(members.split()) for tag, _, members in listed}
