"""English numbers in a text: where they stand, how many they say, how surely."""

import re
from collections.abc import Iterator
from math import floor, log10
from typing import Final

from msgspec import Struct

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES: Final = {word: value for value, word in enumerate(_UNITS.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), start=2)
}
_SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}

_LOWER: Final = "at least|no fewer than|not fewer than|more than|over|upwards of"
_UPPER: Final = "up to|as many as|fewer than|less than|nearly|almost|close to"
_ABOUT: Final = "about|around|some|roughly|approximately|an estimated"
_EXACT: Final = "exactly|a total of|only|just|all"
_WORD: Final = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMERAL: Final = re.compile(
    rf"(?:\b(?P<how>{_LOWER}|{_UPPER}|{_ABOUT}|{_EXACT}) )?"
    rf"(?<![\w.,$€£#/-])(?<!\d, )(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d{{1,3}})?"
    rf"|an?(?= (?:dozen|hundred)\b)|(?:{_WORD})(?:-(?:{_WORD}))?)\b"
    r"(?! ?%| ?[-–/] ?\w|[.,:] ?\d|(?:st|nd|rd|th|am|pm)\b)"
    r"(?: (?P<scale>dozen|hundred|thousand|million)\b(?! (?:and|of)\b))?",
    re.IGNORECASE,
)
_ROUGHLY: Final = 0.1
"""How far a number that is said to be rough may be off."""


class Numeral(Struct, frozen=True, kw_only=True):
    """A number as a sentence has it."""

    start: int
    end: int
    text: str
    """As written, with "at least" or "roughly"."""

    value: float
    how: str
    """"least", "most", "about" or ""."""

    def agrees(self, other: "Numeral") -> bool:
        """Whether both can be meant of one thing: equal, rounded, or a bound nearly met."""
        low, high = sorted((self, other), key=lambda each: each.value)
        if low.value == high.value or _rounds_to(low, high) or _rounds_to(high, low):
            return True
        near = high.value - low.value <= _ROUGHLY * high.value
        return near and (low.how in {"least", "about"} or high.how in {"most", "about"})


def numerals(sentence: str) -> Iterator[Numeral]:
    """Its cardinal numbers, without years, ordinals, money, shares and clock times."""
    for match in _NUMERAL.finditer(sentence):
        value = _value(match["number"].lower(), match["scale"])
        year = not match["scale"] and match["number"].isdigit() and 1900 <= value <= 2100
        if not year:
            text = re.sub(rf"^(?:{_EXACT}) ", "", match[0], flags=re.IGNORECASE)
            how = _how((match["how"] or "").lower())
            yield Numeral(start=match.start(), end=match.end(), text=text, value=value, how=how)


def _value(number: str, scale: str | None) -> float:
    if number in {"a", "an"}:
        value = 1.0
    elif number[0].isdigit():
        value = float(number.replace(",", ""))
    else:
        value = float(sum(_VALUES[word] for word in number.split("-")))
    return value * _SCALES[scale.lower()] if scale else value


def _how(words: str) -> str:
    kinds = {"least": _LOWER, "most": _UPPER, "about": _ABOUT}
    return next((how for how, listed in kinds.items() if words in listed.split("|")), "")


def _rounds_to(exact: Numeral, rough: Numeral) -> bool:
    """Whether `rough` is `exact` rounded: said so ("about 40" of 43), or 12,000 of 11,960."""
    if rough.value < 10 or not (rough.how or rough.value >= 1_000):
        return False
    digits = len(str(int(rough.value)).rstrip("0"))
    place = floor(log10(exact.value)) - digits + 1 if exact.value >= 1 else 0
    return place > 0 and round(exact.value, -place) == rough.value
