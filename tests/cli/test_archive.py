"""Searching, pruning and listing what is kept, as processes."""

import fcntl
import json
import sqlite3
import subprocess

import pytest

from tests.cli.conftest import Digest, Site

CRANE = "The great harbour crane turned again on Thursday, eleven weeks after the storm. " * 4
HALL = "The covered market closes for good at the end of the year, says its last owner. " * 4


def read(digest: Digest, site: Site) -> None:
    site.add_story(1, "The crane turns again", CRANE)
    site.add_story(2, "The market closes", HALL)
    digest.subscribe(f"{site.base}/feed-1", f"{site.base}/feed-2")
    digest("morning", "--quiet")


def test_search_finds_what_was_read(digest: Digest, site: Site) -> None:
    read(digest, site)
    done = digest("search", "harbour", "cran")
    assert done.returncode == 0
    assert b"The crane turns again" in done.stdout
    assert b"Paper 1" in done.stdout
    assert b"\x1b" not in done.stdout
    (line,) = digest("search", "--json", "market").stdout.splitlines()
    found = json.loads(line)
    assert (found["title"], found["paragraph"]) == ("The market closes", 1)
    assert found["story"]


def test_nothing_found_is_no_failure(digest: Digest, site: Site) -> None:
    read(digest, site)
    done = digest("search", "zeppelin")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"nothing found" in done.stderr


def test_editions_tells_how_much_room_all_takes(digest: Digest, site: Site) -> None:
    read(digest, site)
    assert b"1 edition; " in digest("editions").stdout


def test_prune_says_first_and_then_drops(digest: Digest, site: Site) -> None:
    read(digest, site)
    assert b"All is kept" in digest("prune").stdout
    text = digest.config.read_text()
    digest.config.write_text(f"[keep]\narticles = 30\neditions = 30\n\n{text}")
    with sqlite3.connect(digest.database) as raw:
        raw.execute("UPDATE articles SET stored = '2020' || substr(stored, 5)")
        raw.execute("UPDATE told SET last = '2020' || substr(last, 5)")
    raw.close()
    assert digest("prune", "--dry-run").stdout == b"2 articles and 0 editions would go.\n"
    done = digest("prune").stdout
    assert done.startswith(b"2 articles and 0 editions dropped.\n")
    assert b" before, " in done
    assert digest("search", "crane").stdout == b""
    assert digest("show").returncode == 0


def test_an_update_waits_for_another_if_it_is_told_to(digest: Digest, site: Site) -> None:
    read(digest, site)
    lock = digest.database.with_name("digest.db.lock")
    with lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert digest("update").returncode == 4
        waiting = digest.start("update", "--wait")
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(1.5)
        fcntl.flock(held, fcntl.LOCK_UN)
    assert waiting.wait(20) == 0
    waiting.communicate()
