from digest.group.cluster import average_link


def groups(labels: list[int]) -> set[frozenset[int]]:
    return {frozenset(i for i, at in enumerate(labels) if at == label) for label in labels}


def test_near_things_join() -> None:
    assert groups(average_link(3, [(0, 1, 0.9)], 0.4)) == {frozenset({0, 1}), frozenset({2})}


def test_a_chain_of_single_links_does_not_join() -> None:
    chain = [(0, 1, 0.9), (1, 2, 0.5), (2, 3, 0.9)]
    assert groups(average_link(4, chain, 0.4)) == {frozenset({0, 1}), frozenset({2, 3})}


def test_a_thing_near_the_whole_cluster_joins_it() -> None:
    pairs = [(0, 1, 0.9), (0, 2, 0.5), (1, 2, 0.4)]
    assert groups(average_link(3, pairs, 0.4)) == {frozenset({0, 1, 2})}


def test_nothing_named_leaves_all_apart() -> None:
    assert len(groups(average_link(4, [], 0.4))) == 4
