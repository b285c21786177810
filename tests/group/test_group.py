import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import NOTHING, clean
from digest.group import Group, Item, group
from tests.group.newsdesk import (
    BRIDGE,
    ELECTION,
    MORNING,
    abroad,
    desk,
    report,
    sorted_out,
    strangers,
)


def test_different_tellings_of_one_event_join() -> None:
    items = desk()
    assert frozenset({"herald", "courier", "echo"}) in sorted_out(items, group(items))


def test_strangers_stay_apart() -> None:
    items = desk()
    found = sorted_out(items, group(items))
    assert frozenset({"gazette"}) in found
    assert frozenset({"tribune"}) in found


def test_strangers_with_shared_words_stay_apart() -> None:
    items = [
        report(
            "one",
            "Fire destroys school in Ashby",
            "A fire destroyed the primary school of Ashby overnight. Its 180 pupils will be "
            "taught in the church hall, headmistress Joan Tully said. A heater is suspected.",
        ),
        report(
            "two",
            "Fire destroys warehouse in Port Reyes",
            "Flames spread through a timber warehouse at the docks of Port Reyes on Sunday. Sixty "
            "firemen fought them until dawn; the owner, Marlow & Sons, put the loss at 4 million.",
            hours=4,
        ),
        *desk(),
    ]
    assert frozenset({"one"}) in sorted_out(items, group(items))


def test_strangers_known_by_like_headlines_alone_stay_apart() -> None:
    items = [
        report("one", "Fire destroys school in Ashby"),
        report("two", "Fire destroys warehouse in Port Reyes"),
        *desk(),
    ]
    assert frozenset({"one"}) in sorted_out(items, group(items))


def test_a_small_day_of_strangers_has_no_stories() -> None:
    items = strangers()
    assert len(group(items)) == len(items)


def test_one_paper_names_itself_in_every_report_and_joins_none() -> None:
    items = [
        Item(
            id=item.id,
            title=item.title,
            text=f"The Ostrow Gazette. {item.text} More in the Ostrow Gazette.",
            published=item.published,
            url=item.url,
            publisher=clean("The Ostrow Gazette"),
        )
        for item in strangers()
    ]
    assert len(group(items)) == len(items)


def test_three_reports_in_another_language_are_no_story_for_that() -> None:
    items = [*desk(), *abroad()]
    found = sorted_out(items, group(items))
    assert all(frozenset({item.id}) in found for item in abroad())


def test_a_story_gives_more_reasons_than_the_hour() -> None:
    items = [*desk(), *strangers(), *abroad()]
    for found in group(items):
        assert len(found.members) == 1 or not found.why[0].startswith("They appeared")


def test_every_item_is_in_exactly_one_group() -> None:
    items = desk() * 2
    members = sorted(index for found in group(items) for index in found.members)
    assert members == list(range(len(items)))


@settings(max_examples=40, deadline=None)
@given(st.permutations(desk()))
def test_the_order_of_arrival_changes_nothing(items: list[Item]) -> None:
    first = desk()
    assert sorted_out(items, group(items)) == sorted_out(first, group(first))
    assert [found.why for found in group(items)] == [found.why for found in group(first)]


def test_members_stand_by_time_then_url() -> None:
    items = desk()
    items.reverse()
    for found in group(items):
        places = [(items[index].published, items[index].url) for index in found.members]
        assert places == sorted(places)


def test_a_story_says_why_it_is_one() -> None:
    items = desk()
    bridge = next(found for found in group(items) if len(found.members) == 3)
    assert any("Carrow Bridge" in reason for reason in bridge.why)
    assert "They appeared within 5 hours" in bridge.why
    assert not any("0." in reason for reason in bridge.why)


def test_a_bare_day_tells_nothing_of_the_hour() -> None:
    days = [
        Item(
            id=item.id,
            title=item.title,
            text=item.text,
            published=datetime(2026, 11, 2, tzinfo=UTC),
        )
        for item in [*desk(), *strangers()]
    ]
    found = group(days)
    assert any(len(story.members) > 1 for story in found)
    assert not any("appeared" in reason for story in found for reason in story.why)


