from digest.store.database import Store
from digest.store.vectors import Vector, find_vectors, save_vectors


def test_a_vector_is_kept_for_its_article_and_text() -> None:
    store = Store(None)
    save_vectors(store, [Vector(article="a", text="one", vector=b"\x01")])
    assert find_vectors(store, {"a": "one", "b": "one"}) == {"a": b"\x01"}


def test_a_vector_of_an_earlier_text_is_made_anew() -> None:
    store = Store(None)
    save_vectors(store, [Vector(article="a", text="one", vector=b"\x01")])
    assert find_vectors(store, {"a": "two"}) == {}
    save_vectors(store, [Vector(article="a", text="two", vector=b"\x02")])
    assert find_vectors(store, {"a": "two"}) == {"a": b"\x02"}
