"""What headers ask of us."""

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.fetch.heed import DAY, Validators, max_age, retry_after, validators

NOW = 1_780_000_000.0  # Thu, 28 May 2026 20:26:40 GMT


def headers(**fields: str) -> httpx.Headers:
    raw = [(name.replace("_", "-"), value.encode("latin-1")) for name, value in fields.items()]
    return httpx.Headers(raw, encoding="iso-8859-1")


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("3600", 3600),
        (" 60 ", 60),
        ("0", 0),
        ("315360000", DAY),
        ("9" * 50_000, DAY),
        ("Thu, 28 May 2026 20:36:40 GMT", 600),
        ("Thu, 28 May 2026 20:16:40 GMT", 0),
        ("Thu, 28 May 2037 20:16:40 GMT", DAY),
        ("-5", None),
        ("soon", None),
        ("1e9", None),
        ("", None),
        ("٣", None),
        ("Thu, 99 May 99999 20:36:40 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_a_day_at_most(
    said: str, seconds: float | None
) -> None:
    header = httpx.Headers([("Retry-After", said.encode())], encoding="utf-8")
    assert retry_after(header, NOW) == seconds


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({"Cache_Control": "public, max-age=600"}, 600),
        ({"Cache_Control": 'MAX-AGE="60"'}, 60),
        ({"Cache_Control": "s-maxage=600"}, None),
        ({"Cache_Control": "max-age=99999999999999999999999999"}, DAY),
        ({"Cache_Control": "no-cache, max-age=600"}, 0),
        ({"Cache_Control": "no-store"}, 0),
        ({"Cache_Control": "max-age=-1"}, None),
        ({"Cache_Control": "private", "Expires": "Thu, 28 May 2026 20:27:40 GMT"}, 60),
        ({"Cache_Control": "max-age=5", "Expires": "Thu, 28 May 2026 20:27:40 GMT"}, 5),
        ({"Expires": "0"}, None),
        (
            {"Expires": "Thu, 28 May 2026 10:01:00 GMT", "Date": "Thu, 28 May 2026 10:00:00 GMT"},
            60,
        ),
        ({}, None),
    ],
)
def test_a_document_is_fresh_for_as_long_as_its_server_says(
    fields: dict[str, str], seconds: float | None
) -> None:
    assert max_age(headers(**fields), NOW) == seconds


def test_validators_are_kept_byte_for_byte() -> None:
    sent = headers(ETag='W/"x-\\"1\xe9"', Last_Modified="Sat, 31 May 2025 9:05:07 GMT")
    assert validators(sent) == Validators(
        etag='W/"x-\\"1\xe9"', modified="Sat, 31 May 2025 9:05:07 GMT"
    )


@pytest.mark.parametrize("etag", ['"\x1b]0;x\x07"', '"\x9b2J"', '"' + "e" * 4096 + '"', ""])
def test_a_validator_that_could_do_harm_is_left_out(etag: str) -> None:
    assert validators(headers(ETag=etag)) == Validators()


@given(st.text(alphabet=st.characters(max_codepoint=255)))
def test_no_header_breaks_the_reading(text: str) -> None:
    fields = headers(Retry_After=text, Cache_Control=text, Expires=text, Date=text, ETag=text)
    assert 0 <= (retry_after(fields, NOW) or 0) <= DAY
    assert 0 <= (max_age(fields, NOW) or 0) <= DAY
    validators(fields)
