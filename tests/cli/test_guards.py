"""What a run may do to the reader's files, and to another run."""

import os
import stat
from pathlib import Path

from tests.cli.conftest import Digest, Site

TEXT = "The great harbour crane on the north quay turned again on Thursday, after eleven weeks. "


def test_everything_that_is_kept_is_private_whatever_the_umask(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane works again", TEXT * 3)
    digest("add", f"{site.base}/feed-1")
    before = os.umask(0)
    try:
        done = digest("morning", "--output", str(digest.home / "today.txt"))
    finally:
        os.umask(before)
    assert done.returncode == 0
    files = [path for path in digest.home.rglob("*") if path.is_file()]
    folders = [path for path in digest.home.rglob("digest") if path.is_dir()]
    assert {path.name for path in files} >= {
        "feeds.toml",
        "digest.db",
        "digest.db.lock",
        "digest.log",
        "today.txt",
    }
    assert {_mode(path) for path in files} == {0o600}
    assert {_mode(path) for path in folders} == {0o700}


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_of_two_updates_at_once_one_is_told_that_the_other_runs(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane works again", TEXT * 3)
    digest.subscribe(f"{site.base}/feed-1")
    site.hold.clear()
    first = digest.start("update")
    assert site.asked.wait(60)
    second = digest("update")
    site.hold.set()
    first.communicate(timeout=60)
    assert (first.returncode, second.returncode) == (0, 4)
    assert second.stderr == b"digest: Another update is running.\n"


def test_a_secret_in_an_address_is_neither_said_nor_logged(digest: Digest, site: Site) -> None:
    digest.subscribe(f"{site.base}/gone?token=t0ken", site.base.replace("//", "//me:s3cret@"))
    done = digest("update")
    log = (digest.home / ".local" / "state" / "digest" / "digest.log").read_bytes()
    assert log.count(b"feed missed: ") == 2
    for words in (done.stdout, done.stderr, log):
        assert b"t0ken" not in words
        assert b"s3cret" not in words


def test_one_bad_address_costs_its_feed_alone(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane works again", TEXT * 3)
    digest.subscribe("exec:touch /tmp/x", f"{site.base}/feed-1", "file:///etc/passwd")
    done = digest("morning")
    assert done.returncode == 3
    assert b"Crane works again" in done.stdout
    assert done.stderr.count(b"not an http or https address") == 2
    assert digest("config", "check").returncode == 2
