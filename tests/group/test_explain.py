from digest.group import explain
from digest.group.reasons import reasons
from tests.group.newsdesk import desk, report, strangers

BRIDGE = (0, 1, 2)
"""Where desk() has the reports of the bridge."""


def test_what_holds_a_story_together_is_said_in_names_and_numbers() -> None:
    items = desk()
    found = explain(items, BRIDGE)
    assert any("Carrow Bridge" in reason for reason in found.together)
    assert any("14000" in reason for reason in found.together)


def test_what_came_nearest_is_named_with_what_spoke_against_it() -> None:
    toll = report(
        "ledger",
        "Aldermouth raises bridge tolls",
        "The port authority of Aldermouth will raise the toll on the Sutton Bridge to 4.50 from "
        "January. Shopkeepers on the north bank called the decision by Councillor Amy Drew a tax.",
        hours=-30,
    )
    items = [*desk(), *strangers(), toll]
    found = explain(items, BRIDGE)
    assert found.nearest == len(items) - 1
    assert "It does not name Carrow Bridge" in " ".join(found.against)
    assert any("Sutton Bridge" in reason for reason in found.against)
    assert "It appeared 30 hours before them" in found.against


def test_where_nothing_is_near_nothing_is_named() -> None:
    items = desk()
    alone = next(index for index, item in enumerate(items) if item.id == "tribune")
    assert explain(items, [alone]).together == ()
    assert explain([items[alone]], [0]).nearest is None


def test_a_story_that_the_reader_made_is_explained_too() -> None:
    items = desk()
    found = explain(items, [0, 3])
    assert found.nearest in {1, 2}
    assert found.together


def test_the_order_of_arrival_changes_no_reason() -> None:
    items = [*desk(), *strangers()]
    turned = items[::-1]
    one = explain(items, BRIDGE)
    two = explain(turned, [len(items) - 1 - index for index in BRIDGE])
    assert (one.together, one.against) == (two.together, two.against)


def test_a_day_or_a_month_is_no_name() -> None:
    text = (
        "Edna Pickering wants it by Monday Feb 2 at last, after the storm of 3 Jan and on Friday."
    )
    items = [report("herald", "Bridge closed", text), report("gazette", "Long detours", text)]
    assert "They name Edna Pickering" in reasons(items, (0, 1))
