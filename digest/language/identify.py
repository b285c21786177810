"""Which language a text is in: by its own word, its script and its commonest words."""

import re
from collections import defaultdict
from functools import cache
from typing import Final

from digest.language.words import all_stop_words, words

_ENOUGH: Final = 2000
"""Characters read: the head of an article tells its language."""

_TAG: Final = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*", re.IGNORECASE)
_SAME: Final = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl", "cmn": "zh"}
_SCRIPTS: Final = {
    "Latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
    "Cyrillic": "\u0400-\u052f",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Hebrew": "\u0590-\u05ff",
    "Devanagari": "\u0900-\u097f",
    "Bengali": "\u0980-\u09ff",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "hy": "\u0530-\u058f",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
    "ko": "\u1100-\u11ff\uac00-\ud7af",
    "ja": "\u3040-\u30ff",
    "Han": "\u3400-\u9fff",
}
_FOREIGN: Final = re.compile("[^\0-\u036f\u2000-\u2bff]+")
"""All that is not written in Latin letters, and some more."""

_WRITTEN: Final = {
    "Cyrillic": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "uz"),
    "Arabic": ("ar", "fa", "ur", "ps", "ku", "ckb", "ug", "sd"),
    "Hebrew": ("he", "yi"),
    "Devanagari": ("hi", "mr", "ne", "sa"),
    "Bengali": ("bn", "as"),
    "Han": ("zh", "ja", "yue"),
    "ja": ("ja",),
}
_LETTERS: Final = {
    "cs": "řěů",
    "de": "äöüß",
    "es": "ñ",
    "hu": "őű",
    "is": "ðþ",
    "pl": "łąęś",
    "pt": "ãõ",
    "ro": "șțăşţ",
    "sv": "åäö",
    "tr": "ğışç",
    "vi": "đơưạảấầẩậắằẳặẹẻẽếềểệịỉọỏốồổộớờởợụủứừửựỳỷỹ",
}
"""Letters that few other languages use."""

_LONE: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
"""An initial or the "s" of a genitive says nothing about the language."""

_NOBODY: Final[tuple[tuple[str, ...], float]] = ((), 0.0)
_COMMONEST: Final = {"Cyrillic": "ru", "Arabic": "ar", "Hebrew": "he", "Devanagari": "hi"} | {
    "Bengali": "bn",
    "Han": "zh",
}


def language_of(text: str, declared: str = "") -> str:
    """The BCP 47 primary tag of its language, in lower case; empty if it cannot be told.

    What feed or page declares is believed unless the text is in another script, or speaks
    clearly in another tongue: whole sites leave "en-US" as their software set it.
    """
    tag, script, read = primary_tag(declared), script_of(text[:_ENOUGH]), text[:_ENOUGH]
    if not script:
        return tag
    if script != "Latin":
        return _by_script(script, read, tag)
    votes = _votes(read)
    best = max(sorted(votes), key=lambda known: votes[known], default="")
    if tag and tag not in _not_latin() and votes.get(best, 0.0) < 2 * votes.get(tag, 0.0) + 6:
        return tag
    return best if _stands_out(best, votes) else ""


def primary_tag(declared: str) -> str:
    """The language of a declared tag: "en" of "en-US"; empty if that is none."""
    match = _TAG.fullmatch(declared.strip())
    tag = match[1].lower() if match else ""
    return "" if tag in {"und", "mul", "zxx", "mis"} else _SAME.get(tag, tag)


def script_of(text: str) -> str:
    """The script most of its letters are in; a single language's own script by its tag."""
    if text.isascii():
        return "Latin" if any(map(str.isalpha, text)) else ""
    foreign = _count(_FOREIGN, text)
    if not foreign:
        return "Latin" if _letters()["Latin"].search(text) else ""
    if _count(_letters()["Latin"], text) >= 2 * foreign:  # the others need not be counted
        return "Latin"
    counts = {name: _count(letters, text) for name, letters in _letters().items()}
    if counts["ja"] * 8 > counts["Han"]:  # Japanese mixes kana with Han
        counts["ja"], counts["Han"] = counts["ja"] + counts["Han"], 0
    for dense in ("Han", "ja", "ko"):  # one such letter says as much as two or three of ours
        counts[dense] *= 2
    most = max(counts, key=lambda name: counts[name])
    return most if counts[most] else ""


@cache
def _letters() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(f"[{span}]+") for name, span in _SCRIPTS.items()}


def _count(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))


@cache
def _not_latin() -> frozenset[str]:
    several = {tag for tags in _WRITTEN.values() for tag in tags} - {"sr", "uz", "ku", "kk", "tg"}
    return frozenset(several | (_SCRIPTS.keys() - _WRITTEN.keys() - {"Latin"}))


def _by_script(script: str, text: str, declared: str) -> str:
    written = _WRITTEN.get(script, (script,))
    if declared in written or len(written) == 1:
        return declared if declared in written else written[0]
    votes = _votes(text)
    best = max(written, key=lambda tag: votes.get(tag, 0.0))
    return best if votes.get(best, 0.0) else _COMMONEST[script]


def _votes(text: str) -> dict[str, float]:
    """How many of its words each language would call its own; a shared word counts in parts."""
    votes: dict[str, float] = defaultdict(float)
    speakers, own = _speakers(), _own_letters()
    for word in words(text):
        tags, share = speakers.get(word, _NOBODY)
        for tag in tags:
            votes[tag] += share
        if not word.isascii():
            for tag, letters in own.items():
                votes[tag] += 0.7 * (not letters.isdisjoint(word))
    return dict(votes)


@cache
def _speakers() -> dict[str, tuple[tuple[str, ...], float]]:
    """Every stop word, with the languages that have it and its vote for each."""
    speakers: dict[str, tuple[str, ...]] = {}
    for tag, members in all_stop_words().items():
        for word in sorted(members - _LONE):
            speakers[word] = (*speakers.get(word, ()), tag)
    return {word: (tags, 1 / len(tags) ** 0.5) for word, tags in speakers.items()}


@cache
def _own_letters() -> dict[str, frozenset[str]]:
    return {tag: frozenset(letters) for tag, letters in _LETTERS.items()}


def _stands_out(best: str, votes: dict[str, float]) -> bool:
    """Whether the first language leads the second by a tenth, and by nearly half a word."""
    others = (count for tag, count in votes.items() if tag != best)
    return votes.get(best, 0.0) > 0.4 + 1.1 * max(others, default=0.0)
