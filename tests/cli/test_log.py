"""What is written down, what never is, and that it stops nothing."""

import logging
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.clean import clean, masked
from digest.cli.exits import Exit
from digest.cli.log import FULL, Log
from digest.cli.world import finish
from digest.events import ArticleRead, FeedFetched, FeedMissed, Updated
from digest.news import Missed

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
FEED = "https://me:s3cret@a.example/feed?token=t0ken"


def missed(reason: str) -> FeedMissed:
    return FeedMissed(
        missed=Missed(
            feed=clean("A"), url=masked(FEED), reason=clean(reason), failures=1, since=NOW
        )
    )


def written(path: Path, *events: FeedMissed | FeedFetched | ArticleRead | Updated) -> str:
    log = Log(path, lambda: NOW)
    for event in events:
        log(event)
    return path.read_text()


def test_a_run_and_each_failure_have_a_line(tmp_path: Path) -> None:
    told = written(
        tmp_path / "digest.log",
        FeedFetched(url=FEED, new=3, changed=True),
        missed("HTTP 503"),
        ArticleRead(id="1", url="https://a.example/1", words=9, note="consent wall"),
        ArticleRead(id="2", url="https://a.example/2", words=400, note=""),
        Updated(feeds=2, missed=1, new=3, offline=False),
    )
    assert told.splitlines() == [
        "2026-11-20T06:30:00+00:00 feed missed: https://***@a.example/feed?token=***: HTTP 503",
        "2026-11-20T06:30:00+00:00 page not read: https://a.example/1: consent wall",
        "2026-11-20T06:30:00+00:00 updated: 2 feeds, 1 missed, 3 new entries",
    ]


def test_a_reason_is_one_clean_line(tmp_path: Path) -> None:
    event = missed("x").missed
    hostile = Missed(
        feed=event.feed,
        url=event.url,
        reason="a\x1b]0;t\x07\nb\u202e",  # as if the gate were open
        failures=1,
        since=NOW,
    )
    assert written(tmp_path / "digest.log", FeedMissed(missed=hostile)).endswith(": a]0;t b\n")


def test_the_log_is_private_and_starts_anew_when_it_is_full(tmp_path: Path) -> None:
    path = tmp_path / "state" / "digest.log"
    written(path, missed("one"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.write_bytes(b"x" * FULL)
    assert written(path, missed("two")).count("\n") == 1
    assert path.with_name("digest.log.1").stat().st_size == FULL


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    Log(tmp_path / "file" / "digest.log", lambda: NOW)(missed("HTTP 503"))


@pytest.mark.parametrize("name", ["httpx", "httpcore.connection", "asyncio"])
def test_no_library_writes_addresses_to_standard_error(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    async def work() -> int:
        logging.getLogger(name).error("HTTP Request: GET %s", FEED)
        return Exit.DONE

    assert finish(work()) == Exit.DONE
    assert capfd.readouterr().err == ""
