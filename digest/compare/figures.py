"""Any figure of an English sentence, with what tells whether another is of the same thing.

Precision goes before recall. Two figures are of one thing if they have one dimension (money,
a share, a length, a count of the same noun), most words of the clauses they stand in, and
nothing that sets them apart: another month, another party, another half of a pair.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from digest.compare.measures import measures
from digest.compare.namings import Name, names_something, namings
from digest.compare.wording import (
    change,
    clause,
    days,
    idle,
    is_earlier,
    is_range,
    marks,
    rivals,
    subject_of,
    without_speaker,
)
from digest.language.names import names
from digest.language.numerals import Numeral, counts_something, numerals
from digest.language.words import stems, stop_words

_POINTS_BACK: Final = re.compile(
    r"(?:That|Those|These|This|It|He|She|They|His|Her|Their|Its|There)\b"
)
_PLURAL: Final = frozenset({"people", "men", "women", "children", "police"})
_WORD: Final = re.compile(r"((?:[A-Z]\.){2,}|[^\W\d_][\w’'-]*)|\S")

_NEAR: Final = 4
"""Telling words before and behind a figure that say most of what it is."""

_EQUAL: Final = 0.02
"""How far numbers may be apart that are taken for one."""

_SHORT: Final = 9
"""Telling words of a sentence in which every name counts, and not those of the clause alone."""

_FEWEST: Final = 2
_WHOLLY, _PARTLY = 0.6, 0.45
"""Shares of a clause's words that the other sentence must have: of one clause, of both."""


class Figure(Struct, frozen=True, kw_only=True, eq=False):
    """A number that a sentence puts on something, or a name that it gives to somebody."""

    number: Numeral | Name
    dimension: str
    label: str
    """What it is a figure of, in the sentence's words."""

    near: frozenset[str]
    """Telling stems close by."""

    clause: frozenset[str]
    """Telling stems of its clause."""

    words: frozenset[str]
    """All stems of its clause."""

    sentence: frozenset[str]
    """All stems of its sentence."""

    beside: tuple[Numeral, ...]
    """The other numbers of its kind there."""

    before: tuple[Numeral, ...]
    """Those of them that it was before."""

    names: frozenset[str]
    marks: frozenset[str]
    """What kind of statement it is in: expected, wanted, a rate, a change."""

    days: frozenset[str]
    """Those that its clause names."""

    change: str
    """How its sentence says that it is not what it was: "up", "down", "either" or not: ""."""

    @property
    def scope(self) -> frozenset[str]:
        """What may tell of it: where its sentence has several such figures, its clause alone."""
        return self.clause | self.words if self.beside else self.sentence

    def is_of(self, other: object) -> bool:
        """Whether both are figures of one thing."""
        if not isinstance(other, Figure) or self.dimension != other.dimension:
            return False
        shared = len(self.clause & other.sentence), len(other.clause & self.sentence)
        if min(shared) == 0:
            return False
        if _was(self, other) or _was(other, self):
            return True
        if self.marks != other.marks or _apart(self, other):
            return False
        if self.clause != other.clause and min(shared) < _FEWEST:
            return False
        covers = sorted((shared[0] / len(self.clause), shared[1] / len(other.clause)))
        return covers[1] >= _WHOLLY and covers[0] >= _PARTLY


def _was(one: Figure, other: Figure) -> bool:
    """Whether one's sentence names the other's number as what it was before."""
    return any(other.number.agrees(each) for each in one.before)


def _apart(one: Figure, other: Figure) -> bool:
    """Whether something close to one figure shows that the other is of another thing."""
    if one.near - other.scope and other.near - one.scope:
        return True
    if one.names - other.scope and other.names - one.scope:
        return True
    if not one.number.agrees(other.number) and (_also(one, other) or _also(other, one)):
        return True
    return any(
        one.words & group and other.words & group and not one.words & other.words & group
        for group in rivals()
    )


