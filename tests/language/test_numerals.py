import pytest

from digest.language.numerals import counts_something, numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They sold 1,200 boats.", 1_200),
        ("They sold 3.4 million boats.", 3.4e6),
        ("They sold 2.1mn boats.", 2.1e6),
        ("They sold 40k homes.", 40_000),
        ("They sold twenty-four boats.", 24),
        ("They sold a dozen boats.", 12),
        ("They sold three hundred boats.", 300),
        ("They sold three hundred of the boats.", 300),
        ("They sold three hundred and twenty-four boats.", 324),
        ("They sold a thousand and one boats.", 1_001),
        ("They sold two hundred and fifty thousand boats.", 250_000),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(text: str, value: float) -> None:
    assert [each.value for each in numerals(text)] == [pytest.approx(value)]


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 1987.",
        "It came 3rd.",
        "It cost $40.",
        "It rose 5%.",
        "It starts at 9:40 pm, or 9 am.",
        "It carried 30-40 boats.",
        "Nobody came.",
    ],
)
def test_years_ordinals_money_shares_hours_and_ranges_are_no_numerals(text: str) -> None:
    assert list(numerals(text)) == []


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("At least 40 boats sank.", "least"),
        ("Up to 40 boats sank.", "most"),
        ("Nearly 40 boats sank.", "nearly"),
        ("Some 40 boats sank.", "about"),
        ("Exactly 40 boats sank.", ""),
        ("Then 40 boats sank.", ""),
    ],
)
def test_a_number_is_read_with_how_surely_it_is_meant(text: str, how: str) -> None:
    (found,) = numerals(text)
    assert (found.how, found.value) == (how, 40)
    assert text[found.start : found.end].endswith("40")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Over 5,000 fans came.", "Some 5,400 fans came.", True),
        ("More than 100 fans came.", "A total of 118 fans came.", True),
        ("At least 30 fans came.", "A total of 34 fans came.", True),
        ("At least 15 fans came.", "A total of 17 fans came.", True),
        ("At least 23 fans came.", "A total of 27 fans came.", False),
        ("At least 3,000 fans came.", "Roughly 12,000 fans came.", False),
        ("Nearly 100 fans came.", "Eighty fans came.", False),
        ("Nearly 100 fans came.", "A total of 97 fans came.", True),
        ("Nearly 100 fans came.", "A total of 103 fans came.", False),
        ("No more than 19 fans came.", "A total of 24 fans came.", False),
        ("Some 2.1mn fans came.", "A total of 2,100,000 fans came.", True),
        ("The tower has 160 steps.", "The tower has 160.17 steps.", True),
        ("The tower has 160 steps.", "The tower has 161 steps.", False),
        ("The tower has 12,000 steps.", "The tower has 11,960 steps.", True),
    ],
)
def test_a_number_and_a_bound_that_it_keeps_do_not_differ(one: str, other: str, same: bool) -> None:
    (first,), (second,) = numerals(one), numerals(other)
    assert first.agrees(second) is same
    assert second.agrees(first) is same


def test_a_text_without_digits_and_number_words_counts_nothing() -> None:
    assert counts_something("Forty boats sank.")
    assert counts_something("The 40 boats sank.")
    assert not counts_something("Someone often sank boats.")
