from digest.group.chain import chained


def test_a_follow_up_joins_through_one_good_partner_for_each_of_its_members() -> None:
    links = [(0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.7), (3, 4, 0.9), (0, 4, 0.1), (1, 4, 0.6)]
    assert chained([0, 0, 0, 3, 3], links) == [0, 0, 0, 0, 0]


def test_a_cluster_of_which_one_member_alone_has_a_partner_stays_apart() -> None:
    links = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.9)]
    assert chained([0, 0, 2, 2], links) == [0, 0, 2, 2]


def test_nothing_to_join_changes_nothing() -> None:
    assert chained([0, 1, 2], []) == [0, 1, 2]


def test_the_larger_need_not_answer_for_all_of_its_members() -> None:
    links = [(0, 1, 0.9), (0, 2, 0.9), (0, 3, 0.9), (3, 4, 0.8)]
    assert len(set(chained([0, 0, 0, 0, 4], links))) == 1
