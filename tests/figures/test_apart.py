import pytest

from digest.figures.apart import are_apart
from digest.figures.figure import Figure
from digest.figures.periods import are_of_other_times
from digest.figures.read import figures
from digest.figures.scopes import are_two_quantities, are_two_stages, parts
from digest.figures.sentence import Sentence


def first(text: str) -> Figure:
    return figures(Sentence(text))[0]


def apart(one: str, other: str) -> bool:
    """Whether the first figures of two sentences are, in whichever order they are asked."""
    forth, back = (first(one), first(other)), (first(other), first(one))
    found = are_apart(*forth)
    assert are_apart(*back) is found
    return found


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Forty miners are missing in the pit.", "Nine miners in the pit were killed.", True),
        ("Forty miners are missing in the pit.", "Nine miners in Aldon were trapped.", False),
        ("Forty tourists are missing in Aldon.", "Gunmen have kidnapped nine tourists.", False),
        ("The rebels freed nine hostages.", "Soldiers say 40 hostages were rescued.", False),
        ("The crash in Aldon injured nine.", "Doctors in Aldon treated 40 people.", False),
        ("Nine miners died in the pit.", "Nineteen cars sank in the pit.", True),
        ("Nine miners worked in the pit.", "Nineteen cars sank in the pit.", False),
        ("Nine miners died in the pit.", "There were 40 tourists in the pit.", True),
        ("Nine miners died in the pit.", "There were 40 miners in the pit.", False),
        ("Nine miners died in the pit.", "They later put it at 12.", True),
        ("Nine miners marched in Aldon.", "They later put it at 12.", False),
        ("Forty drones were shot down.", "There were 60 drones over Aldon.", False),
    ],
)
def test_what_became_of_them_sets_figures_apart(one: str, other: str, differ: bool) -> None:
    assert apart(one, other) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The rebels freed nine hostages.", "The army freed 40 prisoners.", True),
        ("The rebels freed nine hostages.", "The army knows of 40 freed hostages.", False),
        ("The raid on the camp killed nine soldiers.", "Twenty teachers died there.", True),
        ("The raid on the camp killed nine soldiers.", "Twenty rebels died there.", True),
        ("The raid on the camp killed nine soldiers.", "Twenty people died there.", False),
        ("A 34-year-old man was found in Aldon.", "A girl, 9, was found in Aldon.", True),
        ("A 34-year-old man was found in Aldon.", "A woman, 51, is in hospital.", True),
        ("A 14-year-old boy was found in Aldon.", "A woman, 51, is in hospital.", True),
        ("A 14-year-old boy was found in Aldon.", "A girl, 9, is in hospital.", True),
        ("A 34-year-old man was found in Aldon.", "A man, 35, was found in Aldon.", False),
        ("The suspect, 34, met the victim.", "The victim, 51, was found in Aldon.", True),
        ("The suspect, 34, met the victim.", "The suspect, 35, was found in Aldon.", False),
        ("The suspect, 34, met the victim.", "The teacher, 35, was found in Aldon.", False),
        ("A 12-storey hotel burned in Aldon.", "In Aldon, a nine-storey school burned.", True),
        ("A 12-storey hotel burned in Aldon.", "In Aldon, a nine-storey hotel burned.", False),
    ],
)
def test_figures_of_other_people_or_things_are_apart(one: str, other: str, differ: bool) -> None:
    assert apart(one, other) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Two of the boats sank in the bay.", "Four boats sank in the bay.", True),
        ("Two of the boats sank in the bay.", "Four of the boats sank in the bay.", False),
        ("Two of the sailors in the bay drowned.", "Four sailors in the bay drowned.", False),
        ("They paid $3 million of the price.", "They paid $5 million.", False),
        ("The last nine boats sank in the bay.", "Four boats sank in the bay.", True),
        ("The last nine boats sank in the bay.", "The last four boats sank there.", False),
        ("Sales of the mill fell by $3 million.", "Sales of the mill were $40 million.", True),
        ("Sales of the mill fell by $3 million.", "Sales of the mill fell by $4 million.", False),
        ("Rents rose by 3 percent.", "Rents went to 5 percent more.", False),
        ("The deposit on the house is $3,000.", "The house is $90,000.", True),
        ("The deposit on the house is $3,000.", "The deposit on the house is $9,000.", False),
        ("The deposit on the house is $3,000.", "The house deposit limit is $9,000.", False),
        ("He is held on bail of $800.", "He is held over a theft of $900.", True),
        ("He is held on bail of $800.", "He was granted bail of $900.", False),
    ],
)
def test_a_figure_of_a_part_is_apart_from_that_of_the_whole(
    one: str, other: str, differ: bool
) -> None:
    assert apart(one, other) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The rent of a one-room flat is $900.", "The rent of a two-room flat is $990.", True),
        ("The rent of a one-room flat is $900.", "A one-room flat has a rent of $990.", False),
        ("The mill cut its Model 3 by $20.", "The mill cut its Model Y by $30.", True),
        ("The mill cut its Model 3 by $20.", "Its Model 3 was cut by $30 at the mill.", False),
        ("Shares of the mill fell 4 percent.", "Shares there fell as much as 9 percent.", True),
        ("Shares of the mill fell 4 percent.", "Shares of the mill fell 9 percent then.", False),
        ("Rents rose 4 percent nationwide.", "Rents of flats rose 5 percent in Aldon.", True),
        ("Rents rose 4 percent nationwide.", "Nationwide it was 5 percent.", False),
        ("The train left at 9:40 GMT.", "The train to Ostrey left at 10:55 BST.", True),
        ("The train left at 9:40 GMT.", "The train to Ostrey left at 10:55 UTC.", True),
        ("The train left at 9:40 GMT.", "The train to Ostrey left at 10:55 GMT.", False),
        ("Nine sailors were among those hurt.", "Nineteen sailors were hurt in the bay.", True),
        ("Nine sailors were among those hurt.", "Of them 19 were among the injured.", False),
        ("The gale sank nine boats.", "A further 40 boats were sunk by the gale.", True),
        ("A further nine boats sank then.", "The gale sank an additional 40 boats.", False),
        ("The gale hurt nine sailors.", "A further 40 sailors were hurt by the gale.", False),
        ("Voss scored nine goals for the team.", "Odo Lamm had 12 goals for the team.", True),
        ("Voss scored nine goals for the team.", "Ida Voss had 12 goals for the team.", False),
        ("The gale could sink nine boats.", "In the gale 40 boats had gone down.", True),
        ("The gale could sink nine boats.", "In the gale 40 boats have now gone down.", False),
        ("The raid left nine soldiers dead.", "The raid killed 40 insurgents then.", True),
        ("Overall it is 4 percent for Voss.", "For women Voss has 5 percent.", True),
        ("The gale destroyed nine houses.", "The gale has damaged 40 houses there.", True),
        ("A ticket costs adults $9.", "The museum asks students for $12.", True),
        ("Ida Voss, 41, fell in the bay.", "Odo Lamm, 43, fell into the bay.", True),
        ("Ida Voss, 41, fell in the bay.", "Ida Voss, 43, fell into the bay.", False),
    ],
)
def test_figures_of_another_kind_of_one_thing_are_apart(one: str, other: str, differ: bool) -> None:
    assert apart(one, other) is differ


