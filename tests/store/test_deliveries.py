from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace

from digest.store.database import Store
from digest.store.deliveries import (
    is_delivered,
    owed,
    save_complaints,
    save_delivered,
    save_owed,
    told_elsewhere,
)
from digest.store.editions import save_edition
from tests.render.sample import EDITION, NOW

THURSDAY = replace(EDITION, day="2026-11-19", revision=1)
FRIDAY = replace(EDITION, day="2026-11-20", revision=1)
(FAILING,) = EDITION.missed


@pytest.fixture
def store() -> Iterator[Store]:
    found = Store(None)
    for edition in (THURSDAY, FRIDAY, replace(FRIDAY, revision=2)):
        save_edition(found, edition, [])
    yield found
    found.close()


def test_an_edition_is_delivered_once_it_was_taken(store: Store) -> None:
    save_owed(store, FRIDAY)
    assert not is_delivered(store, FRIDAY)
    save_delivered(store, FRIDAY, at=NOW, told=())
    assert is_delivered(store, FRIDAY)
    assert not is_delivered(store, replace(FRIDAY, revision=2))


def test_what_was_tried_and_not_taken_is_owed_on_later_days(store: Store) -> None:
    save_owed(store, THURSDAY)
    assert owed(store, before="2026-11-19") == ()
    assert owed(store, before="2026-11-20") == (THURSDAY,)
    save_delivered(store, THURSDAY, at=NOW, told=())
    assert owed(store, before="2026-11-20") == ()


def test_what_was_never_to_be_mailed_is_not_owed(store: Store) -> None:
    assert owed(store, before="2026-12-31") == ()


def test_of_a_day_only_the_last_revision_is_owed(store: Store) -> None:
    later = replace(FRIDAY, revision=2)
    save_owed(store, FRIDAY)
    save_owed(store, later)
    assert owed(store, before="2026-11-21") == (later,)
    save_delivered(store, later, at=NOW, told=())
    assert owed(store, before="2026-11-21") == ()


def test_a_failing_feed_is_told_by_one_edition_until_it_fails_anew(store: Store) -> None:
    save_delivered(store, THURSDAY, at=NOW, told=(FAILING,))
    assert not told_elsewhere(store, FAILING, THURSDAY)
    assert told_elsewhere(store, FAILING, FRIDAY)
    save_complaints(store, FRIDAY, (FAILING,))
    assert not told_elsewhere(store, FAILING, THURSDAY)
    anew = replace(FAILING, since=FAILING.since + timedelta(days=9))
    assert not told_elsewhere(store, anew, FRIDAY)
