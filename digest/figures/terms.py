"""An English text as its terms: words that news uses for the same thing are one term."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from digest.language.words import stems_of, stop_words

_WORD: Final = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[’'][^\W_]+)*")
_REMEMBERED: Final = 1 << 14
"""Words whose terms are kept: those of a thousand articles."""

_IDLE: Final = """
people said says put puts stand stands stood reach reached reaches total come came amount level
number figure count estimate estimated now still far latest report reported monday tuesday
wednesday thursday friday saturday sunday today yesterday noon evening morning night afternoon
et gmt within percent million billion thousand year years announced about around roughly nearly
remain remains remained later first passed due observers officials analysts according least most
have has had was were will would also just only day days one two three four five six seven eight
nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety dozen hundred
couple jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june
july august september october november december minutes hours weeks months miles metres
kilometres feet tonnes per cent more over less fewer than almost some initially initial final
reading advance preliminary correction corrected correct revised revision updated update
previously gone go up down rise fall statement conference
"""

Phrase = tuple[str, ...]


class Term(NamedTuple):
    """A word or phrase, by what it tells."""

    start: int
    end: int
    name: str
    """The stems of the plainest words for it."""


def terms(text: str) -> frozenset[str]:
    """What a text tells of, without numbers and what says nothing of a figure."""
    return frozenset(each.name for each in in_order(text) if each.name not in idle())


def term(text: str) -> str:
    """What a word, or a text first of all, tells of; empty: nothing."""
    return next((each.name for each in in_order(text)), "")


def terms_found(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    """What the last group of a pattern tells of, or all that it finds; empty: it finds nothing."""
    found = pattern.search(text)
    return terms(found[found.lastindex or 0]) if found else frozenset()


def in_order(text: str) -> Iterator[Term]:
    """Its terms as they follow each other; the longest phrases that are known, first."""
    words = list(_WORD.finditer(text))
    plain = [_plain(match[0]) for match in words]
    place = 0
    while place < len(words):
        length, name = _longest(plain, place)
        if name and not name[0].isdigit():
            yield Term(words[place].start(), words[place + length - 1].end(), name)
        place += length


def _longest(words: Sequence[str], place: int) -> tuple[int, str]:
    """The longest phrase that begins at a place: its length, and what it is called by."""
    known = _synonyms()
    for length in known.lengths.get(_key(words[place]), ()):
        phrase = words[place : place + length]
        name = known.exact.get(tuple(phrase)) or known.stemmed.get(tuple(map(_key, phrase)))
        if name and len(phrase) == length:
            return length, name
    return 1, _alone(words[place])


@lru_cache(maxsize=_REMEMBERED)
def _alone(word: str) -> str:
    """What a word of no phrase is called by."""
    known = _synonyms()
    return known.exact.get((word,)) or known.stemmed.get((_key(word),)) or _stem(word)


def is_listed(word: str) -> bool:
    """Whether news has another word for it: no name is listed."""
    return (_key(_plain(word)),) in _synonyms().stemmed


@cache
def idle() -> frozenset[str]:
    """Terms that say nothing of what a figure is a figure of."""
    return frozenset(each.name for each in in_order(_IDLE))


class _Synonyms(NamedTuple):
    """The phrases of synonyms.txt, with what each is called by."""

    exact: dict[Phrase, str]
    """As they stand there."""

    stemmed: dict[Phrase, str]
    """By their stems: where two have the same ("nation", "national"), those of the shorter."""

    lengths: dict[str, list[int]]
    """Words of the phrases, the longest first, by the stem of their first; of one word, none."""


@cache
def _synonyms() -> _Synonyms:
    exact: dict[Phrase, str] = {}
    for line in Path(__file__).with_name("synonyms.txt").read_text("utf-8").splitlines():
        phrases = [tuple(map(_plain, _WORD.findall(phrase))) for phrase in line.split(", ")]
        name = "_".join(map(_key, phrases[0]))
        exact.update((plural, name) for plural in map(_plural, phrases) if plural not in exact)
        exact.update(dict.fromkeys(phrases, name))
    stemmed: dict[Phrase, str] = {}
    lengths = defaultdict[str, set[int]](set)
    for phrase in sorted(exact, key=lambda phrase: len("".join(phrase))):
        stems = tuple(map(_key, phrase))
        if len(phrase) > 1:
            lengths[stems[0]].add(len(phrase))
        elif stems[0] in stop_words("en"):  # "ONS" is no "on"
            continue
        stemmed.setdefault(stems, exact[phrase])
    ordered = {first: sorted(found, reverse=True) for first, found in lengths.items()}
    return _Synonyms(exact, stemmed, ordered)


def _plural(phrase: Phrase) -> Phrase:
    """As it stands for several, if that is regular: "prisoners" are not prisons."""
    *before, last = phrase
    return *before, f"{last[:-1]}ies" if last.endswith("y") else f"{last}s"


def _plain(word: str) -> str:
    return word.lower().replace(".", "").replace("’", "'")


@lru_cache(maxsize=_REMEMBERED)
def _key(word: str) -> str:
    return _stem(word) or word


def _stem(word: str) -> str:
    return next(iter(stems_of([word], "en")), "")
