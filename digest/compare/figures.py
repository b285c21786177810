"""English sentence → its figures: whom and where it names, what it measures, what it counts."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from digest.compare.changing import subject_of, without_change
from digest.compare.figure import Figure
from digest.compare.measures import is_unit
from digest.compare.namings import Name, names_something, namings
from digest.compare.sentence import Sentence
from digest.compare.wording import (
    clause,
    days,
    idle,
    is_earlier,
    is_part,
    is_range,
    joint,
    marks,
)
from digest.language.names import names
from digest.language.numerals import Numeral
from digest.language.words import stems, stop_words

_POINTS_BACK: Final = re.compile(
    r"(?:That|Those|These|This|It|He|She|They|His|Her|Their|Its|There)\b"
)
_PLURALS: Final = ("people", "men", "children", "police")
_WORD: Final = re.compile(r"((?:[A-Z]\.){2,}|[^\W\d_][\w’'-]*)|\S")
_OF_THEM: Final = re.compile(r" of (?:the|its|their|his|her)(?: [\w-]+['’]s?)?(?= [^\W\d])")
"""What stands between a number and those that it is a part of: "12 of the soldiers"."""

_OPENER: Final = re.compile(r"\W*([^\W\d_][\w’'-]*)(?=(?:['’]s)? [a-z])")
_ATTACHED: Final = re.compile(
    r" (?:[a-z]+ ){0,4}?(?:in|of|for|from|to|at|near) (?:the )?"
    r"((?:[A-Z][\w.’'-]+)(?: [A-Z][\w.’'-]+)*)"
)
_LAST_WORD: Final = re.compile(r"([\w.’'-]+)$")
_WHO: Final = re.compile(r"[^,;.]*? (?:who|whose|that|which) ([^,;.]*)")

_TERM: Final = re.compile(
    r"[^;.\d]{0,40}? (?:after|in|within|over|for|during)(?: the (?:first|last|past|next))? "
)
_AGED: Final = re.compile(r"[- ]year[- ]old(?: [a-z]+){0,3},? ([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?)")
_BARE: Final = re.compile(r"[.,;:)]|$| (?:for|in|to|at|and|a|the)\b")
"""What stands behind a number that leaves out what it is of."""

_SHORT: Final = 9
"""Stems of a sentence in which every name counts."""

_FEWEST: Final = 2
"""Telling words without which a clause says too little, so that its sentence speaks for it."""


def figures(said: Sentence) -> Iterator[Figure]:
    """The figures of a sentence."""
    if _POINTS_BACK.match(said.whole):
        return
    if names_something(said.whole):
        for name, dimension in namings(said.text):
            yield from _figure(said, name, dimension, "", ())
    if said.counts_something:
        yield from _measured(said)
        yield from _counted(said)


def _measured(said: Sentence) -> Iterator[Figure]:
    bare = _bare(said)
    numbers = [*(each.number for each in said.measured), *said.counted]
    for each in said.measured:
        if each.dimension == "time" and any(_is_term(said.text, n, each.number) for n in numbers):
            continue
        like = [m.number for m in said.measured if m.dimension == each.dimension and m is not each]
        yield from _figure(said, each.number, each.dimension, "", like + bare)


def _counted(said: Sentence) -> Iterator[Figure]:
    bare = _bare(said)
    nouns = [(number, *_thing(said.text, number)) for number in said.counted]
    for number, noun, kind in nouns:
        if noun:
            like = [each for each, same, _ in nouns if same == noun or each in bare]
            like.remove(number)
            part = "of " if _OF_THEM.match(said.text, number.end) else ""
            dimension, label = f"count {part}{stems(noun)[0]}", f"{kind} {noun}"
            yield from _figure(said, number, dimension, label, like)


def _bare(said: Sentence) -> list[Numeral]:
    """Its numbers that leave out what they are of."""
    return [number for number in said.counted if _BARE.match(said.text, number.end)]


def _thing(sentence: str, number: Numeral) -> tuple[str, str]:
    """The noun that a number counts, and the words between; empty: none."""
    them = _OF_THEM.match(sentence, number.end)
    noun, kind = _noun(sentence[them.end() if them else number.end :])
    return (noun, kind) if noun else _noun(subject_of(sentence[: number.start]))


def _noun(text: str) -> tuple[str, str]:
    """The plural that a text opens with, and the words before it; no unit is one."""
    kind: list[str] = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        idle_word = word in stop_words("en") and match[0] not in {"US", "people"}
        if not match[1] or len(kind) > 3 or idle_word:
            break
        if word.endswith(_PLURALS) or (
            word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us"))
        ):
            return ("", "") if is_unit(word) else (word, " ".join(kind))
        kind.append(match[0])
    return "", ""


def _figure(
    said: Sentence, number: Numeral | Name, dimension: str, label: str, like: Sequence[Numeral]
) -> Iterator[Figure]:
    """The figure that a number or name is, unless it is of another time, a part, or a range's."""
    before, after = said.text[: number.start], said.text[number.end :]
    if is_earlier(before) or is_range(before, after) or is_part(before):
        return
    ahead, behind = clause(before, after)
    ahead = without_change(ahead)
    own = f"{ahead} {label} {behind}"
    silent = _silent(own, number)
    close = f"{ahead if isinstance(number, Numeral) else before} {behind}"
    telling = frozenset(stems(own)) - silent
    about = own if like else f"{before}{label} {behind}"
    others = [*like, *(said.counted if dimension.startswith("count") else ())]
    times = (each.number for each in said.measured if each.dimension == "time")
    yield Figure(
        number=number,
        dimension=dimension,
        label=label.strip(),
        told=(ahead, behind),
        near=(frozenset(stems(close)) - silent) | joint(close),
        clause=telling if len(telling) >= _FEWEST else frozenset(stems(said.text)) - silent,
        words=frozenset(stems(own)),
        said=said,
        own=own,
        who=frozenset(stems(who[1])) if (who := _WHO.match(after)) else frozenset(),
        beside=tuple(like),
        others=tuple(each for each in others if each is not number),
        before=tuple(each for each in like if is_earlier(said.text[: each.start])),
        names=_names(said.text if len(said.stems) <= _SHORT else about) - silent,
        attached=_attached(said.text, number, dimension),
        term=next((time for time in times if _is_term(said.text, number, time)), None),
        marks=frozenset(marks(ahead, after)) - {"future" if dimension == "date" else ""},
    )


