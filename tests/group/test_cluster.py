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


def test_two_clusters_of_several_must_be_surer_than_one_thing_and_another() -> None:
    trios = [(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (3, 4, 0.9), (3, 5, 0.9), (4, 5, 0.9)]
    between = [(one, other, 0.4) for one in (0, 1, 2) for other in (3, 4, 5)]
    assert len(groups(average_link(6, trios + between, 0.3))) == 1
    assert len(groups(average_link(6, trios + between, 0.3, sure=0.45))) == 2


def test_two_alone_must_be_surer_than_one_that_joins_several() -> None:
    links = [(0, 1, 0.4), (2, 3, 0.9), (2, 4, 0.4), (3, 4, 0.4)]
    labels = average_link(5, links, 0.3, alone=0.5)
    assert labels[0] != labels[1]
    assert labels[2] == labels[3] == labels[4]
