import pytest

from digest.figures.measures import is_unit, measures


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("It cost $1.2 billion.", "dollar", 1.2e9),
        ("It cost 1.2bn euros.", "euro", 1.2e9),
        ("It cost £40m.", "pound", 4e7),
        ("It cost €2.1mn.", "euro", 2.1e6),
        ("It cost US$40.", "dollar", 40),
        ("It cost 40 million Swiss francs.", "franc", 4e7),
        ("It fell to $0.9998.", "dollar", 0.9998),
        ("Turnout was 58 per cent.", "share", 58),
        ("The tax rises by 2 percentage points.", "points", 2),
        ("The siege lasted three weeks.", "time", 21 * 86_400),
        ("It took half an hour.", "time", 1_800),
        ("It took 4 minutes and 48 seconds.", "time", 288),
        ("He got 22 and a half years.", "time", 22.5 * 31_557_600),
        ("It is 6 miles away.", "length", 6 * 1_609.344),
        ("The fire burned 10 hectares.", "area", 100_000),
        ("The tank holds 300 litres.", "volume", 300),
        ("Gusts reached 100 mph.", "speed", 160.9344),
        ("It was 50 degrees Fahrenheit.", "temperature", 10),
        ("It was 10°C.", "temperature", 10),
        ("It was minus 10 degrees Celsius.", "temperature", -10),
        ("It was −10°C.", "temperature", -10),
        ("It has warmed by 9 degrees Fahrenheit.", "temperature", 5),
        ("It was 50 degrees in Aldon.", "degrees", 50),
        ("It cost C$40.", "canadian dollar", 40),
        ("It cost 40 Canadian dollars.", "canadian dollar", 40),
        ("It cost 40 million U.S. dollars.", "dollar", 4e7),
        ("It cost 40 Norwegian crowns.", "crown", 40),
        ("Ida Voss died at 85 in Aldon.", "age", 85),
        ("Ida Voss is 85 and sails.", "age", 85),
        ("They found 7 tonnes of it.", "weight", 7_000),
        ("The plant makes 2 gigawatts.", "power", 2_000),
        ("The car has 700 horsepower.", "horsepower", 700),
        ("It is a 12-storey tower.", "storeys", 12),
        ("It broke out on the third floor.", "floor", 3),
        ("It broke out on the 14th floor.", "floor", 14),
        ("A magnitude 6.4 earthquake struck.", "magnitude", 6.4),
        ("The earthquake measured 5.3 in Aldon.", "magnitude", 5.3),
        ("A 34-year-old man was hurt.", "age", 34),
        ("Ida Voss, 34, was hurt.", "age", 34),
        ("A woman of 34 was hurt.", "age", 34),
        ("The cave is 65,000 years old.", "years", 65_000),
        ("The vote is on 12 March.", "date", 312),
        ("The vote is set for March 12.", "date", 312),
        ("The bill passed by 61 votes to 38.", "vote", 61_038),
        ("The bill passed in a 252-175 vote.", "vote", 252_175),
        ("The bill had 61 in favour and 38 against.", "vote", 61_038),
    ],
)
def test_each_measure_is_brought_to_one_unit(text: str, dimension: str, value: float) -> None:
    (found,) = measures(text)
    assert found.dimension == dimension
    assert found.number.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "It was worth that much.",
        "The storm came 3 days ago.",
        "The team won 3-1 in Ostrey.",
        "Ida Voss, 340, was hurt.",
        "The match ended 61 to 38.",
        "Some 40 boats sank.",
        "The number of boats was 40.",
    ],
)
def test_what_is_not_measured_is_no_measure(text: str) -> None:
    assert measures(text) == []


def test_measures_come_in_order() -> None:
    found = measures("It took 3 hours over 12 miles, cost $40 and fell to 5 percent.")
    assert [each.dimension for each in found] == ["time", "length", "dollar", "share"]


@pytest.mark.parametrize(
    ("text", "how", "written"),
    [
        ("It cost an estimated $58 million.", "about", "an estimated $58 million"),
        ("It lasted at least 40 minutes.", "least", "at least 40 minutes"),
        ("It lasted 40 minutes.", "", "40 minutes"),
    ],
)
def test_a_measure_is_read_with_how_surely_it_is_meant(text: str, how: str, written: str) -> None:
    (found,) = measures(text)
    assert (found.number.how, found.number.text) == (how, written)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It is 57 kilometres long.", "It is 35 miles long.", True),
        ("It is 57 kilometres long.", "It is 45 miles long.", False),
        ("It cost an estimated $58 million.", "It cost $60 million.", True),
        ("It cost an estimated $58 million.", "It cost $70 million.", False),
        ("It cost $53 million.", "It cost $60 million.", False),
        ("It cost $58 million.", "It cost $58,120,400.", True),
    ],
)
def test_one_measure_in_two_units_or_rounded_does_not_differ(
    one: str, other: str, same: bool
) -> None:
    (first,), (second,) = measures(one), measures(other)
    assert first.number.agrees(second.number) is same


def test_units_are_known() -> None:
    assert is_unit("hours")
    assert is_unit("Miles")
    assert not is_unit("boats")