def _silent(own: str, number: Numeral | Name) -> frozenset[str]:
    """The stems of a clause that do not tell what its figure is of."""
    digits = (stem for stem in stems(own) if stem[0].isdigit())
    named = (stem for day in days(own) for stem in stems(day))
    return idle().union(stems(number.text), digits, named)


def _is_term(sentence: str, number: Numeral | Name, time: Numeral) -> bool:
    """Whether a time behind a figure says how long that took or lasts."""
    return bool(number.end < time.start and _TERM.fullmatch(sentence, number.end, time.start))


def _attached(sentence: str, number: Numeral | Name, dimension: str) -> frozenset[str]:
    """The stems of the name that stands at a figure's side, and of the word before an age."""
    if dimension != "age":
        found = _ATTACHED.match(sentence, number.end)
    elif sentence[number.start] == ",":
        found = _LAST_WORD.search(sentence[: number.start])
    else:
        found = _AGED.match(sentence, number.end)
    return frozenset(stems(found[1])) if found else frozenset()


def _names(text: str) -> frozenset[str]:
    """Stems of the names in a text, and of the word that opens it."""
    found = frozenset(stem for name in names(text) for stem in stems(name))
    opener = _OPENER.match(text)
    return found | frozenset(stems(opener[1])) if opener else found
