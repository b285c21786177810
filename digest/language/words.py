"""The words of a text, in any script, and what remains of them when grammar is taken off."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
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
_FIGURE = r"\d+(?:[.,:]\d+)++"  # 1,200 and 5.6 and 12:30 are one word each
_SIMPLE = (
    rf"[a-zß-öø-ÿ]++(?!['\w{_MARKS}])"  # as nine in ten are: found at a glance
    rf"|{_FIGURE}|(?:[^\W\d_]{{1,2}}|qu)(?='[^\W\d_]{{3}})"  # l'homme: two words
)
_SPACED: Final = re.compile(rf"{_SIMPLE}|(?:[^\W_]++[{_MARKS}]*+)++{_ENDING}")
_RUN: Final = re.compile(f"[{_SPACELESS}]")
_MIXED: Final = (  # compiled when first asked: 3 ms of every start
    rf"([{_SPACELESS}]+)|({_SIMPLE}|(?:[^\W_{_SPACELESS}]++[{_MARKS}]*+)++{_ENDING})"
)

_REMEMBERED: Final = 1 << 15
"""Words of a language whose stems are kept: those of a thousand articles, in 7 MB."""

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
    if not text.isascii():
        text = normalize("NFC", text).replace("’", "'")
        if _RUN.search(text):
            found = (_pairs(run) if run else [word] for run, word in re.findall(_MIXED, text))
            return [*chain.from_iterable(found)]
    return _SPACED.findall(text)


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def stems(text: str, language: str = "en") -> list[str]:
    """Its words without endings and without stop words; unknown languages keep their endings."""
    return stems_of(words(text), language)


def stems_of(words: Iterable[str], language: str) -> list[str]:
    """The same of words."""
    known = language in _STEMMERS or language in all_stop_words()
    return [*filter(None, map(_stems(language if known else "").__getitem__, words))]


@cache
def _stems(language: str) -> "_Stems":
    return _Stems(language)


class _Stems(dict[str, str]):
    """The stem of each word of a language, found when it is first asked for; "" for a stop word.

    News uses few words often: looking them up takes a third of stemming.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        name = _STEMMERS.get(language)
        # An older stemmer knows fewer languages; the words then keep their endings.
        known = name in Stemmer.algorithms()
        self._stem = Stemmer.Stemmer(name, 0).stemWord if known else str  # 0: we remember
        self._idle = stop_words(language)

    def __missing__(self, word: str) -> str:
        """Find it."""
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = stem = "" if word in self._idle else self._stem(word.removesuffix("'s"))
        return stem


def stop_words(language: str) -> frozenset[str]:
    """The words that say nothing alone ("the", "of"); none for a language that is not listed."""
    return all_stop_words().get(language, frozenset())


@cache
def all_stop_words() -> dict[str, frozenset[str]]:
    """The stop words of every language listed in stop_words.txt, by its BCP 47 tag."""
    lines = Path(__file__).with_name("stop_words.txt").read_text("utf-8").splitlines()
    listed = (line.partition(" ") for line in lines)
    return {tag: frozenset(members.split()) for tag, _, members in listed}
