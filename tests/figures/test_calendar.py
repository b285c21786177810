from collections.abc import Callable, Iterator

import pytest

from digest.figures.calendar import dates, hours, is_in_a_date, weekdays, years
from digest.figures.measure import Measure

Reading = Callable[[str], Iterator[Measure]]


@pytest.mark.parametrize(
    ("reading", "text", "value"),
    [
        (dates, "The vote is on 12 March.", 312),
        (dates, "The vote is set for March 12.", 312),
        (dates, "The vote is on Friday, December 1st.", 1_201),
        (dates, "The road is shut until 3 Sept.", 903),
        (years, "The port opens in 2031.", 2_031),
        (years, "The port opens by late 2031.", 2_031),
        (hours, "It opens at 9 am.", 540),
        (hours, "It opens at 9:40 p.m.", 1_300),
        (hours, "It opens at 12 pm.", 720),
        (hours, "It opens at 1430 GMT.", 870),
        (hours, "It opens at 14:30 local time.", 870),
        (hours, "It opened at 14:30 on Monday.", 870),
    ],
)
def test_when_something_is_is_read(reading: Reading, text: str, value: float) -> None:
    (found,) = reading(text)
    assert found.number.value == value


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        (dates, "As of 12 March, there were 40 boats."),
        (dates, "The vote is on 40 March."),
        (dates, "The vote was on March 12, 2025."),
        (years, "The port opened in 1987."),
        (years, "The repair costs 2031 crowns."),
        (hours, "The ratio is 14:30."),
        (hours, "The crown rose to 1.12 on Monday."),
        (dates, "The crew was joined on Friday by 12 Marines."),
        (hours, "It opens at 25:30 GMT."),
        (hours, "It opens at 9:70 pm."),
        (weekdays, "Talks resumed on Monday."),
    ],
)
def test_what_is_no_time_of_something_is_not_read(reading: Reading, text: str) -> None:
    assert list(reading(text)) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks will resume on Monday.", "Monday"),
        ("On Monday the mayor said that the bridge would open on Tuesday.", "Tuesday"),
        ("The strike was called off until late Friday.", "Friday"),
        ("Until Friday the bridge was to be shut, as planned.", ""),
    ],
)
def test_a_weekday_counts_if_it_is_still_to_come(text: str, day: str) -> None:
    assert "".join(each.number.text for each in weekdays(text)) == day


def test_two_weekdays_are_two_values() -> None:
    (monday,) = weekdays("Talks will resume on Monday.")
    (sunday,) = weekdays("Talks will resume on Sunday.")
    assert not monday.number.agrees(sunday.number)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("It was 24 June.", True),
        ("It was the 24th of June.", True),
        ("It was June 24.", True),
        ("There were 24 boats in June.", False),
    ],
)
def test_the_day_of_a_month_is_known_from_a_number(text: str, inside: bool) -> None:
    start = text.index("24")
    assert is_in_a_date(text, start, start + 2) is inside
