import math

import msgspec

from digest.group.fit import fit
from digest.group.known import Row
from digest.group.model import WEIGHTS, Model, Tree, fitted
from digest.group.pair import Pair
from tests.group.newsdesk import desk


def test_the_shipped_weights_ask_for_the_evidence_there_is() -> None:
    assert fitted().fields == Pair._fields


def test_the_weights_hold_numbers_and_the_names_of_fields_only() -> None:
    raw = msgspec.json.decode(WEIGHTS.read_bytes())
    assert set(raw) == {"fields", "least", "start", "trees"}
    leaves = [value for tree in raw["trees"] for row in tree.values() for value in row]
    assert all(isinstance(value, int | float) for value in (raw["least"], raw["start"], *leaves))


def test_each_question_is_a_bit_of_the_answer() -> None:
    leaves = tuple(float(leaf) for leaf in range(16))
    tree = Tree((0, 1, 2, 3), (0.5, 2.0, 1.0, 1.0), leaves)
    evidence = [
        (0, 0, 0, 0),
        (0, 0, 0, 1),
        (0, 0, 1, 0),
        (0, 2, 0, 0),
        (0.5, 0, 0, 0),
        (1, 9, 1, 1),
    ]
    probability = Model(("a", "b", "c", "d"), 0.4, 0.0, (tree,)).weigher()
    odds = [0, 1, 2, 4, 8, 15]
    assert [probability(pair) for pair in evidence] == [1 / (1 + math.exp(-each)) for each in odds]


def test_odds_add_up_to_a_probability() -> None:
    doubt, belief = (Tree((0, 0, 0, 0), (1.0,) * 4, (odds,) * 16) for odds in (-3.0, 3.0))
    assert Model(("a",), 0.4, 0.0, (doubt, belief)).weigher()([0.0]) == 0.5
    assert Model(("a",), 0.4, 0.0, (belief, belief)).weigher()([0.0]) > 0.99


def test_fitting_twice_gives_the_same_weights() -> None:
    known = [
        Row(title=item.title, text=item.text, story=story, id=item.id)
        for item, story in zip(desk(), ["bridge", "bridge", "bridge", "ferry", "vote"], strict=True)
    ] * 2
    assert fit([known]) == fit([known])