def test_a_sum_is_known_from_its_parts() -> None:
    whole = first("In all, 214 people were on the ferry to Ostrey.")
    passengers, crew = figures(Sentence("The ferry had 186 passengers and 28 crew in the bay."))
    assert are_apart(whole, passengers)
    assert are_apart(whole, crew)
    assert not are_apart(first("In all, 217 people were on the ferry to Ostrey."), passengers)


def test_a_number_follows_what_its_sentence_says_it_was() -> None:
    earlier, later = first("The mill had nine boats."), first("It has 14 now, up from nine.")
    assert later.follows(earlier)
    assert earlier.follows(later)
    assert later.compares_with(earlier)
    assert not are_apart(earlier, later)
    assert not later.follows(first("The mill had eight boats."))
    assert not first("It fell by 14 from nine.").follows(earlier)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Core prices rose", "core"),
        ("Food prices rose", "food"),
        ("Young voters want it", "young"),
        ("A dose costs that", "dose"),
        ("Operating costs rose", "operating"),
        ("Its mining arm lost that", "unit"),
        ("Streaming brought that", "line"),
        ("Public-sector rents rose", "public"),
        ("Privately owned ships sank", "private"),
        ("Outside the capital rents rose", "outside"),
        ("In adjoining towns it rose", "neighbour"),
        ("An aftershock struck", "aftershock"),
        ("In a separate fire it burned", "separate"),
        ("In Aldon alone it burned", "alone"),
        ("The ferry is licensed for that", "able"),
        ("The limit is that", "limit"),
        ("The deposit is that", "deposit"),
        ("Economists had thought of that", "forecast"),
        ("It costs that over the next two years", "span"),
        ("Taken altogether it is that", "together"),
        ("Some spoke against it", "against"),
        ("The deficit grew", "deficit"),
        ("Gusts felled trees", "gust"),
    ],
)
def test_a_clause_says_of_what_part_it_speaks(text: str, part: str) -> None:
    assert parts(text, text) == {part}


