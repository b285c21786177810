import pytest

from digest.figures.figure import Figure
from digest.figures.read import figures
from digest.figures.sentence import Sentence
from digest.figures.speakers import names_speaker, speaker, without_speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor said 12 people had died.", "mayor"),
        ("Twelve or 12 people had died, the ministry said.", "ministry"),
        ("Some 12 people had died, according to Merrow police.", "Merrow police"),
        ("Some 12 people had died, harbour officials said Tuesday.", "harbour officials"),
        ("Some 12 people had died, Aldon's fire service said on Monday.", "Aldon's fire service"),
        ("The interior ministry put the toll at 12.", "interior ministry"),
        ("Aldon police gave the number of the dead as 12.", "Aldon police"),
        ("Harbour officials have confirmed 12 deaths.", "Harbour officials"),
        ("The bank cut its forecast to 12 percent.", "bank"),
        ("But the ministry claimed that 12 people had died.", "ministry"),
        ("In Ostrey, officials said 12 people had died.", "officials"),
        ("Police figures showed 12 arrests.", "Police"),
    ],
)
def test_who_says_a_figure_is_read(text: str, who: str) -> None:
    assert speaker(text, text.index("12")) == who
    assert names_speaker(text)


@pytest.mark.parametrize(
    "text",
    [
        "Some 12 people had died, regional governor Ida Voss said.",
        "Some 12 people had died, according to Aldon's regional governor Ida Voss.",
        "Ida Voss told reporters 12 people had died.",
    ],
)
def test_a_person_is_cut_to_the_name(text: str) -> None:
    assert speaker(text, text.index("12")) == "Ida Voss"


@pytest.mark.parametrize(
    "text",
    [
        "Some 12 people had died.",
        "Some 12 people had died, he said.",
        "Some 12 people had died, she said Tuesday.",
        "Weekly unemployment claims fell to 12,000.",
        "The union claims 12,000 members.",
        "Some 12 people had died, many of them when the old ferry terminal fell, it said.",
    ],
)
def test_some_sentences_name_nobody(text: str) -> None:
    assert speaker(text, text.index("12")) == ""
    assert not names_speaker(text)


def said_by(text: str) -> list[tuple[str, str]]:
    def told(each: Figure) -> tuple[str, str]:
        return each.number.text, each.speaker

    return [told(each) for each in figures(Sentence(text))]


def test_each_figure_of_a_sentence_has_its_own_speaker() -> None:
    text = "The union said 12 boats had sunk; seven boats had sunk, harbour officials said."
    assert said_by(text) == [("12", "union"), ("seven", "harbour officials")]


def test_a_sentence_is_read_without_whoever_says_it() -> None:
    text = "Twelve boats sank, the ministry said on Tuesday."
    plain = without_speaker(text)
    assert plain.rstrip(" .") == "Twelve boats sank"
    assert len(plain) == len(text)
    assert Sentence(text).terms == Sentence("Twelve boats sank.").terms


def test_whoever_says_something_of_itself_stays_in_the_sentence() -> None:
    text = "The ferry company said its 12 boats had been sold."
    assert without_speaker(text) == text


def test_whoever_counts_stays_by_name_alone() -> None:
    plain = without_speaker("Aldon's health agency reported 12 cases.")
    assert plain.split() == ["Aldon's", "12", "cases."]
