from datetime import UTC, datetime, timedelta

import pytest

from digest.errors import StoreError
from digest.store.database import Store
from digest.store.hosts import (
    HostState,
    forget_hosts,
    host_state,
    save_hold,
    save_lost,
    save_robots,
)

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
SITE = "https://a.example"


@pytest.fixture
def store() -> Store:
    return Store(None)


def test_an_unknown_host_has_asked_for_nothing(store: Store) -> None:
    assert host_state(store, SITE) == HostState()


def test_rules_and_holds_are_kept_beside_each_other(store: Store) -> None:
    save_hold(store, SITE, NOW + timedelta(hours=1))
    save_robots(store, SITE, "Disallow: /ä", NOW)
    assert host_state(store, SITE) == HostState(
        robots="Disallow: /ä", read=NOW, not_before=NOW + timedelta(hours=1)
    )


def test_a_host_without_rules_has_been_asked_all_the_same(store: Store) -> None:
    save_robots(store, SITE, "", NOW)
    assert host_state(store, SITE) == HostState(read=NOW)


def test_hosts_are_forgotten_when_nothing_is_heard_of_them(store: Store) -> None:
    save_robots(store, SITE, "", NOW)
    save_hold(store, "https://b.example", NOW - timedelta(days=40))
    forget_hosts(store, NOW - timedelta(days=30))
    assert host_state(store, SITE).read == NOW
    assert host_state(store, "https://b.example") == HostState()


def test_a_robots_txt_is_lost_since_the_first_time_it_could_not_be_had(store: Store) -> None:
    later = NOW + timedelta(days=1)
    save_lost(store, SITE, NOW)
    save_lost(store, SITE, later)
    assert host_state(store, SITE) == HostState(lost=NOW)
    forget_hosts(store, later)
    assert host_state(store, SITE).lost == NOW
    save_robots(store, SITE, "", later)
    assert host_state(store, SITE) == HostState(read=later)


def test_a_damaged_row_is_an_error_of_the_store(store: Store) -> None:
    save_robots(store, SITE, "", NOW)
    store.sql.execute("UPDATE hosts SET robots = x'ffff'")
    with pytest.raises(StoreError, match="damaged"):
        host_state(store, SITE)
