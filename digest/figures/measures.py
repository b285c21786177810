"""What an English sentence measures: money, shares, times, lengths, ages, votes.

Each measure is brought to one unit, so that six miles and ten kilometres can be compared.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from digest.figures.calendar import dates, hours, weekdays, years
from digest.figures.measure import Measure, bare, measure, overlap
from digest.language.numerals import DIGITS, WORD, Numeral, plain, step_of, value_of

_SCALE: Final = r"(?:thousand|million|billion|trillion|bn|bln|tn|trn|mn|mln|m|k)"
_NUMBER: Final = rf"(?P<number>{DIGITS}|(?:{WORD})(?:-(?:{WORD}))?)"
_HALF: Final = r"(?P<half> and a half| ?1/2)?"

_CURRENCIES: Final = {
    "$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee",
    "c$": "canadian dollar", "ca$": "canadian dollar", "a$": "australian dollar",
    "au$": "australian dollar", "nz$": "new zealand dollar", "hk$": "hong kong dollar",
    "nt$": "taiwan dollar", "s$": "singapore dollar", "r$": "real",
}  # fmt: skip
_MONEY: Final = re.compile(
    rf"(?<![A-Z])(?P<sign>(?:US|CA?|AU?|NZ|HK|NT|S|R)?\$|[€£¥₹]) ?{_NUMBER}"
    rf"(?:[ -]?(?P<scale>{_SCALE})\b)?(?![\d%]|[.,]\d)"
    rf"|\b{_NUMBER.replace('number', 'number2')}"
    rf"(?:[ -]?(?P<scale2>{_SCALE}))?[ -]"
    r"(?P<coin>(?-i:(?:New |Hong )?[A-Z][a-z]+ |US |U\.S\. )?"
    r"(?:dollar|euro|pound|crown|franc|yen|yuan|rupee|rouble|ruble|peso|cent))s?\b",
    re.IGNORECASE,
)

_COIN: Final = re.compile(
    r"[$€£¥₹]|dollar|euro|pound|crown|franc|yen|yuan|rupee|rouble|ruble|peso|cent"
)
"""Without one of these a sentence speaks of no money, which is sooner seen than read."""

_OF_COUNTRIES: Final = frozenset({"dollar", "pound"})
_OF_ITSELF: Final = frozenset({"us", "u.s.", "american", "british"})
"""Countries whose coin is meant where none is named."""

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
    "km/h|kph|kmh|kilomet(?:er|re)s (?:an|per) hour": 1,
    r"mph|m\.p\.h\.?|miles (?:an|per) hour": 1.609344,
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
_DEGREES: Final = {"degrees?|°": 1}
_TEMPERATURES: Final = {"degrees? fahrenheit|°F": _FAHRENHEIT, "degrees? celsius|°C": 1}
_BY: Final = re.compile(r"\bby (?:\w+ ){0,3}$")
_SIGNED: Final = frozenset({"degrees", "temperature"})
_POWER: Final = {"megawatts?|mw": 1, "gigawatts?|gw": 1_000}
_ENGINES: Final = {"horsepower|hp|bhp": 1}
_STOREYS: Final = {"stor(?:e?y|e?ys|ies)": 1}
_BY_DIMENSION: Final[dict[str, Mapping[str, float]]] = {
    "speed": _SPEEDS,
    "area": _AREAS,
    "volume": _VOLUMES,
    "length": _LENGTHS,
    "weight": _WEIGHTS,
    "time": _TIMES,
    "share": _SHARES,
    "points": _POINTS,
    "temperature": _TEMPERATURES,
    "degrees": _DEGREES,
    "power": _POWER,
    "horsepower": _ENGINES,
    "storeys": _STOREYS,
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
    rf"(?<![\w.,$€£/-])(?<!\d, )(?P<minus>minus |−)?(?:{_NUMBER}{_HALF}|(?P<one>half) an?)"
    rf"(?:[ -](?P<scale>{_SCALE}))?(?:[ -]| ?(?=[%°]))"
    rf"(?P<unit>{_UNIT})(?![\w-])"
    r"(?! (?:old|ago|earlier|later|before (?:the|that|this|his|her|its|their))\b)",
    re.IGNORECASE,
)

_BETWEEN: Final = re.compile(r",? (?:and )?")

_AGE: Final = re.compile(
    r"(?:\baged |\bage of |\bage |, (?=\d{1,3}(?:,|\.$))|(?:\b(?:died|dies)\b"
    r"[^.;]{0,40} at|, (?:who )?(?:is|was)|\b(?:is|was|turned)) "
    r"(?=\d{1,3}(?:[.,](?!\d)| (?:when|on|and|in|of|after|from)\b|\s*$)))"
    r"(?P<number>\d{1,3})\b(?![\d%]|[.,]\d| ?[-–])"
    r"|\b(?:man|woman|boy|girl) of (?P<number4>\d{1,3})\b"
    r"|\bage of [^.;\d]{1,40} to (?P<number5>\d{1,3})\b"
    r"|(?P<number2>\d{1,3})[- ]year[- ]old(?!s)|(?<![\d,.])(?P<number3>\d{1,3}) years old\b"
)
_IS: Final = re.compile(r"is|was")
_COUNTED: Final = re.compile(r"\b(?:toll|number|count|tally|total|deaths)\b[^,;.]*$")
"""What is said to be a number, and no age: "the toll was 45"."""

_OLDEST: Final = 120
_YEARS_OLD: Final = re.compile(r"\b(?P<number>\d{1,3}(?:,\d{3})+|\d{3,6}) years (?:old|ago)\b")
_ORDINALS: Final = (
    "ground first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_FLOOR: Final = re.compile(
    rf"\b(?P<floor>{'|'.join(_ORDINALS.split())}|\d{{1,3}}(?:st|nd|rd|th)) floor\b", re.IGNORECASE
)

VOTES: Final = 1_000
"""61 to 38 is 61 * 1,000 + 38."""

_VOTE: Final = re.compile(
    r"(?<![\w.,–-])(?P<for>\d{1,3})"
    r"(?:(?: votes?)? (?:to|against) |[-–]| votes? against )(?P<against>\d{1,3})"
    r"(?: votes?| abstentions)?\b(?![\w%–-]|[.,]\d)"
)
_IN_FAVOUR: Final = re.compile(
    r"\b(?P<for>\d{1,3}) (?:[a-z]+ ){0,2}?(?:in favou?r|for|voting for|voted for|backing)\b"
    r"[^.;\d]{0,40}? (?P<against>\d{1,3}) (?:[a-z]+ )?(?:against|opposed|opposing)\b"
)
_VOTES: Final = re.compile(r"\b(?:vot\w+|pass\w*|approv\w+|rul\w+|ballot|reject\w+|confirm\w+)\b")
_MAGNITUDE: Final = re.compile(
    r"\bmagnitude\b(?:[^;.\d]{0,80} (?:of|at|to|as))? (?P<number>\d(?:\.\d)?)\b"
    r"|\b(?P<number2>\d(?:\.\d)?)[- ]magnitude\b"
    r"|\b(?:quake|tremor|earthquake)\b[^;.\d]{0,80} measur(?:ed|ing) (?P<number3>\d\.\d)\b",
    re.IGNORECASE,
)


_IS_UNIT: Final = re.compile(_UNIT, re.IGNORECASE)


def is_unit(word: str) -> bool:
    """Whether it says what something is measured in: "hours"."""
    return bool(_IS_UNIT.fullmatch(word))


def measures(sentence: str) -> list[Measure]:
    """What a sentence measures, in order; of two readings of one number the first below."""
    found: list[Measure] = []
    for reading in _READINGS:
        for each in reading(sentence):
            if not any(overlap(each, other) for other in found):
                found.append(each)
    return sorted(found, key=lambda each: each.number.start)


def _money(sentence: str) -> Iterator[Measure]:
    for match in _MONEY.finditer(sentence) if _COIN.search(sentence.lower()) else ():
        number, scale = match["number"] or match["number2"], match["scale"] or match["scale2"]
        coin = _CURRENCIES.get((match["sign"] or "").lower()) or plain(match["coin"])
        country, _, name = coin.rpartition(" ")
        if country in _OF_ITSELF or name not in _OF_COUNTRIES:
            coin = name
        value, step = value_of(number, scale), step_of(number, scale)
        yield measure(sentence, match, value, coin, step=step)


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
        if match["minus"] and dimension in _SIGNED:
            value = -value
        if factor == _FAHRENHEIT and not _BY.search(sentence, 0, match.start()):
            value -= _FREEZING
        step = 0.1 if match["half"] or match["one"] else step_of(match["number"], match["scale"])
        yield measure(sentence, match, value * factor, dimension, step=step * factor, unit=factor)


def _ages(sentence: str) -> Iterator[Measure]:
    for match in _AGE.finditer(sentence):
        group = next(name for name, digits in match.groupdict().items() if digits)
        if _IS.match(match[0]) and _COUNTED.search(sentence, 0, match.start()):
            continue
        if int(match[group]) < _OLDEST:
            yield bare(match, group, int(match[group]), "age")


def _past(sentence: str) -> Iterator[Measure]:
    for match in _YEARS_OLD.finditer(sentence):
        yield bare(match, "number", value_of(match["number"], None), "years")


def _floors(sentence: str) -> Iterator[Measure]:
    for match in _FLOOR.finditer(sentence):
        which = plain(match["floor"])
        number = int(which[:-2]) if which[0].isdigit() else _ORDINALS.split().index(which)
        yield bare(match, "floor", number, "floor")


def _votes(sentence: str) -> Iterator[Measure]:
    found = list(_VOTE.finditer(sentence)) if _VOTES.search(sentence) else []
    for match in [*found, *_IN_FAVOUR.finditer(sentence)]:
        yield measure(sentence, match, VOTES * int(match["for"]) + int(match["against"]), "vote")


def _magnitudes(sentence: str) -> Iterator[Measure]:
    for match in _MAGNITUDE.finditer(sentence):
        group = next(name for name, digits in match.groupdict().items() if digits)
        yield bare(match, group, float(match[group]), "magnitude")


_READINGS: Final = (
    dates, _ages, _past, _votes, _magnitudes, _money, _units, hours, weekdays, years, _floors,
)  # fmt: skip
