import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.words import all_stop_words, stems, stop_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor’s plan", ["the", "mayor's", "plan"]),
        ("l'homme d’État", ["l", "homme", "d", "état"]),
        ("O'Brien won't", ["o", "brien", "won't"]),
        ("1,200 homes at 5.6, by 12:30", ["1,200", "homes", "at", "5.6", "by", "12:30"]),
        ("F-16s (and_more)", ["f", "16s", "and", "more"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("東京都で", ["東京", "京都", "都で"]),
        ("2026年", ["2026", "年"]),
        ("", []),
    ],
)
def test_words_are_cut_as_a_reader_would(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_composed_and_decomposed_letters_are_the_same_word() -> None:
    assert words(unicodedata.normalize("NFD", "café")) == words("café")


def test_stems_of_different_endings_meet() -> None:
    assert stems("The protesters were marching") == stems("a protester marched")
    assert stems("die Häuser brannten", "de") == stems("das Haus brannte", "de")


def test_a_language_without_a_stemmer_keeps_its_endings() -> None:
    assert stems("東京都", "zh") == ["東京", "京都"]
    assert stems("odd words", "tlh") == ["odd", "words"]


def test_stop_words_of_an_unknown_language_are_none() -> None:
    assert stop_words("tlh") == frozenset()
    assert "the" in stop_words("en")


def test_every_listed_language_has_a_tag_and_enough_words() -> None:
    for tag, members in all_stop_words().items():
        assert tag.isalpha()
        assert len(tag) == 2
        assert len(members) > 30


@given(st.text(max_size=300))
def test_any_text_has_words_without_spaces(text: str) -> None:
    assert all(word and not any(mark.isspace() for mark in word) for word in words(text))
