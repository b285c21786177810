import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.figures.figure import Figure
from digest.figures.read import figures
from digest.figures.sentence import Sentence


def read(text: str) -> list[Figure]:
    return figures(Sentence(text))


def only(text: str) -> Figure:
    (figure,) = read(text)
    return figure


@pytest.mark.parametrize(
    "text",
    [
        "It cost between $3 million and $5 million.",
        "Prices went up from 5 to 7 percent of income in the range of 3-4 percent.",
        "He called her 24/7 on flight 370 in 1987.",
        "Some 30 or 40 boats came.",
        "Five or six boats came, or five to seven.",
        "Week 11 was cited in Article 5.",
        "It was worth that much.",
        "",
    ],
)
def test_ranges_and_names_are_no_figures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "dimension", "label"),
    [
        ("The port has 40 old wooden boats.", "count", "old wooden boats"),
        ("The port has 40 US ships.", "count", "US ships"),
        ("The port has 40 troops.", "person", "troops"),
        ("Forty of its boats are new.", "count", "boats"),
        ("The number of boats rose to 40.", "count", "boats"),
        ("The port has 40 old and wooden boats.", "count", "old wooden boats"),
        ("The port has 40 big old red wooden oak sailing boats.", "bare", ""),
        ("That made 40 the number of boats.", "count", "boats"),
        ("Arrivals of tourists climbed to 4,000.", "count", "arrivals"),
        ("The death toll rose to nine.", "person", ""),
        ("The port has 40.", "bare", ""),
        ("The dam cost $3 million.", "dollar", ""),
    ],
)
def test_a_number_is_read_with_what_it_counts(text: str, dimension: str, label: str) -> None:
    found = only(text)
    assert (found.dimension, found.label) == (dimension, label)


@pytest.mark.parametrize(
    ("text", "dimension", "name"),
    [
        ("Ida Voss was named mayor of Aldon.", "who", "Ida Voss"),
        ("The council appointed Ida Voss as harbour master.", "who", "Ida Voss"),
        ("Police identified the driver of the van as Per Holt.", "who", "Per Holt"),
        ("The plane fell near Belk.", "where", "Belk"),
        ("The plane fell in the village of Belk.", "where", "Belk"),
    ],
)
def test_a_name_given_to_somebody_is_a_figure(text: str, dimension: str, name: str) -> None:
    found = only(text)
    assert (found.dimension, found.number.text) == (dimension, name)


WORDS = st.sampled_from(
    ["the", "12", "$3", "1,200", "9:40", "of", "and", "“", ".", ",", ";", "killed", "people", "who",
     "Aldon", "said", "on", "4", "May", "percent", "to", "from"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_is_read_in_order(text: str) -> None:
    starts = [each.number.start for each in read(text)]
    assert starts == sorted(starts)
    assert all(each.said.text[each.number.start : each.number.end] for each in read(text))


def test_a_day_is_no_place() -> None:
    assert read("The plane fell near Sunday noon, off May.") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ida Voss was named mayor.", "Mayor Voss was elected.", True),
        ("Ida Voss was named mayor.", "Per Holt was named mayor.", False),
        ("Ida Voss was named mayor.", "The mayor has 40 boats.", False),
    ],
)
def test_a_name_agrees_with_the_same_in_short(one: str, other: str, same: bool) -> None:
    assert only(one).agrees(only(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It opens at 9:40 am.", "It opens at 9:50 am.", True),
        ("It opens at 9:40 am.", "It opens at 10:50 am.", False),
    ],
)
def test_hours_agree_within_a_quarter(one: str, other: str, same: bool) -> None:
    assert only(one).agrees(only(other)) is same


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The suspect, 41, was held.", "suspect"),
        ("A 41-year-old former teacher from Aldon was held.", "teacher"),
        ("A 12-storey hotel burned.", "hotel"),
        ("The port has 40 wooden boats.", "ship"),
    ],
)
def test_a_figure_knows_of_what_or_whom_it_is(text: str, head: str) -> None:
    assert only(text).head == head


def test_what_was_before_is_marked_and_no_other_figure_of_what_is() -> None:
    now, before = read("The price is $5, compared with $3 a year ago.")
    assert (now.is_earlier, before.is_earlier) == (False, True)
    assert (now.others, [kind for kind, _ in before.others]) == ((), ["dollar"])


def test_of_several_ages_none_is_a_count() -> None:
    assert "count" not in [each.dimension for each in read("Two men aged 45 and 38 were found.")]


def test_a_whole_is_known_from_its_part() -> None:
    part, whole = read("Forty of the 90 rooms are taken.")
    assert (part.is_of_all, whole.is_of_all) == (False, True)
    assert (part.is_first, whole.is_first) == (True, False)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Some 40 boats are expected.", "expected"),
        ("The port could lose 40 boats.", "possible"),
        ("The port wants 40 boats.", "wanted"),
        ("The port will have 40 boats.", "future"),
        ("The port sells 40 boats a day.", "rate"),
        ("The port sold 40 boats last year.", "past"),
        ("In 2021 there were 40 boats.", "past"),
        ("Trade was 40 million crowns over the same month.", "past"),
        ("The port has 40 other boats.", "more"),
        ("The port has never had 40 boats.", "not"),
        ("Nationwide there are 40 boats.", "whole"),
        ("Among them are 40 boats.", "among"),
        ("It was a record 40 boats.", "record"),
        ("Trade fell by 40 percent.", "change"),
    ],
)
def test_a_figure_is_marked_by_the_statement_it_is_in(text: str, mark: str) -> None:
    assert only(text).marks == {mark}


def test_a_plain_statement_has_no_mark() -> None:
    assert only("The port has 40 boats.").marks == frozenset()


def test_a_figure_keeps_to_its_clause() -> None:
    boats, tugs = read("The port has 40 boats, and the town will buy 50 tugs.")
    assert not boats.marks
    assert tugs.marks == {"future"}
    assert boats.near == {"harbour", "ship"}
    assert "ship" not in tugs.near


def test_a_place_right_behind_a_figure_is_attached_to_it() -> None:
    assert only("Support is at 52 percent in West Aldon.").attached == {"west", "aldon"}
    assert only("Support in West Aldon is at 52 percent.").attached == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ("The port has 40 boats.", "The port has 31 ships.", True),
        ("The port has 40 boats.", "There were 31 sailors.", True),
        ("There were 40.", "There were 31 sailors.", True),
        ("There were 40.", "There were 31.", False),
        ("There were 40.", "There were 31 boats.", False),
        ("The dam cost $40.", "The dam cost 31 euros.", False),
    ],
)
def test_only_figures_of_one_dimension_are_compared(one: str, other: str, can: bool) -> None:
    assert only(one).compares_with(only(other)) is can