def test_an_item_alone_needs_no_reason() -> None:
    (alone,) = group([report("tribune", "Torvania votes on Sunday", ELECTION)])
    assert alone == Group(members=(0,), origins=(0,), why=())


def test_nothing_is_no_story() -> None:
    assert group([]) == ()


def test_what_is_weeks_old_is_another_story() -> None:
    items = [
        report("herald", "Storm floods the harbour of Aldermouth", "The harbour was flooded."),
        report(
            "echo", "Storm floods Aldermouth harbour", "Aldermouth's harbour flooded.", hours=900
        ),
    ]
    assert len(group(items)) == 2


def test_a_time_without_an_offset_is_no_fault() -> None:
    naive = Item(id="a", title=clean("Carrow Bridge closed"), published=datetime(2026, 11, 2, 7))  # noqa: DTZ001 - the fault meant
    assert sum(len(found.members) for found in group([*desk(), naive])) == 6


def test_empty_items_stay_alone() -> None:
    items = [Item(id=str(number), title=NOTHING) for number in range(20)]
    assert len(group(items)) == 20


@pytest.mark.parametrize("language", ["de", "ja", "ar", "tlh"])
def test_other_languages_and_scripts_are_grouped(language: str) -> None:
    title = {"de": "Brücke in Aldermünde gesperrt", "ja": "橋が閉鎖された東京港"}.get(
        language, "جسر"
    )
    items = [report(name, title, language=language) for name in "ab"]
    assert sum(len(found.members) for found in group(items)) == 2


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.builds(
            Item,
            id=st.text(max_size=3),
            title=st.text(max_size=40).map(clean),
            text=st.text(max_size=200),
            published=st.none() | st.datetimes(timezones=st.just(UTC)),
            url=st.sampled_from(["", "https://a.example/1", "http://[::1"]).map(clean),
        ),
        max_size=12,
    )
)
def test_any_items_are_grouped(items: list[Item]) -> None:
    members = sorted(index for found in group(items) for index in found.members)
    assert members == list(range(len(items)))


def test_a_thousand_copies_are_quick() -> None:
    items = [report(f"site{number}", f"Copy {number} of it", BRIDGE) for number in range(1000)]
    began = time.process_time()
    (found,) = group(items)
    assert set(found.origins) == {0}
    assert time.process_time() - began < 5


def test_huge_texts_are_quick() -> None:
    items = [report(f"site{n}", "Long " * 5000, f"{n} word " * 200_000) for n in range(5)]
    began = time.process_time()
    group(items)
    assert time.process_time() - began < 5


def test_a_story_goes_on_from_day_to_day() -> None:
    items = [
        *desk(),
        report(
            "observer",
            "Carrow Bridge: divers test remaining pillars",
            "Divers in Aldermouth began to test the remaining pillars of the Carrow Bridge, "
            "closed since Monday. Mayor Edna Pickering hopes to reopen one lane.",
            hours=26,
        ),
    ]
    bridge = next(found for found in group(items) if len(found.members) > 2)
    assert items[bridge.members[-1]].id == "observer"
    assert items[bridge.members[-1]].published == MORNING + timedelta(hours=26)


def test_a_full_day_in_any_order_has_the_same_stories() -> None:
    items = [*desk(), *strangers(), *abroad()]
    first = sorted_out(items, group(items))
    for seed in range(5):
        turned = Random(seed).sample(items, len(items))
        assert sorted_out(turned, group(turned)) == first


SAY = (
    "from tests.group.newsdesk import *; from digest.group import *; "
    "items = [*desk(), *strangers(), *abroad()]; print(group(items), explain(items, (0, 1, 2)))"
)


def test_the_seed_of_the_hash_changes_nothing() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", SAY],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
