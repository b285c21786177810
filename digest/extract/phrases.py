"""What outlets say around their texts: `phrases.txt`, as patterns."""

import re
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

Guarded: TypeAlias = dict[str, list[str]]
"""Phrases, each beside letters that it cannot do without."""

_SECTION: Final = re.compile(r"^\[([^\]:]+)(?::[^\]]*)?\]\n", re.MULTILINE)
_MARKED: Final = re.compile(r"\\.|\[[^\]]*\]|\{[^}]*\}|\(\?:|.[?*](?<!\)[?*])|[.^$+]")
_GROUP: Final = re.compile(r"\([^()]*\)[?*]?")
_CHOICE: Final = re.compile(r"\(([^()]*)\)(?![?*])")


@cache
def phrases(section: str) -> re.Pattern[str]:
    """One pattern of all phrases of a section. A blank in a phrase is any white space."""
    return _pattern("|".join(f"(?:{phrase})" for phrase in _sections()[section]))


def says(section: str, text: str) -> bool:
    """Whether a phrase stands in a clean text.

    Each is searched for only where letters stand that it cannot do without: ten times as fast
    as one pattern of all, and most texts hold none.
    """
    return holds(text, _guarded(section))


def holds(text: str, phrases: Guarded) -> bool:
    """Whether one of these phrases stands in a clean text."""
    low = text.lower()
    likely = [needle for needle in phrases if needle in low]
    return any(_pattern(phrase).search(text) for needle in likely for phrase in phrases[needle])


def may_say(section: str, text: str) -> Guarded:
    """The phrases that may stand in a text or its parts: those whose letters do."""
    low = text.lower()
    return {needle: phrases for needle, phrases in _guarded(section).items() if needle in low}


@cache
def _guarded(section: str) -> Guarded:
    """The phrases of a section, by the letters that call for a search."""
    guarded: Guarded = {}
    for phrase in _sections()[section]:
        for needle in _needles(phrase):
            guarded.setdefault(needle, []).append(phrase)
    return guarded


def _needles(phrase: str) -> tuple[str, ...]:
    """Letters of which every match holds one: the longest run, or one of each of a choice."""
    plain = _MARKED.sub(lambda found: "(" if found[0] == "(?:" else "\n", phrase)
    flat, before = plain, ""
    while flat != before:
        before, flat = flat, _GROUP.sub("\n", flat)
    sure = [] if "|" in flat else [(run,) for run in flat.split("\n")]
    nested = re.search(r"\([^()]*\(", plain) or "|" in flat
    choices = (
        []
        if nested
        else [tuple(map(_longest, group.split("|"))) for group in _CHOICE.findall(plain)]
    )
    most = max([("",), *sure, *choices], key=lambda needles: min(map(len, needles)))
    return tuple(needle.lower() for needle in most)


def _longest(text: str) -> str:
    return max(text.split("\n"), key=len)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(phrase.replace(" ", r"\s"), re.IGNORECASE)


@cache
def _sections() -> dict[str, list[str]]:
    text = Path(__file__).with_name("phrases.txt").read_text("utf-8")
    parts = _SECTION.split(text)[1:]
    return {
        name: [line for line in body.splitlines() if line and line[0] != "#"]
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }
