"""English numbers in a text: where they stand, how many they say, how surely."""

import re
from collections.abc import Iterator
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
SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}

_LOWER: Final = (
    "at least|no fewer than|not fewer than|no less than|more than|(?:just |well )?over|upwards of"
)
_UPPER: Final = "up to|as many as|as much as|fewer than|less than|(?:just )?under"
_NEARLY: Final = "nearly|almost|close to"
_ABOUT: Final = "about|around|some|roughly|approximately|an estimated|estimated"
_EXACT: Final = "exactly|a total of|only|just|all"
_HOW: Final = re.compile(
    rf"\b(?P<how>(?P<least>{_LOWER})|(?P<most>{_UPPER})|(?P<nearly>{_NEARLY})"
    rf"|(?P<about>{_ABOUT})|{_EXACT}) $",
    re.IGNORECASE,
)
_HOW_LENGTH: Final = 24
"""Characters before a number that say how surely it is meant."""

WORD: Final = "|".join(sorted(_VALUES, key=len, reverse=True))
DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?"
_SHORT: Final = (
    r"(?<=\d)(?:mn|mln|bn|bln|tn|trn|[mk](?= (?:[a-z]+ )?(?:people|men|women|children|\w+[eo]rs|"
    r"homes|households|jobs|doses|votes|users|tonnes)\b))\b"
)
"""A scale as financial papers write it: "2.1mn"; "m" and "k" before what is counted in them."""

