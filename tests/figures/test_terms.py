import pytest

from digest.figures.terms import in_order, is_listed, term, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a lorry", "two trucks"),
        ("a cargo ship", "freighters"),
        ("unaccounted for", "missing"),
        ("the United States", "U.S."),
        ("a ferry", "the ferries"),
        ("a warplane", "fighter jets"),
    ],
)
def test_words_for_the_same_thing_are_one_term(one: str, other: str) -> None:
    assert len(terms(one)) == 1
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("fighter jet", "jet"), ("cargo ship", "ship"), ("prison", "prisoner"), ("Ostrey", "Aldon")],
)
def test_words_for_two_things_are_two_terms(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_the_longest_phrase_is_read_first() -> None:
    text = "A lorry hit the cargo ship off Ostrey"
    assert [(text[each.start : each.end], each.name) for each in in_order(text)] == [
        ("lorry", "truck"),
        ("hit", "hit"),
        ("cargo ship", "freighter"),
        ("Ostrey", "ostrey"),
    ]


def test_what_says_nothing_of_a_figure_is_no_term() -> None:
    assert terms("The mayor said on Monday that about 40 percent were at the harbour") == {
        "mayor",
        "harbour",
    }


@pytest.mark.parametrize("text", ["", "1,200", "the 3rd", "and the of", "“…”"])
def test_numbers_and_grammar_are_no_terms(text: str) -> None:
    assert terms(text) == frozenset()
    assert term(text) == ""


def test_a_word_is_called_by_the_plainest_for_it() -> None:
    assert term("lorries") == "truck"
    assert term("villagers") == term("residents")


def test_no_name_is_listed() -> None:
    assert is_listed("Freighter")
    assert is_listed("ships")
    assert not is_listed("Ostrey")
