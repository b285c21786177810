"""Reads the dates of feeds and pages, in the spellings that they really use."""

import re
from datetime import MAXYEAR, UTC, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from digest.dates.names import HOURS, PLACES, month_of

FIRST_YEAR: Final = 1990
"""Dates before the web are clocks that were never set: 1970, 1900, 1."""

LONGEST: Final = 200
"""Characters: no date is longer."""

_MAIL = re.compile(
    r"(?:[a-z]{3}, )?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4}|GMT|UTC|Z)",
    re.ASCII | re.IGNORECASE,
)
_HALF: Final = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)"
_SECONDS: Final = r"(?:\s?[:m分분]\s?(?P<s>\d{2})(?:[.,](?P<f>\d+))?)?\s?[秒초分분]?"
_CLOCKS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<h>\d{{1,2}})\s?[:h時时시点點]\s?(?P<m>\d{{2}}){_SECONDS}{_HALF}?(?!\d)",
        r"\b(?:kl|klo|um|à|at|às|alle|ore|om)\.?\s*(?P<h>\d{1,2})\.(?P<m>\d{2})(?!\.?\d)",
        r"(?<![\d.])(?P<h>\d{1,2})\.(?P<m>\d{2})(?=\s*(?:uhr|uur|hrs|wib)\b)",
        rf"(?<![\d.])(?P<h>\d{{1,2}})(?:{_HALF}|\s?(?:uhr|uur|h)\b)",
    )
)
_ZONE = re.compile(
    r"[\s(\[]*(?:uhr|uur|hrs)?[\s,(\[]*"
    r"(?:(?:GMT|UTC?)?\s?(?P<sign>[+\-−])(?P<h>\d{1,2}):?(?P<m>\d{2})?(?!\d)"
    r"|(?P<place>[A-Z][A-Za-z]+/[A-Za-z_/+\-]+)|(?P<name>[A-Za-z]{1,4})\b)"
)
_NUMERIC = re.compile(
    r"(?<!\d)(\d{4}|\d{1,2})\s?([./\-年년])\s?(\d{1,2})\s?[./\-月월]\s?(\d{4}|\d{1,2})(?!\d)"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_AFTERNOON = re.compile("下午|晚上|午後|오후|μ\\.?μ|م$")


def read_date(text: str, *, default: tzinfo = UTC) -> datetime | None:
    """The moment that `text` names, aware, with the offset it was written with.

    Reads RFC 822 and its misspellings, ISO 8601, ctime, seconds since 1970, and dates in words
    in some twenty languages. Numbers apart by dots or dashes are day, month, year; apart by
    slashes too, unless the day would be none or the clock says am or pm, as Americans do. A date
    without a time is its midnight; without a zone, or with one that is none, it is in `default`.

    None: `text` names no day, or one before `FIRST_YEAR`.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    try:
        moment = _counted(text) if text.isdecimal() else _standard(text) or _told(text, default)
    except (ValueError, OverflowError):
        return None
    if moment is None or not FIRST_YEAR <= moment.year < MAXYEAR:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=default)


def _counted(digits: str) -> datetime | None:
    """All in digits: seconds or milliseconds since 1970, YYYYMMDD, YYYYMMDDhhmmss."""
    form = {4: "%Y", 6: "%Y%m", 8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}.get(len(digits))
    if form:
        return datetime.strptime(digits, form)  # noqa: DTZ007 - read_date adds the zone
    if len(digits) in {9, 10, 13}:
        seconds = int(digits) / (1000 if len(digits) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC)
    return None


def _standard(text: str) -> datetime | None:
    """The two forms that 19 feeds in 20 use, some 15 times as fast as `_told`."""
    if told := _MAIL.fullmatch(text):
        day, month, year, clock, zone = told.groups()
        number = month_of(month) or 0
        text = f"{year}-{number:02}-{day:0>2}T{clock}{zone if zone[0] in '+-' else 'Z'}"
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _told(text: str, default: tzinfo) -> datetime | None:
    """Everything else: the clock first, the zone behind it, the day in what is left."""
    clock = next((found for pattern in _CLOCKS if (found := pattern.search(text))), None)
    if clock is None:
        day = _day(text, american=False)
        return day and day.replace(tzinfo=default)
    told = clock.groupdict()
    zone = _ZONE.match(text, clock.end())
    offset = _offset(zone) if zone else None
    rest = text[: clock.start()] + " " + text[zone.end() if zone and offset else clock.end() :]
    day = _day(rest, american=bool(told.get("half")))
    if day is None:
        return None
    moment = day + _time_of_day(told, late=bool(_AFTERNOON.search(text)))
    return moment.replace(tzinfo=default) if offset is None else _placed(moment, offset)


def _placed(moment: datetime, zone: tzinfo) -> datetime:
    """`moment` in `zone`, with the offset that holds there then."""
    offset = moment.replace(tzinfo=zone).utcoffset()
    return moment.replace(tzinfo=timezone(offset) if offset else UTC)


def _time_of_day(told: dict[str, str | None], *, late: bool) -> timedelta:
    """Since midnight; 24:00 is the next one, and a leap second the one before it.

    Raises:
        ValueError: No clock shows it.
    """
    hour, minute = int(told["h"] or 0), int(told.get("m") or 0)
    half = (told.get("half") or ("p" if late else "")).lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour * 60 + minute > 24 * 60 or minute > 59:
        raise ValueError(hour, minute)
    fraction = int((told.get("f") or "0")[:6].ljust(6, "0"))
    seconds = min(int(told.get("s") or 0), 59)
    return timedelta(hours=hour, minutes=minute, seconds=seconds, microseconds=fraction)


def _offset(zone: re.Match[str]) -> tzinfo | None:
    """The zone that was written; None: it is none that exists."""
    if zone["sign"]:
        minutes = int(zone["h"]) * 60 + int(zone["m"] or 0)
        if minutes > 14 * 60 or int(zone["m"] or 0) > 59:
            return None
        return timezone(timedelta(minutes=minutes if zone["sign"] == "+" else -minutes))
    name = (zone["name"] or "").upper()
    if name in HOURS:
        return timezone(timedelta(hours=HOURS[name]))
    return _of_place(zone["place"] or PLACES.get(name, ""))


def _of_place(place: str) -> tzinfo | None:
    try:
        return ZoneInfo(place) if place else None
    except (KeyError, ValueError, OSError):  # no such place, or no zones on this machine
        return None


def _day(text: str, *, american: bool) -> datetime | None:
    """Midnight of the day that `text` names, still without a zone."""
    if found := _NUMERIC.search(text):
        return _numbered(*found.groups(), american=american)
    named = [month for word in _WORD.findall(text) if (month := month_of(word))]
    numbers = re.findall(r"\d+", text)
    if not named or not numbers:
        return _bare(numbers)
    # The last: before it "mar" is a Tuesday in French, Spanish and Italian.
    return _worded(named[-1], numbers)


def _bare(numbers: list[str]) -> datetime | None:
    """A year and a month alone, as in 2026-11."""
    if len(numbers) == 2 and len(numbers[0]) == 4:
        return datetime(int(numbers[0]), int(numbers[1]), 1)  # noqa: DTZ001 - see read_date
    return None


def _worded(month: int, numbers: list[str]) -> datetime | None:
    """A month's name with day and year in either order; without a day, its first."""
    place = next((i for i, number in enumerate(numbers) if len(number) == 4), len(numbers) - 1)
    year = _year(numbers[place])
    days = [int(number) for i, number in enumerate(numbers) if i != place and len(number) < 3]
    if not days and len(numbers[place]) < 4:
        return None
    return datetime(year, month, days[0] if days else 1)  # noqa: DTZ001 - see read_date


def _numbered(first: str, mark: str, second: str, third: str, *, american: bool) -> datetime:
    if len(first) == 4 or int(first) > 31:
        year, month, day = _year(first), int(second), int(third)
    else:
        year, month, day = _year(third), int(second), int(first)
        if month > 12 or (american and mark == "/" and day <= 12):
            month, day = day, month
    return datetime(year, month, day)  # noqa: DTZ001 - see read_date


def _year(digits: str) -> int:
    """Two digits as RFC 2822 reads them: 00 to 49 are of this century."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 50 else 1900)