_AND: Final = rf"(?:an?|{WORD}) (?:hundred|thousand) and (?:{WORD})(?:-(?:{WORD}))?\b(?! hundred)"
_NUMERAL: Final = re.compile(
    rf"(?<![\w.,:$€£#/-])(?<!\d, )(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d{{1,3}})?"
    rf"|{_AND}|an?(?= (?:dozen|hundred)\b)|(?:{WORD})(?:-(?:{WORD}))?)(?:(?P<short>{_SHORT})|\b)"
    r"(?! ?%| ?[-–/] ?\w|[.,:] ?\d|(?:st|nd|rd|th)\b| ?[ap]\.?m\b)"
    r"(?! (?:dozen|hundred|thousand|million|billion) and\b)"
    r"(?: (?P<scale>dozen|hundred|thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_LETTERS: Final = re.compile(r"[a-z]+")
_SPELLED: Final = frozenset([*_VALUES, "dozen", "hundred"])

_ROUGHLY: Final = 0.1
"""How far a number that is said to be rough may be off."""


_ABOVE: Final = 0.15
"""How far above what is said to be the least a number may be."""

_STEPS: Final = 2.5
"""The same of what is no round number, in units of its last digit: at least 15 of 17."""

_CONVERTED: Final = 0.02
"""How far a number may be off that has been brought to another unit."""


_TAKEN_FOR: Final = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")
"""Letters that are those of English words where case does not count."""


class Numeral(Struct, frozen=True, kw_only=True):
    """A number as a sentence has it."""

    start: int
    end: int
    text: str
    """As written, with "at least" or "roughly"."""

    value: float
    how: str
    """"least", "most", "nearly", "about" or ""."""

    step: float
    """What its last digit that says anything stands for: 1,000 in 12,000, 0.1 in 3.4."""

    unit: float = 1.0
    """How many of the unit that `value` is in make one of its own: 1,609.344 metres a mile."""

    def agrees(self, other: object) -> bool:
        """Whether both can be meant of one thing: equal, rounded, or a bound nearly met."""
        if not isinstance(other, Numeral):
            return False
        low, high = sorted((self, other), key=lambda each: each.value)
        if self.unit != other.unit and _converts_to(low, high):
            return True
        if low.value == high.value or _rounds_to(low, high) or _rounds_to(high, low):
            return True
        off = high.value - low.value
        if off < (low.step if low.how == "least" else high.step if high.how == "most" else 0):
            return True
        if low.how == "least" != high.how and off <= low.leeway(_ABOVE * high.value):
            return True
        roughly = _ROUGHLY * high.value
        return (low.how in {"least", "about"} and off <= low.leeway(roughly)) or (
            high.how in {"most", "nearly", "about"} and off <= high.leeway(roughly)
        )

    def leeway(self, most: float) -> float:
        """How far off another may be, at most, that it is a bound or a rough word for.

        Of a round number all of that: 40, 150, 2 million; of 23 or 58 million a little.
        """
        is_round = self.value < 10 * self.step or (self.step > 1 and self.value < 1_000)
        return most if is_round else min(most, _STEPS * self.step)


def counts_something(sentence: str) -> bool:
    """Whether there is a number in it, in digits or in words."""
    return bool(_DIGIT.search(sentence)) or not _SPELLED.isdisjoint(
        _LETTERS.findall(sentence.lower())
    )


def numerals(sentence: str) -> Iterator[Numeral]:
    """Its cardinal numbers, without years, ordinals, money, shares and clock times."""
    for match in _NUMERAL.finditer(sentence) if counts_something(sentence) else ():
        scale = match["scale"] or match["short"]
        value = value_of(match["number"], scale)
        year = not scale and match["number"].isdigit() and 1900 <= value <= 2100
        if not year:
            yield numeral(sentence, match, value=value, step=step_of(match["number"], scale))


def numeral(
    sentence: str, match: re.Match[str], *, value: float, step: float, unit: float = 1.0
) -> Numeral:
    """What a match in a sentence says, with the words before it that say how surely."""
    start = match.start()
    said = _HOW.search(sentence, max(0, start - _HOW_LENGTH), start)
    how = next((kind for kind in ("least", "most", "nearly", "about") if said and said[kind]), "")
    return Numeral(
        start=said.start() if said else start,
        end=match.end(),
        text=(said[0] if said and how else "") + match[0],
        value=value,
        how=how,
        step=step,
        unit=unit,
    )


def plain(word: str) -> str:
    """A word in lower case, in the letters that a search without case takes its own for."""
    return word.translate(_TAKEN_FOR).lower()


def value_of(number: str, scale: str | None) -> float:
    """The value of digits or a word, with the scale behind it."""
    number = plain(number)
    if " and " in number:
        first, rest = number.split(" and ")
        value = value_of(*first.split(" ")) + value_of(rest, None)
    elif number in {"a", "an"}:
        value = 1.0
    elif number[0].isdigit():
        value = float(number.replace(",", ""))
    else:
        value = float(sum(_VALUES[word] for word in number.split("-")))
    return value * SCALES[plain(scale)] if scale else value


def step_of(number: str, scale: str | None) -> float:
    """What the last of its digits that says anything stands for."""
    digits = number.replace(",", "")
    whole, _, decimals = digits.partition(".")
    if decimals:
        step = 10.0 ** -len(decimals)
    else:
        whole = whole if whole[0].isdigit() else f"{value_of(number, None):g}"
        step = 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return step * SCALES[plain(scale)] if scale else step


def _converts_to(low: Numeral, high: Numeral) -> bool:
    """Whether one is the other in another unit: 35 miles and 57 kilometres."""
    off = high.value - low.value
    return off < max(low.step, high.step) / 2 or off <= _CONVERTED * high.value


def _rounds_to(exact: Numeral, rough: Numeral) -> bool:
    """Whether `rough` is `exact` rounded: said so ("about 40" of 43), or 12,000 of 11,960."""
    if rough.how == "nearly" and exact.value > rough.value:
        return False
    if rough.step >= 1 > exact.step and abs(exact.value - rough.value) < 1 / 2:
        return True
    if rough.step <= exact.step or (rough.step > 1 and rough.value < 1_000 and not rough.how):
        return False
    off = rough.step / 2 if rough.step <= 1 else min(rough.step / 2, _ROUGHLY * rough.value)
    return abs(exact.value - rough.value) <= off * (1 + 1e-9)
