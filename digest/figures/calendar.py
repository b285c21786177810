"""When an English sentence says that something was or will be: dates, days, years, hours."""

import re
from collections.abc import Iterator
from typing import Final

from digest.figures.measure import Measure, bare

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE: Final = re.compile(
    rf"\b(?:on|for|to|until|till|from|by|than|set|at least|before|{WEEKDAY}),? (?P<date>"
    rf"(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? ?\d{{2}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{MONTH})(?!\w))"
)
"""The date of something: that of a count stands behind "as of"."""

_MONTH_BEHIND: Final = re.compile(rf"(?:st|nd|rd|th)?(?: of)? {MONTH}(?!\w)")
_MONTH_AHEAD: Final = re.compile(rf"\b{MONTH}\.? $")
_COMING: Final = re.compile(
    r"\b(?:will|would|due|set|expect(?:s|ed)?|scheduled|until|moved|postponed|pushed|delayed|"
    r"plans?|planned|(?:is|are) to|extended)\b"
)
_ON: Final = re.compile(rf"\b(?P<weekday>{WEEKDAY})\b")
_UNTIL: Final = re.compile(r"\b(?:until|to|for) (?:late |early )?$")
_YEAR: Final = re.compile(
    r"\b(?:in|by|until|before|from|late|early|mid|of|spring|summer|autumn|fall|winter) "
    r"(?P<year>20[2-6]\d)\b"
)
_HOUR: Final = re.compile(
    r"\b(?P<time>(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b"
    r"|(?P<hour2>\d{1,2})[:.](?P<minute2>\d\d)(?= (?:GMT|UTC|E[DS]?T|BST|CES?T|local)\b)"
    r"|(?P<hour4>\d{1,2}):(?P<minute4>\d\d)(?= (?:on|in the)\b)"
    r"|(?P<hour3>[012]\d)(?P<minute3>[0-5]\d)(?= (?:GMT|UTC|local|hours)\b))"
)


_NOON: Final = 12

CLOSE: Final = 15
"""Minutes between two times that may be one, told roughly."""


def is_in_a_date(sentence: str, start: int, end: int) -> bool:
    """Whether a number there is the day of a month."""
    return bool(_MONTH_BEHIND.match(sentence, end) or _MONTH_AHEAD.search(sentence, 0, start))


def dates(sentence: str) -> Iterator[Measure]:
    """The days of a year on which something is."""
    for match in _DATE.finditer(sentence):
        month = _MONTHS.index((match["month"] or match["month2"])[:3].lower()) // 4
        day = int(match["day"] or match["day2"])
        if 0 < day < 32:
            yield bare(match, "date", 100 * (month + 1) + day, "date")


def weekdays(sentence: str) -> Iterator[Measure]:
    """The days of the week on which something will be: those of news are today's."""
    coming = _COMING.search(sentence)
    for match in _ON.finditer(sentence) if coming else ():
        if coming and (match.start() > coming.start() or _UNTIL.search(sentence, 0, match.start())):
            yield bare(
                match, "weekday", _WEEKDAYS.split().index(match["weekday"].lower()), "weekday"
            )


def years(sentence: str) -> Iterator[Measure]:
    """The years in which something is due."""
    for match in _YEAR.finditer(sentence):
        yield bare(match, "year", int(match["year"]), "year")


def hours(sentence: str) -> Iterator[Measure]:
    """The times of a day, in minutes."""
    for match in _HOUR.finditer(sentence):
        hour = int(match["hour"] or match["hour2"] or match["hour3"] or match["hour4"])
        minute = int(
            match["minute"] or match["minute2"] or match["minute3"] or match["minute4"] or 0
        )
        if match["half"] and hour == _NOON:
            hour = 0
        if match["half"] == "p":
            hour += _NOON
        if hour < 25 and minute < 60:
            yield bare(match, "time", 60 * hour + minute, "hour")
