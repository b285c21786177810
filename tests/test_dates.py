from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.dates import LONGEST, read_date
from digest.dates.names import month_of


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Thu, 24 Oct 2024 12:43:00 +0200", "2024-10-24T12:43:00+02:00"),
        ("Thu, 24 Oct 2024 12:43:00 GMT", "2024-10-24T12:43:00Z"),
        ("thu, 4 oct 2024 12:43:00 -0330", "2024-10-04T12:43:00-03:30"),
        ("Thu, 24 Oct 2024 12:43:00 EDT", "2024-10-24T12:43:00-04:00"),
        ("Thu, 24 Oct 2024 12:43:00  CEST", "2024-10-24T12:43:00+02:00"),
        ("Thu, 24 Oct 2024 12:43:00 -0000", "2024-10-24T12:43:00Z"),
        ("Thu, 24 Oct 2024 12:43:00 GMT+2", "2024-10-24T12:43:00+02:00"),
        ("Thu, 24 Oct 24 12:43 MEZ", "2024-10-24T12:43:00+01:00"),
        ("Thursday, 24-Oct-2024 12:43:11 UTC", "2024-10-24T12:43:11Z"),
        ("24 Oct 2024", "2024-10-24T00:00:00Z"),
        ("Sun, 26 Oct 2025 01:30:00 Europe/London", "2025-10-26T01:30:00+01:00"),
        ("Wed, 31 Dec 2025 24:00:00 GMT", "2026-01-01T00:00:00Z"),
        ("Wed, 31 Dec 2025 23:59:60 GMT", "2025-12-31T23:59:59Z"),
    ],
)
def test_a_mail_date_is_read_in_its_misspellings_too(text: str, meant: str) -> None:
    assert read_date(text) == at(meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-11-03T07:05:00Z", "2026-11-03T07:05:00Z"),
        ("2026-11-03T07:05:00.123456789+01:00", "2026-11-03T07:05:00.123456+01:00"),
        ("2026-11-03T07:05+0100", "2026-11-03T07:05:00+01:00"),
        ("2026-11-03 07:05:00 +0100", "2026-11-03T07:05:00+01:00"),
        ("2026-11-3 7:05", "2026-11-03T07:05:00Z"),
        ("2026/1/07 10:20:00", "2026-01-07T10:20:00Z"),
        ("2026-11-03T07:05:00+01:00[Europe/Berlin]", "2026-11-03T07:05:00+01:00"),
        ("2026-11-03", "2026-11-03T00:00:00Z"),
        ("2026-11", "2026-11-01T00:00:00Z"),
        ("20261103", "2026-11-03T00:00:00Z"),
        ("20261103070500", "2026-11-03T07:05:00Z"),
        ("1518478934", "2018-02-12T23:42:14Z"),
        ("1518478934000", "2018-02-12T23:42:14Z"),
    ],
)
def test_iso_dates_and_seconds_are_read(text: str, meant: str) -> None:
    assert read_date(text) == at(meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Oct 24, 2024, 12:43 PM", "2024-10-24T12:43:00Z"),
        ("Oct 24, 2024, 12:43 a.m. EST", "2024-10-24T00:43:00-05:00"),
        ("Thursday, October 24th, 2024 at 3pm ET", "2024-10-24T15:00:00-04:00"),
        ("Sat, Dec 16 2023 02:02:33 PM", "2023-12-16T14:02:33Z"),
        ("Thu Oct 24 12:43:00 2024", "2024-10-24T12:43:00Z"),
        ("Thu Oct 24 12:43:00 +0200 2024", "2024-10-24T12:43:00+02:00"),
        ("Thu Oct 24 12:43:00 EDT 2024", "2024-10-24T12:43:00-04:00"),
        ("Thu Oct 24 2024 12:43:00 GMT+0200 (CEST)", "2024-10-24T12:43:00+02:00"),
        ("Updated 12:43 GMT, 24 October 2024", "2024-10-24T12:43:00Z"),
        ("3. November 2026, 7:05 Uhr", "2026-11-03T07:05:00Z"),
        ("3.11.2026 12.43 Uhr", "2026-11-03T12:43:00Z"),
        ("mar. 5 nov. 2024 à 12h43", "2024-11-05T12:43:00Z"),
        ("le 1er août 2024", "2024-08-01T00:00:00Z"),
        ("5 de noviembre de 2026 a las 17:05", "2026-11-05T17:05:00Z"),
        ("24 ottobre 2024 ore 12.43", "2024-10-24T12:43:00Z"),
        ("24 de outubro de 2024 às 12h43", "2024-10-24T12:43:00Z"),
        ("24 mrt 2024 om 12:43 uur", "2024-03-24T12:43:00Z"),
        ("24 października 2024", "2024-10-24T00:00:00Z"),
        ("24 октября 2024, 12:43", "2024-10-24T12:43:00Z"),
        ("2024. október 24. 12:43", "2024-10-24T12:43:00Z"),
        ("2024年10月24日 下午3:05", "2024-10-24T15:05:00Z"),
        ("2024년 10월 24일 오후 3:05", "2024-10-24T15:05:00Z"),
    ],
)
def test_dates_in_words_are_read_in_many_languages(text: str, meant: str) -> None:
    assert read_date(text) == at(meant)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03.11.2026", "2026-11-03"),
        ("3.11.26", "2026-11-03"),
        ("03-11-2026", "2026-11-03"),
        ("03/11/2026", "2026-11-03"),
        ("11/13/2026", "2026-11-13"),
        ("11/3/2026 4:05:00 PM", "2026-11-03"),
    ],
)
def test_the_day_comes_first_unless_americans_wrote_it(text: str, day: str) -> None:
    assert read_date(text) == at(f"{day}T{'16:05' if 'PM' in text else '00:00'}:00Z")


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "today", "2 hours ago", "the other day, 25:61 Uhr", "Maybe 3 2024", "31 Feb 2024",
        "Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 +0000", "0", "1e9",
        "Fri, 31 Dec 9999 23:00:00 -1200", "9" * 190, "9" * 400, "2024-13-01", "1:1" * 60,
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_the_default_zone_stands_where_none_is_written() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert read_date("24.10.2024 12:43", default=berlin) == at("2024-10-24T12:43:00+02:00")
    assert read_date("2024-10-24T12:43", default=berlin) == at("2024-10-24T12:43:00+02:00")
    assert read_date("2024-10-24T12:43Z", default=berlin) == at("2024-10-24T12:43:00Z")


