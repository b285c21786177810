import pytest

from digest.figures.figure import Figure
from digest.figures.odds import LEAST, WEIGHTS, evidence, odds
from digest.figures.read import figures
from digest.figures.sentence import Sentence


def first(text: str) -> Figure:
    return figures(Sentence(text))[0]


def found(name: str, one: str, other: str) -> float:
    """One piece of the evidence of the first figures of two sentences, whichever comes first."""
    forth, back = evidence(first(one), first(other)), evidence(first(other), first(one))
    assert forth == pytest.approx(back)
    return forth.get(name, 0)


MILL = "The mill in Aldon sold 40 boats."


@pytest.mark.parametrize(
    ("name", "one", "other", "without"),
    [
        ("terms shared", MILL, "The mill sold 30 boats.", "There were 30."),
        ("names shared", MILL, "In Aldon there were 30 ships.", "There were 30 ships."),
        ("names strange", MILL, "There were 30 ships.", "In Aldon there were 30 ships."),
        ("names strange to both", MILL, "The mill in Merrow sold 30.", "The mill sold 30."),
        ("same day", "By Monday, 40 came.", "It was Monday when 30 came.", "Thirty came."),
        ("other day", "By Monday, 40 came.", "It was Friday when 30 came.", "Thirty came."),
        ("year of one", MILL, "In 2021 it sold 30 boats.", "It sold 30 boats."),
        ("changed", MILL, "It has now sold 30 boats.", "It sold 30 boats."),
        ("revised", MILL, "It sold 30 boats, by revised figures.", "It sold 30 boats."),
        ("clause shared, most", MILL, "The mill sold 30.", "The smith made 30."),
        ("clause shared, least", MILL, "The Aldon mill sold 30 boats.", "The smith made 30."),
        ("same head", MILL, "There were 30 ships.", "There were 30 houses."),
        ("other head", MILL, "There were 30 houses.", "There were 30 ships."),
        ("same role", "Nine people died.", "The fire killed 12.", "The fire injured 12."),
        ("other speakers", f"Police said {MILL}", "The union said it sold 30.", "It sold 30."),
        ("kind of one", MILL, "It sold 30 wooden boats.", "It sold 30 boats."),
        ("same marks", "It may sell 40.", "It could sell 30.", "It sold 30."),
        ("only one wanted", MILL, "It wants 30 boats.", "It sold 30 boats."),
        ("only one whole", MILL, "Nationwide, 30 boats sank.", "It sold 30 boats."),
        ("share", "It rose 5 percent.", "It rose 3 percent.", ""),
        ("persons", "Nine people died.", "There were 12 miners.", "There were 12 boats."),
        ("near", MILL, "It sold 38 boats.", "It sold 30 boats."),
        ("middling", MILL, "It sold 30 boats.", "It sold 38 boats."),
        ("far", MILL, "It sold 4,000 boats.", "It sold 30 boats."),
    ],
)
def test_each_piece_of_evidence_is_found(name: str, one: str, other: str, without: str) -> None:
    assert name in WEIGHTS
    assert found(name, one, other) > 0
    assert not without or found(name, one, without) < found(name, one, other)


def test_two_first_figures_are_sooner_of_one_thing_than_a_first_and_a_second() -> None:
    both = figures(Sentence("The mill sold 30 boats, and made 12 sails."))
    assert [evidence(first(MILL), each)["both first"] for each in both] == [True, False]


def test_numbers_that_stand_beside_the_same_numbers_are_sooner_of_one_thing() -> None:
    one = first("The fire killed nine people and destroyed 12 homes.")
    told = {
        homes: evidence(one, first(f"The fire killed eight people and destroyed {homes} homes."))
        for homes in (12, 13)
    }
    assert [each["other numbers alike"] for each in told.values()] == [1, 0]


def test_every_weight_has_its_evidence() -> None:
    told = evidence(first(MILL), first("It sold 38 boats."))
    assert {""} | told.keys() >= WEIGHTS.keys()


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("The vote is on 2 January.", "The vote is on 1 February.", 1),
        ("The vote is on 4 May.", "The vote is on 11 September.", 0),
        ("The port opens in 2031.", "The port opens in 2033.", 1),
        ("The port opens in 2031.", "The port opens in 2041.", 0),
        ("The port opens at 1 am.", "The port opens at 3 am.", 1),
        ("The port opens at 9 am.", "The port opens at 5 pm.", 0),
        ("It passed by 61 to 38.", "It passed by 61 to 39.", 1),
        ("It passed by 61 to 38.", "It passed by 52 to 47.", 0),
    ],
)
def test_times_and_votes_are_near_in_their_own_ways(one: str, other: str, near: float) -> None:
    assert found("near", one, other) == near


def test_names_are_neither_near_nor_far() -> None:
    told = evidence(first("Ida Voss was named mayor."), first("Per Holt was named mayor."))
    assert {"near", "middling", "far"}.isdisjoint(told)


def test_odds_are_the_sum_of_the_weights_of_what_is_found() -> None:
    one, other = first(MILL), first("It wants 4,000 wooden ships.")
    told = evidence(one, other)
    assert odds(one, other) == pytest.approx(
        WEIGHTS[""] + sum(weight * told.get(name, 0) for name, weight in WEIGHTS.items())
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry fire at Ostrey killed nine people.", "The fire on Ostrey's ferry killed 11."),
        ("The dam in Aldon cost $3 million.", "Officials said the Aldon dam cost $4 million."),
        ("The talks on the river treaty resume on 4 May.", "River treaty talks resume on 11 May."),
    ],
)
def test_figures_of_one_thing_are_likely_so(one: str, other: str) -> None:
    assert odds(first(one), first(other)) > LEAST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry fire off Ostrey killed three people.", "A crash in Merrow left 40 injured."),
        ("The dam in Aldon cost $3 million.", "Per Holt sold the Merrow paper for $90."),
        ("Ida Voss was named mayor of Aldon.", "Per Holt was elected head of a bank."),
        ("The talks on the river treaty resume on 4 May.", "The match is on 9 December."),
    ],
)
def test_figures_of_two_things_are_not(one: str, other: str) -> None:
    assert odds(first(one), first(other)) < LEAST
