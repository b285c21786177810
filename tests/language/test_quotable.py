import time

import pytest

from digest.language import quotable
from digest.language.quotable import is_whole, without_dateline
from digest.language.words import words


def is_furniture(sentence: str) -> bool:
    return quotable.is_furniture(sentence, words(sentence))


def leans(sentence: str, language: str = "en", *, opens: bool = False) -> bool:
    return quotable.leans(sentence, words(sentence), language, opens=opens)


def speaks_of_itself(sentence: str) -> bool:
    return quotable.speaks_of_itself(sentence, words(sentence))


def is_coloured(sentence: str) -> bool:
    return quotable.is_coloured(sentence, words(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The river rose.",
        "“We lost it all,” Ida Voss said.",
        'He called it "a disgrace."',
        "12 people were hurt.",
        "L’eau monte.",
        "政府开放了两所学校。",
        "¿Quién ganó?",
    ],
)
def test_a_whole_sentence_begins_and_ends(sentence: str) -> None:
    assert is_whole(sentence)


@pytest.mark.parametrize(
    "piece",
    [
        "",
        "...",
        "The river, seen on",
        "and then it rose.",
        "“We lost it all.",
        "It rose (see the map.",
        "A house on the river .",
        "The mayor said:",
    ],
)
def test_half_a_sentence_is_not_whole(piece: str) -> None:
    assert not is_whole(piece)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter.",
        "Read more: the flood in pictures.",
        "By Ines Aldous and Tom Reed.",
        "Associated Press writer Ines Aldous contributed to this report.",
        "Rescued: Firefighters carry a dog from a flooded house.",
        "Ida Voss (left) at the bridge in Harland on Monday.",
        "© 2026 The Harland Post. All rights reserved.",
        "Abonnieren Sie unseren Newsletter.",
    ],
)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said: “The river will rise.”",
        "By Monday the river had risen by two metres.",
        "The county reads the gauges every hour.",
    ],
)
def test_the_text_is_not_furniture(sentence: str) -> None:
    assert not is_furniture(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "He said the river would rise.",
        "But the river rose.",
        "The company did not answer.",
        "“We lost it all,” she said.",
        "After the vote he left the hall.",
        "That was the worst of it.",
    ],
)
def test_a_sentence_that_points_back_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Voss said she would stay.",
        "A mayor who lost his house spoke on Monday.",
        "The river Tarn rose.",
        "Harland lost its bridge.",
    ],
)
def test_a_sentence_that_names_what_it_speaks_of_stands_alone(sentence: str) -> None:
    assert not leans(sentence)


def test_the_first_sentence_may_introduce_the_plan() -> None:
    assert leans("The plan was dropped on Monday.")
    assert not leans("The plan was dropped on Monday.", opens=True)
    assert not leans("The plan to move the bridge was dropped on Monday.")
    assert leans("He was dropped on Monday.", opens=True)


def test_leaning_words_are_those_of_the_language() -> None:
    assert leans("Er kam am Montag.", "de")
    assert not leans("Er kam am Montag.", "en")


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("(CNN) A storm struck.", "A storm struck."),
        ("(CNN) -- A storm struck.", "A storm struck."),
        ("WASHINGTON (AP) — The court ruled.", "The court ruled."),
        ("LONDON, Nov. 3 (Reuters) - The pound fell.", "The pound fell."),
        ("MINNEAPOLIS—The governor spoke.", "The governor spoke."),
        ("NATO met on Monday.", "NATO met on Monday."),
        ("The river (below) rose.", "The river (below) rose."),
    ],
)
def test_a_dateline_is_taken_off(sentence: str, plain: str) -> None:
    assert without_dateline(sentence) == plain


def test_quoted_persons_may_say_i() -> None:
    assert speaks_of_itself("I think that is wrong.")
    assert speaks_of_itself("What now?")
    assert not speaks_of_itself("“I think that is wrong,” Ida Voss said.")


def test_words_may_be_contracted() -> None:
    assert speaks_of_itself("I’m sure that is wrong.")
    assert leans("After the vote she'd left the hall.")
    assert is_furniture("The copyright’s owner is the county.")


def test_quoted_persons_may_judge() -> None:
    assert is_coloured("The so-called plan was dropped on Monday.")
    assert not is_coloured("“An absurd plan,” Ida Voss called it.")


@pytest.mark.parametrize("piece", ["A", "A ", "'a", "A: ", "“", "Read ", "(left", "A.", "he "])
def test_long_lines_take_time_in_proportion(piece: str) -> None:
    line = piece * (20_000 // len(piece))
    start = time.process_time()
    without_dateline(line)
    is_whole(line)
    is_furniture(line)
    leans(line)
    speaks_of_itself(line)
    assert time.process_time() - start < 0.5
