import pytest

from digest.compare.figures import figures
from digest.compare.measures import measures
from digest.compare.sentence import Sentence
from digest.language.numerals import numerals


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("It cost $1.2 billion.", "dollar", 1.2e9),
        ("It cost 1.2bn euros.", "euro", 1.2e9),
        ("It cost £40m.", "pound", 4e7),
        ("It cost €2.1mn.", "euro", 2.1e6),
        ("It fell to $0.9998.", "dollar", 0.9998),
        ("Turnout was 58 per cent.", "share", 58),
        ("The tax rises by 2 percentage points.", "points", 2),
        ("The siege lasted three weeks.", "time", 21 * 86_400),
        ("It took half an hour.", "time", 1_800),
        ("It took 4 minutes and 48 seconds.", "time", 288),
        ("He got 22 and a half years.", "time", 22.5 * 31_557_600),
        ("It is 6 miles away.", "length", 6 * 1_609.344),
        ("The fire burned 10 hectares.", "area", 100_000),
        ("Gusts reached 100 mph.", "speed", 160.9344),
        ("It was 50 degrees Fahrenheit.", "degrees", 10),
        ("They found 7 tonnes of it.", "weight", 7_000),
        ("A magnitude 6.4 earthquake struck.", "magnitude", 6.4),
        ("A 34-year-old man was hurt.", "age", 34),
        ("Ida Voss, 34, was hurt.", "age", 34),
        ("The vote is on 12 March.", "date", 312),
        ("The vote is set for March 12.", "date", 312),
        ("The bill passed by 61 votes to 38.", "vote", 61_038),
        ("The bill passed in a 252-175 vote.", "vote", 252_175),
    ],
)
def test_each_measure_is_brought_to_one_unit(text: str, dimension: str, value: float) -> None:
    (found,) = measures(text)
    assert (found.dimension, found.number.value) == (dimension, pytest.approx(value))


@pytest.mark.parametrize(
    "text",
    [
        "It cost between $3 million and $5 million.",
        "Prices went up from 5 to 7 percent of income in the range of 3-4 percent.",
        "He called her 24/7 on flight 370 in 1987.",
        "It was worth that much.",
    ],
)
def test_ranges_and_names_are_no_figures(text: str) -> None:
    assert [
        each.number.text for each in figures(Sentence(text)) if each.dimension == "dollar"
    ] == []
    assert not any(each.dimension.startswith("count") for each in figures(Sentence(text)))


def are_of_one_thing(one: str, other: str) -> bool:
    return any(a.is_of(b) for a in figures(Sentence(one)) for b in figures(Sentence(other)))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The dam cost $3 million.", "Officials said the dam cost $5 million.", True),
        ("The dam cost $3 million.", "The bridge cost $5 million.", False),
        ("The dam cost $3 million.", "The dam could cost $5 million.", False),
        ("The dam cost $3 million.", "The dam cost 5 million euros.", False),
        ("Rents in Aldon rose 3 percent.", "Rents in Merrow rose 5 percent.", False),
        ("Rents in May rose 3 percent.", "Rents in June rose 5 percent.", False),
        ("Ida Voss was named mayor.", "Per Holt was named mayor.", True),
        ("Ida Voss was named mayor.", "Per Holt was named judge.", False),
        ("The plane fell near Belk.", "The plane fell near Rusk.", True),
        ("The loss is $3 million.", "The loss is $5 million, up from $3 million.", True),
        ("Wages rose 5 percent.", "Public wages rose 7 percent.", False),
        ("Teachers earn $900.", "Teachers in Merrow earn $700.", False),
        ("The pilot was paid $3 million.", "The co-pilot was paid $1 million.", False),
        ("The third fire burned 5 acres.", "The ninth fire burned 9 acres.", False),
        ("The fire on the pier burned 5 acres.", "The fire on the hill burned 9 acres.", False),
        ("Dorn said its sales rose 5 percent.", "Hell said its sales rose 9 percent.", False),
        ("Ida Voss, 34, was hurt.", "Per Holt, 51, was hurt.", False),
        ("She lost 5 percent in 3 weeks.", "She lost 9 percent in 5 weeks.", False),
        ("The dam will cost $3 million.", "The dam cost $5 million.", False),
        ("Police found $3 million in the barn.", "A barn is where $5 million was found.", True),
        ("Officials counted 40 wolves there.", "A group counted 90 wolves there.", True),
        ("Sales of the pill rose 5 percent.", "Sales of the pill rose 9 percent, it said.", True),
    ],
)
def test_what_tells_figures_of_one_thing_from_others(one: str, other: str, same: bool) -> None:
    assert are_of_one_thing(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Over 5,000 fans came.", "Some 5,400 fans came.", True),
        ("More than 100 fans came.", "A total of 118 fans came.", True),
        ("At least 30 fans came.", "A total of 34 fans came.", True),
        ("At least 3,000 fans came.", "Roughly 12,000 fans came.", False),
        ("Nearly 100 fans came.", "Eighty fans came.", False),
        ("No more than 19 fans came.", "A total of 24 fans came.", False),
        ("Some 2.1mn fans came.", "A total of 2,100,000 fans came.", True),
    ],
)
def test_a_number_and_a_bound_that_it_keeps_do_not_differ(one: str, other: str, same: bool) -> None:
    (first,), (second,) = numerals(one), numerals(other)
    assert first.agrees(second) is same


def test_a_length_in_another_unit_is_the_same_length() -> None:
    (one,), (other,) = measures("It is 57 kilometres long."), measures("It is 35 miles long.")
    assert one.number.agrees(other.number)
