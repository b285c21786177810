import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.names import in_capitals, names, numbers, quotations


def test_names_are_runs_of_capitals() -> None:
    text = "In Aldermouth the mayor, Edna Pickering, met Ursula van der Berg of the Port Authority."
    assert names(text) == [
        "Aldermouth",
        "Edna Pickering",
        "Ursula van der Berg of the Port Authority",
    ]


def test_a_word_that_only_opens_a_sentence_is_no_name() -> None:
    assert names("Yesterday it rained. Nobody minded. “Never,” he said: Nothing.") == []


def test_a_genitive_names_its_owner() -> None:
    assert names("it was Pickering’s plan") == ["Pickering"]


def test_names_are_found_in_other_alphabets() -> None:
    assert names("в городе Москва") == ["Москва"]


@pytest.mark.parametrize(
    ("figure", "read"),
    [("1,200", "1200"), ("1.200.000", "1200000"), ("5.6", "5.6"), ("3,5", "3.5"), ("2026", "2026")],
)
def test_numbers_are_read_without_separators(figure: str, read: str) -> None:
    assert numbers(f"some {figure} of them") == [read]


def test_headline_capitals_are_noticed() -> None:
    assert in_capitals("Mayor Closes Old Bridge After Cracks")
    assert not in_capitals("Mayor closes old bridge after cracks")
    assert not in_capitals("")


def test_quotations_lose_their_marks() -> None:
    assert quotations("He said “we will not go” and „wir bleiben hier“.") == [
        "we will not go",
        "wir bleiben hier",
    ]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(name[0].isupper() for name in names(text))
    numbers(text)
    quotations(text)
