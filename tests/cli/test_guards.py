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
    site.add_story(1, "Crane works again", TEXT * 3)
    site.pages["/feed-1?key=t0ken"] = site.pages["/feed-1"]
    login = site.base.replace("//", "//me:s3cret@")
    digest.subscribe(f"{site.base}/gone?token=t0ken", login, f"{login}/feed-1?key=t0ken")
    said = digest("update").stderr
    log = (digest.home / ".local" / "state" / "digest" / "digest.log").read_bytes()
    assert log.count(b"feed missed: ") == 2
    printed = [digest("morning", "--format", form).stdout for form in ("text", "json", "email")]
    assert all(b"Crane works again" in words for words in printed)
    told = [digest(*verb.split()).stdout for verb in ("feeds", "doctor", "search --json crane")]
    for words in (said, log, *printed, *told):
        assert words
        assert b"t0ken" not in words
        assert b"s3cret" not in words


LISTENER = """
import os, sys

def hear(event, arguments):
    if event in ("socket.connect", "socket.sendto"):
        with open(os.environ["ASKED"], "a") as file:
            print(arguments[-1], file=file)

sys.addaudithook(hear)
"""


def test_nobody_is_asked_but_the_feeds_and_their_articles(
    digest: Digest, site: Site, tmp_path: Path
) -> None:
    site.add_story(1, "Crane works again", TEXT * 3)
    digest.subscribe(f"{site.base}/feed-1")
    listener, asked = tmp_path / "listener", tmp_path / "asked"
    listener.mkdir()
    (listener / "sitecustomize.py").write_text(LISTENER)
    path = os.pathsep.join([str(listener), os.environ.get("PYTHONPATH", "")])
    for verb in ("update", "morning", "doctor", "feeds", "--version"):
        assert digest(verb, PYTHONPATH=path, ASKED=str(asked)).returncode == 0
    assert set(asked.read_text().splitlines()) == {str(site.server.server_address)}


def test_one_bad_address_costs_its_feed_alone(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane works again", TEXT * 3)
    digest.subscribe("exec:touch /tmp/x", f"{site.base}/feed-1", "file:///etc/passwd")
    done = digest("morning")
    assert done.returncode == 3
    assert b"Crane works again" in done.stdout
    assert done.stderr.count(b"not an http or https address") == 2
    assert digest("config", "check").returncode == 2