def test_some_parts_are_told_by_the_whole_sentence() -> None:
    whole = "Core prices rose, and the mill gave a deposit"
    assert parts("and rents fell", whole) == {"core"}
    assert parts("It rose in Aldon", "It rose in Aldon") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("The union wants that", "The union was offered that", True),
        ("The union wants that", "The union demands that", False),
        ("The mayor proposed that", "The council approved that", True),
        ("The mayor proposed that", "The council was to approve the proposed sum", False),
        ("Voss is accused of that", "Voss was convicted of that", True),
        ("Voss is accused of that", "Voss is charged with that", False),
        ("Ostrey won that", "Ostrey lost that", True),
        ("Ostrey won that", "Ostrey is winning that", False),
        ("The siege began then", "The siege ended then", True),
        ("The siege began then", "The siege started then", False),
        ("The siege began and ended then", "The siege ended then", False),
    ],
)
def test_what_was_asked_is_not_what_came_of_it(one: str, other: str, are: bool) -> None:
    assert are_two_stages(one, other) is are
    assert are_two_stages(other, one) is are


QUANTITIES = (
    "profit", "revenue", "orders", "dividend", "debt", "imports", "exports", "fine", "wages",
    "inflation", "unemployment", "turnout",
)  # fmt: skip


@pytest.mark.parametrize("one", QUANTITIES)
def test_each_quantity_is_apart_from_all_others(one: str) -> None:
    told = f"The {one} rose"
    others = [each for each in QUANTITIES if are_two_quantities(told, f"The {each} fell")]
    assert others == [each for each in QUANTITIES if each != one]