def _also(one: Figure, other: Figure) -> bool:
    """Whether one's sentence has the other's number too, as that of another thing."""
    value = other.number.value
    return any(abs(each.value - value) <= _EQUAL * value for each in one.beside)


def figures(sentence: str) -> Iterator[Figure]:
    """The figures of a sentence: whom and where it names, what it measures, what it counts."""
    if _POINTS_BACK.match(sentence) or not (
        counts_something(sentence) or names_something(sentence)
    ):
        return
    plain = without_speaker(sentence)
    for name, dimension in namings(plain):
        yield from _figure(plain, name, dimension, "", ())
    if counts_something(plain):
        yield from _numbers(plain)


def _numbers(sentence: str) -> Iterator[Figure]:
    measured = measures(sentence)
    for each in measured:
        like = [m.number for m in measured if m.dimension == each.dimension and m is not each]
        yield from _figure(sentence, each.number, each.dimension, "", like)
    counted = [
        number
        for number in numerals(sentence)
        if not any(number.start < m.number.end and m.number.start < number.end for m in measured)
    ]
    nouns = [(number, *_counted(sentence, number)) for number in counted]
    for number, noun, kind in nouns:
        if noun:
            like = [each for each, same, _ in nouns if same == noun and each is not number]
            yield from _figure(sentence, number, f"count {stems(noun)[0]}", f"{kind} {noun}", like)


def _counted(sentence: str, number: Numeral) -> tuple[str, str]:
    """The noun that a number counts, and the words between; empty: none."""
    noun, kind = _noun(sentence[number.end :])
    return (noun, kind) if noun else _noun(subject_of(sentence[: number.start]))


def _noun(text: str) -> tuple[str, str]:
    """The plural that a text opens with, and the words before it."""
    kind: list[str] = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        idle_word = word in stop_words("en") and match[0] not in {"US", "people"}
        if not match[1] or len(kind) > 3 or idle_word:
            break
        if word in _PLURAL or (word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us"))):
            return word, " ".join(kind)
        kind.append(match[0])
    return "", ""


def _figure(
    sentence: str, number: Numeral | Name, dimension: str, label: str, like: Sequence[Numeral]
) -> Iterator[Figure]:
    """The figure that a number or name is, unless it is of another time or an end of a range."""
    before, after = sentence[: number.start], sentence[number.end :]
    if is_earlier(before) or is_range(before, after):
        return
    near_before, near_after = clause(before, after)
    own = f"{near_before} {label} {near_after}"
    manner = frozenset(marks(near_before, after))
    if "past" in manner:
        return
    silent = idle() | frozenset(stems(number.text))
    everything, of_clause = stems(sentence), stems(own)
    telling = frozenset(of_clause) - silent
    named = days(f"{near_before} {near_after}")
    silent |= frozenset(stems(" ".join(named)))
    ahead = [stem for stem in stems(near_before) if stem not in silent]
    behind = [stem for stem in stems(near_after) if stem not in silent]
    yield Figure(
        number=number,
        dimension=dimension,
        label=label.strip() or _label(f"{near_before} {near_after}", silent),
        near=frozenset(ahead[-_NEAR:] + behind[:_NEAR]),
        clause=telling if len(telling) >= _FEWEST else frozenset(everything) - silent,
        words=frozenset(of_clause),
        sentence=frozenset(everything),
        beside=tuple(like),
        before=tuple(each for each in like if is_earlier(sentence[: each.start])),
        names=_names(sentence if len(everything) <= _SHORT else own) - silent,
        marks=manner,
        days=named,
        change=change(sentence),
    )


def _names(text: str) -> frozenset[str]:
    return frozenset(stem for name in names(text) for stem in stems(name))


def _label(text: str, silent: frozenset[str]) -> str:
    """Up to four telling words of a clause."""
    found = (match[1] for match in _WORD.finditer(text) if match[1])
    return " ".join([word for word in found if not silent.issuperset(stems(word))][:4])
