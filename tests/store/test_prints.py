"""Which print is found: the day that is named, as of the reader's morning hour."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from digest.store.database import Store
from digest.store.editions import save_edition
from digest.store.prints import find_print, save_print
from tests.render.sample import EDITION

MORNING = "06:30"


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Two days' editions, each printed."""
    path = tmp_path / "100% so? #1.db"
    store = Store(path)
    for day in (EDITION.day, _after(EDITION.day)):
        save_edition(store, replace(EDITION, day=day), [])
        save_print(store, day, EDITION.revision, look="plain", morning=MORNING, text=day)
    save_print(store, EDITION.day, EDITION.revision, look="plain", morning=MORNING, text="first")
    store.close()
    return str(path)


def _after(day: str, days: int = 1) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("hour", "named", "found"),
    [
        (time(6, 29), "today", b"first"),
        (time(6, 29), "yesterday", None),
        (time(6, 30), "today", _after(EDITION.day).encode()),
        (time(6, 30), "yesterday", b"first"),
        (time(6, 30), "last", _after(EDITION.day).encode()),
        (time(6, 30), EDITION.day, b"first"),
    ],
)
def test_a_day_begins_at_the_morning_hour(
    database: str, hour: time, named: str, found: bytes | None
) -> None:
    now = datetime.combine(date.fromisoformat(_after(EDITION.day)), hour, UTC)
    assert find_print(database, named, look="plain", now=now) == found
    assert find_print(database, named, look="another", now=now) is None