def test_a_zone_that_does_not_exist_moves_nothing() -> None:
    assert read_date("Mon, 02 Jun 2025 08:00:00 +9959") == at("2025-06-02T08:00:00Z")
    assert read_date("Mon, 02 Jun 2025 08:00:00 Nowhere/Land") == at("2025-06-02T08:00:00Z")


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_known_by_its_english_beginning(month: int) -> None:
    name = datetime(2024, month, 1, tzinfo=UTC).strftime("%B")
    assert {month_of(name[:end]) for end in range(3, len(name) + 1)} == {month}


@settings(max_examples=150, deadline=None)
@given(
    st.integers(min_value=631_238_400, max_value=4_000_000_000),
    st.integers(min_value=-12 * 60, max_value=14 * 60),
    st.sampled_from(["%a, %d %b %Y %H:%M:%S %z", "%Y-%m-%d %H:%M:%S %z", "%B %d, %Y %H:%M:%S %z"]),
)
def test_what_was_written_is_read_with_its_offset(seconds: int, minutes: int, form: str) -> None:
    moment = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes)))
    read = read_date(moment.strftime(form))
    assert read == moment
    assert read is not None
    assert read.utcoffset() == moment.utcoffset()


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.sampled_from("0123456789:.-/+ TZGMTapmOctнояб年月日,()h") | st.characters(),
        max_size=LONGEST,
    )
)
def test_no_text_breaks_the_reader(text: str) -> None:
    moment = read_date(text)
    assert moment is None or (moment.utcoffset() is not None and moment.year >= 1990)
    if moment:
        moment.astimezone(UTC)
