import pytest

from digest.figures.figure import Figure
from digest.figures.read import figures
from digest.figures.roles import head_of, is_person, is_role
from digest.figures.sentence import Sentence


def first(text: str) -> Figure:
    return figures(Sentence(text))[0]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The fire killed 12 people in Ostrey.", "killed"),
        ("Twelve people were injured in the Ostrey fire.", "injured"),
        ("Nine hikers are still missing in the hills of Aldon.", "missing"),
        ("Some 40 miners were trapped in the Merrow pit.", "trapped"),
        ("Police arrested 31 protesters in Ostrey.", "arrested"),
        ("Some 3,000 residents were evacuated from Aldon.", "evacuated"),
        ("The flood displaced 7,000 villagers around Merrow.", "displaced"),
        ("Rescuers saved 18 sailors in the bay.", "rescued"),
        ("The rebels freed 22 hostages in Aldon.", "freed"),
        ("Gunmen abducted 15 pupils in Merrow.", "taken"),
        ("Sixteen passengers were taken to hospital in Ostrey.", "treated"),
        ("The ferry was carrying 186 passengers.", "aboard"),
        ("About 900 people are sheltering in a school in Aldon.", "sheltered"),
        ("More than 20,000 people marched through Ostrey.", "gathered"),
        ("Air defences shot down 14 drones over Aldon.", "downed"),
        ("The army launched 60 drones at Merrow.", "launched"),
        ("The airline cancelled 44 flights from Ostrey.", "cancelled"),
        ("Storms delayed 51 flights in Aldon.", "delayed"),
        ("There were 12 people on the pier.", ""),
    ],
)
def test_what_became_of_those_counted_is_read(text: str, role: str) -> None:
    assert first(text).role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The death toll from the fire rose to nine.", "killed"),
        ("Rescuers have found the bodies of 11 miners.", "killed"),
        ("The fire claimed 12 lives.", "killed"),
        ("There were 12 arrests in Aldon.", "arrested"),
        ("There were 12 casualties in Aldon.", ""),
        ("The number of soldiers hurt in the raid rose to 12.", "injured"),
        ("Six of the soldiers were wounded.", "injured"),
        ("Six people, most of them sailors, were killed.", "killed"),
        ("Six people in the upper town were killed.", "killed"),
    ],
)
def test_a_role_is_read_from_the_noun_the_subject_and_the_verb(text: str, role: str) -> None:
    assert first(text).role == role


def test_each_number_of_a_sentence_has_its_own_role() -> None:
    found = figures(Sentence("Twelve people were killed and 30 injured, and nine are missing."))
    assert [each.role for each in found] == ["killed", "injured", "missing"]


@pytest.mark.parametrize(
    ("text", "dimension", "role"),
    [
        ("The fire destroyed 12 homes.", "count", "downed"),
        ("The fire injured 12 horses.", "count", ""),
        ("The army launched 60 volunteers.", "person", ""),
    ],
)
def test_persons_and_things_do_not_share_roles(text: str, dimension: str, role: str) -> None:
    found = first(text)
    assert (found.dimension, found.role) == (dimension, role)


@pytest.mark.parametrize("noun", ["people", "deaths", "miners", "tourists", "firemen", "villagers"])
def test_persons_are_known_by_word_or_form(noun: str) -> None:
    assert is_person(noun)


@pytest.mark.parametrize("noun", ["boats", "papers", "sectors", "towers", "houses"])
def test_things_are_no_persons(noun: str) -> None:
    assert not is_person(noun)


def test_persons_of_no_kind_have_one_head() -> None:
    assert head_of("people") == head_of("residents") == head_of("deaths") == "person"
    assert head_of("miners") != "person"


def test_a_role_is_no_kind_of_those_counted() -> None:
    assert is_role("missing")
    assert not is_role("wooden")
    assert first("There were 12 missing hikers.").label == "hikers"
