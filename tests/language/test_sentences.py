import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from digest.language.sentences import sentences

CASES = Path(__file__).parent.parent / "data" / "sentences"


def cases() -> Iterator[tuple[str, list[str]]]:
    """Each: the language, and a paragraph's sentences, one a line in the file."""
    for file in sorted(CASES.glob("*.txt")):
        for case in file.read_text(encoding="utf-8").strip().split("\n\n"):
            yield file.stem, case.split("\n")


def paragraph(language: str, whole: list[str]) -> str:
    return ("" if language in {"ja", "zh"} else " ").join(whole)


def test_hard_cases_are_right_in_97_of_100() -> None:
    wrong = [
        (language, found)
        for language, whole in cases()
        if (found := sentences(paragraph(language, whole), language)) != whole
    ]
    total = sum(1 for _ in cases())
    assert total >= 180
    assert len(wrong) <= 0.03 * total, wrong


@pytest.mark.parametrize("language", ["en", "xx", "", "pt-br"])
def test_every_sentence_is_a_piece_of_the_paragraph_and_none_is_lost(language: str) -> None:
    text = 'One  two. "Three," he said. (Four.) Five D-N.Y. and\n six? Seven " eight! Nine'
    found = sentences(text, language)
    places = [text.index(sentence) for sentence in found]
    assert all(a < b for a, b in pairwise(places))
    assert "".join("".join(found).split()) == "".join(text.split())


def test_nothing_has_no_sentences() -> None:
    assert sentences("") == []
    assert sentences(" \n ") == []


@pytest.mark.parametrize(
    "piece", ["“", "\"“(' ", "« a. »", "a. ", "1. ", "1.", "(“a.” ", "Aa. B", "p.m. ", "?"]
)
def test_a_long_paragraph_takes_time_in_proportion(piece: str) -> None:
    start = time.process_time()
    sentences(piece * (100_000 // len(piece)))
    assert time.process_time() - start < 3


def test_a_quotation_that_is_never_closed_swallows_nothing() -> None:
    text = "He said: “It began. " + "The council met again on Monday. " * 30
    assert len(sentences(text)) > 25


def test_an_opening_quote_stays_with_what_it_opens() -> None:
    assert sentences('There were cheats. "We tested all of them," he said.') == [
        "There were cheats.",
        '"We tested all of them," he said.',
    ]
