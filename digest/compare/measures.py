"""What an English sentence measures: money, shares, times, lengths, ages, dates, votes.

Each measure is brought to one unit, so that six miles and ten kilometres can be compared.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from digest.language.numerals import DIGITS, WORD, Numeral, numeral, step_of, value_of

_SCALE: Final = r"(?:thousand|million|billion|trillion|bn|bln|tn|trn|mn|mln|m|k)"
_NUMBER: Final = rf"(?P<number>{DIGITS}|(?:{WORD})(?:-(?:{WORD}))?)"
_HALF: Final = r"(?P<half> and a half| ?1/2)?"

_CURRENCIES: Final = {
    "$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee",
}  # fmt: skip
_MONEY: Final = re.compile(
    rf"(?P<sign>(?:US)?[$€£¥₹]) ?{_NUMBER}(?:[ -]?(?P<scale>{_SCALE})\b)?(?![\d%]|[.,]\d)"
    rf"|\b{_NUMBER.replace('number', 'number2')}"
    rf"(?:[ -]?(?P<scale2>{_SCALE}))?[ -]"
    r"(?P<coin>(?:US )?dollar|euro|pound|crown|franc|yen|yuan|rupee|rouble|ruble|peso|cent)s?\b",
    re.IGNORECASE,
)

_COIN: Final = re.compile(
    r"[$€£¥₹]|dollar|euro|pound|crown|franc|yen|yuan|rupee|rouble|ruble|peso|cent"
)
"""Without one of these a sentence speaks of no money, which is sooner seen than read."""

_LENGTHS: Final = {
    "millimet(?:er|re)s?|mm": 0.001, "centimet(?:er|re)s?|cm": 0.01, "met(?:er|re)s?": 1,
    "kilomet(?:er|re)s?|km": 1_000, "miles?": 1_609.344, "nautical miles?": 1_852,
    "feet|foot|ft": 0.3048, "yards?": 0.9144, "inch(?:es)?": 0.0254,
}  # fmt: skip
_AREAS: Final = {
    "square met(?:er|re)s?": 1, "hectares?": 10_000, "acres?": 4_046.856,
    "square kilomet(?:er|re)s?|sq km": 1e6, "square miles?|sq mi": 2.589988e6,
    "square feet": 0.0929,
}  # fmt: skip
_WEIGHTS: Final = {
    "kilos?|kilograms?|kg": 1, "tonnes?|metric tons?": 1_000, "tons?": 1_000, "grams?": 0.001,
    "lbs?": 0.4536,
}  # fmt: skip
_SPEEDS: Final = {
    "km/h|kph|kmh|kilomet(?:er|re)s (?:an|per) hour": 1, "mph|miles (?:an|per) hour": 1.609344,
    "knots": 1.852,
}  # fmt: skip
_TIMES: Final = {
    "seconds?": 1, "minutes?": 60, "hours?": 3_600, "days?": 86_400, "weeks?": 604_800,
    "months?": 2_629_800, "years?": 31_557_600,
}  # fmt: skip
_VOLUMES: Final = {
    "lit(?:er|re)s?": 1, "cubic met(?:er|re)s?": 1_000, "gallons?": 3.785, "barrels?": 159,
}  # fmt: skip
_SHARES: Final = {"%|percent|per cent": 1}
_POINTS: Final = {"percentage points?|(?:basis )?points?": 1}
_FAHRENHEIT, _FREEZING = 5 / 9, 32
_DEGREES: Final = {
    "degrees? fahrenheit|°F": _FAHRENHEIT, "degrees?(?! fahrenheit)(?: celsius)?|°C?": 1,
}  # fmt: skip
_POWER: Final = {"megawatts?|mw": 1, "gigawatts?|gw": 1_000}
_BY_DIMENSION: Final[dict[str, Mapping[str, float]]] = {
    "speed": _SPEEDS,
    "area": _AREAS,
    "volume": _VOLUMES,
    "length": _LENGTHS,
    "weight": _WEIGHTS,
    "time": _TIMES,
    "share": _SHARES,
    "points": _POINTS,
    "degrees": _DEGREES,
    "power": _POWER,
}
_UNITS: Final = [
    (re.compile(words, re.IGNORECASE), dimension, factor)
    for dimension, units in _BY_DIMENSION.items()
    for words, factor in units.items()
]
_UNIT: Final = "|".join(
    sorted((words for units in _BY_DIMENSION.values() for words in units), key=len, reverse=True)
)
_MEASURE: Final = re.compile(
    rf"(?<![\w.,$€£/-])(?<!\d, )(?:{_NUMBER}{_HALF}|(?P<one>half) an?)"
    rf"(?:[ -](?P<scale>{_SCALE}))?(?:[ -]| ?(?=[%°]))"
    rf"(?P<unit>{_UNIT})(?![\w-])(?! (?:old|ago|earlier|before|later))",
    re.IGNORECASE,
)

_BETWEEN: Final = re.compile(r",? (?:and )?")

_AGE: Final = re.compile(
    r"(?:\baged |\bage of |\bage |, (?=\d{1,3}(?:,|\.$))|(?:\b(?:died|dies|dead)\b"
    r"[^.;]{0,40} at|, (?:who )?(?:is|was)|\b(?:is|was|turned)) "
    r"(?=\d{1,3}(?:[.,]| when\b| on\b|$)))(?P<number>\d{1,3})\b(?![\d%]|[.,]\d| ?[-–])"
    r"|(?P<number2>\d{1,3})[- ]year[- ]old(?!s)|\b(?P<number3>\d{1,3}) years old\b"
)

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH: Final = r"(?P<{}>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]{{0,6}}\.?)"
_DATE: Final = re.compile(
    r"\b(?:"
    + _MONTH.format("month")
    + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!,? ?\d{2})"
    + r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?: of)? "
    + _MONTH.format("month2")
    + r"\b)(?!\w)"
)

_SET_FOR: Final = re.compile(r"\b(?:on|for|to)(?: \w+day,?)? $")
"""What stands before the date of something, and not before that of a count."""

_VOTE: Final = re.compile(
    r"(?<![\w.,–-])(?P<for>\d{1,3})"
    r"(?:(?: votes?)? (?:to|against) |[-–]| votes? against )(?P<against>\d{1,3})"
    r"(?: votes?| abstentions)?\b(?![\w%–-]|[.,]\d)"
)
_VOTES: Final = re.compile(r"\b(?:vot\w+|pass\w*|approv\w+|rul\w+|ballot|reject\w+|confirm\w+)\b")
_MAGNITUDE: Final = re.compile(
    r"\bmagnitude\b(?:[^,;.\d]{0,60} (?:of|at|to))? (?P<number>\d(?:\.\d)?)\b"
    r"|\b(?P<number2>\d(?:\.\d)?)[- ]magnitude\b",
    re.IGNORECASE,
)


_IS_UNIT: Final = re.compile(_UNIT, re.IGNORECASE)


class Measure(Struct, frozen=True, kw_only=True):
    """A number with what it is a number of."""

    number: Numeral
    """Its value in one unit of its dimension."""

    dimension: str
    """"dollar", "share", "length": measures of two dimensions are never compared."""


def is_unit(word: str) -> bool:
    """Whether it says what something is measured in: "hours"."""
    return bool(_IS_UNIT.fullmatch(word))


def measures(sentence: str) -> list[Measure]:
    """What a sentence measures, in order; of two readings of one number the first below."""
    found: list[Measure] = []
    for reading in (_dates, _ages, _votes, _magnitudes, _money, _units):
        for each in reading(sentence):
            if not any(_overlap(each.number, other.number) for other in found):
                found.append(each)
    return sorted(found, key=lambda each: each.number.start)


def _overlap(one: Numeral, other: Numeral) -> bool:
    return one.start < other.end and other.start < one.end


def _money(sentence: str) -> Iterator[Measure]:
    for match in _MONEY.finditer(sentence) if _COIN.search(sentence.lower()) else ():
        number, scale = match["number"] or match["number2"], match["scale"] or match["scale2"]
        coin = _CURRENCIES.get((match["sign"] or "").lower()) or match["coin"].lower()
        coin = coin.removeprefix("us ")
        yield _measure(sentence, match, value_of(number, scale), step_of(number, scale), coin)


def _units(sentence: str) -> Iterator[Measure]:
    """Its measures; "4 minutes 48 seconds" is one."""
    last: Measure | None = None
    for each in _single(sentence):
        if last and last.dimension == each.dimension == "time" and _parts(sentence, last, each):
            last = _sum(sentence, last, each)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _parts(sentence: str, one: Measure, other: Measure) -> bool:
    """Whether two measures of time are parts of one: so many hours and so many minutes."""
    between = sentence[one.number.end : other.number.start]
    return bool(_BETWEEN.fullmatch(between)) and other.number.step < one.number.step


def _sum(sentence: str, one: Measure, other: Measure) -> Measure:
    number = Numeral(
        start=one.number.start,
        end=other.number.end,
        text=sentence[one.number.start : other.number.end],
        value=one.number.value + other.number.value,
        how=one.number.how,
        step=other.number.step,
        unit=other.number.unit,
    )
    return Measure(number=number, dimension=one.dimension)


def _single(sentence: str) -> Iterator[Measure]:
    for match in _MEASURE.finditer(sentence):
        dimension, factor = next(
            (dimension, factor)
            for pattern, dimension, factor in _UNITS
            if pattern.fullmatch(match["unit"])
        )
        value = 0.0 if match["one"] else value_of(match["number"], match["scale"])
        value += 0.5 if match["half"] or match["one"] else 0.0
        value -= _FREEZING if factor == _FAHRENHEIT else 0
        step = 0.1 if match["half"] or match["one"] else step_of(match["number"], match["scale"])
        yield _measure(sentence, match, value * factor, step * factor, dimension, unit=factor)


def _ages(sentence: str) -> Iterator[Measure]:
    for match in _AGE.finditer(sentence):
        age = int(match["number"] or match["number2"] or match["number3"])
        if age < 120:
            yield _measure(sentence, match, age, 0.0, "age", text=f"{age}")


def _dates(sentence: str) -> Iterator[Measure]:
    for match in _DATE.finditer(sentence):
        month = _MONTHS.index((match["month"] or match["month2"]).lower()) // 4
        day = int(match["day"] or match["day2"])
        if 0 < day < 32 and _SET_FOR.search(sentence, 0, match.start()):
            yield _measure(sentence, match, 100 * (month + 1) + day, 0.0, "date")


def _votes(sentence: str) -> Iterator[Measure]:
    for match in _VOTE.finditer(sentence) if _VOTES.search(sentence) else ():
        yield _measure(
            sentence, match, 1_000 * int(match["for"]) + int(match["against"]), 0.0, "vote"
        )


def _magnitudes(sentence: str) -> Iterator[Measure]:
    for match in _MAGNITUDE.finditer(sentence):
        yield _measure(
            sentence, match, float(match["number"] or match["number2"]), 0.0, "magnitude"
        )


def _measure(
    sentence: str,
    match: re.Match[str],
    value: float,
    step: float,
    dimension: str,
    *,
    text: str = "",
    unit: float = 1.0,
) -> Measure:
    number = numeral(sentence, match, value=value, step=step, unit=unit)
    if text:
        number = Numeral(
            start=number.start, end=number.end, text=text, value=value, how="", step=step
        )
    return Measure(number=number, dimension=dimension)