def test_a_quantity_is_not_apart_from_what_names_none_or_both() -> None:
    assert not are_two_quantities("The profit rose", "It fell")
    assert not are_two_quantities("The profit rose", "Profit and revenue fell")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The union wants 9 percent more.", "The union was offered 4 percent more.", True),
        ("The union wants 9 percent more.", "The union seeks 4 percent more.", False),
        ("Sales at the Aldon mill were $9 million.", "The mill paid dividends of $1,000.", True),
        ("Sales at the Aldon mill were $9 million.", "Turnover of the mill is $8 million.", False),
    ],
)
def test_stages_and_quantities_set_figures_apart(one: str, other: str, differ: bool) -> None:
    assert apart(one, other) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The third fire burned 5 acres.", "The ninth fire burned 9 acres.", True),
        ("The third fire burned 5 acres.", "The third fire burned 9 acres.", False),
        ("Fire broke out on the 3rd floor.", "Fire broke out on the 9th floor.", False),
        ("Rents in May were $300.", "Rents in June were $500.", True),
        ("Rents in May were $300.", "Rents in May were $500.", False),
        ("Talks resume on 4 May.", "Talks resume on 4 June.", False),
        ("In May the port opens at 9 am.", "In June the port opens at 11 am.", False),
        ("There were 40 storms a year earlier.", "There were 30 storms.", True),
        ("There were 40 storms a year earlier.", "There were 30 storms a year ago.", False),
        ("Rents of flats fell 9 percent from the previous month.", "Rents fell 7 percent.", False),
        ("The mill made $3 million in 2021.", "The mill made $5 million in 2022.", True),
        ("The mill made $3 million in 2021.", "In 2021 the mill made $5 million.", False),
        ("The mill cut 30 jobs this year.", "The mill cut 50 jobs last year.", True),
        ("The mill cut 30 jobs this year.", "The mill cut 50 jobs this year.", False),
        ("The Senate passed it by 61 to 38.", "The House passed it by 212 to 190.", True),
        ("The Senate passed it by 61 to 38.", "The Senate approved it by 62 to 38.", False),
        ("The storm felled 30 trees on Monday.", "The storm felled 50 trees on Tuesday.", True),
        ("On Monday, the storm felled 30 trees.", "It felled 50 trees on Tuesday.", True),
        ("On Monday a storm came, and 30 trees fell.", "It felled 50 trees on Tuesday.", True),
        ("The storm felled 30 trees on Monday.", "The storm felled 50 trees on Monday.", False),
        ("It felled 30 trees on Monday.", "By now it felled 50 trees on Tuesday.", False),
        ("She lost 5 percent in 3 weeks.", "She lost 9 percent in 5 weeks.", True),
        ("She lost 5 percent in 3 weeks.", "She lost 9 percent in 3 weeks.", False),
        ("She lost 5 percent in 3 weeks.", "She lost 9 percent.", False),
        ("It lasted 3 weeks, or 4 weeks.", "It lasted 9 weeks, or 2 weeks.", False),
        ("A Harrow poll put her at 41 percent.", "A Fennel poll put her at 47 percent.", True),
        ("A Harrow poll put her at 41 percent.", "A Harrow poll put her at 47 percent.", False),
        ("A Harrow poll asked 900 voters.", "A Fennel poll asked 800 voters.", False),
        ("Harrow found 41 percent of it sold.", "Fennel found 47 percent of it sold.", False),
    ],
)
def test_figures_of_other_times_are_apart(one: str, other: str, differ: bool) -> None:
    assert are_of_other_times(first(one), first(other)) is differ
    assert apart(one, other) or not differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("It has 52 percent in Aldon.", "It has 40 percent in Merrow.", True),
        ("It has 52 percent in Aldon.", "It has 40 percent in Aldon.", False),
        ("It has 52 percent in Aldon.", "In Aldon and in Merrow it has 40 percent.", False),
        ("Floods hit 300 homes in West Aldon.", "Floods hit 900 homes in Aldon.", True),
        ("Floods hit 900 homes in West Aldon.", "Floods hit 300 homes in Aldon.", False),
    ],
)
def test_figures_of_other_places_are_apart(one: str, other: str, differ: bool) -> None:
    assert apart(one, other) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The dam cost $3 million.", "The dam cost $5 million, its gate $3 million.", True),
        ("The dam cost $3 million.", "The dam cost $5 million, its gate $2 million.", False),
        ("The dam cost $3 million.", "The dam cost $5 million, up from $3 million.", False),
        ("Storms sank nine ships.", "Storms sank six ships and three barges.", True),
        ("Storms sank nine ships.", "Storms sank six ships and four barges.", False),
    ],
)
def test_a_number_that_the_other_sentence_knows_is_apart(
    one: str, other: str, differ: bool
) -> None:
    assert apart(one, other) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Wheat in Aldon has a price of $300.", "Corn in Aldon has a price of $200.", True),
        ("Wheat in Aldon has a price of $300.", "Wheat in Aldon has a price of $200.", False),
        ("The pilot was paid $3 million.", "The mayor was paid $1 million.", False),
        ("The fire on the pier burned 5 acres.", "The fire on the hill burned 9 acres.", True),
        ("The fire on the pier burned 5 acres.", "A fire on a hill in Merrow took 9 acres.", False),
        ("A vote on the old port is at 9 am.", "A vote on the mill road is at 11 am.", True),
        ("A vote on the old port is at 9 am.", "The vote on the old port is at 11 am.", False),
    ],
)
def test_figures_of_sentences_alike_but_for_a_word_are_apart(
    one: str, other: str, differ: bool
) -> None:
    assert apart(one, other) is differ
