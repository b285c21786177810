"""The doctor, in a home of its own."""

import json

import pytest

from digest.cli import checks
from digest.cli.checks import Verdict
from tests.cli.conftest import Digest, Site


def findings(digest: Digest) -> dict[str, dict[str, str]]:
    done = digest("doctor", "--json")
    return {each["what"]: each for each in map(json.loads, done.stdout.splitlines())}


def test_an_empty_home_is_well_and_stays_empty(digest: Digest) -> None:
    done = digest("doctor")
    assert done.returncode == 0, done.stdout
    assert b"All is well." in done.stdout
    assert not digest.database.exists()


def test_it_tells_how_the_store_and_the_feeds_are(digest: Digest, site: Site) -> None:
    site.add_story(1, "A crane", "The crane turns again, after eleven weeks of repair. " * 4)
    digest.subscribe(f"{site.base}/feed-1", f"{site.base}/gone?token=s3cret")
    digest("update")
    found = findings(digest)
    assert "1 article, 0 editions" in found["store"]["found"]
    assert found["feeds failing"]["found"] == "1 of 2"
    assert found["last copy"]["found"] != "none yet"
    assert "s3cret" not in str(found)


def test_a_file_that_others_may_read_is_noted(digest: Digest) -> None:
    digest.subscribe()
    digest.config.chmod(0o644)
    found = findings(digest)["config"]
    assert (found["verdict"], "chmod 600" in found["advice"]) == ("note", True)


def test_settings_that_are_wrong_are_broken(digest: Digest) -> None:
    digest.subscribe()
    digest.config.write_text("[digest]\nstories = 'many'\n")
    assert digest("doctor").returncode == 1
    assert findings(digest)["settings"]["verdict"] == "broken"


def test_a_damaged_store_is_broken_and_can_be_brought_back(digest: Digest, site: Site) -> None:
    site.add_story(1, "A crane", "The crane turns again, after eleven weeks of repair. " * 4)
    digest.subscribe(f"{site.base}/feed-1")
    printed = digest("morning", "--quiet").stdout
    digest.database.write_bytes(b"junk" * 5000)
    shown = digest("show")
    assert shown.returncode == 1
    assert b"digest doctor --restore" in shown.stderr
    assert digest("doctor").returncode == 1
    restored = digest("doctor", "--restore")
    assert restored.returncode == 0
    assert b"is back" in restored.stdout
    assert digest("show").stdout == printed
    (kept,) = digest.database.parent.glob("digest.db.damaged-*")
    assert kept.read_bytes() == b"junk" * 5000


def test_a_library_that_is_missing_or_too_old_is_broken() -> None:
    assert checks._library("no-such-library", "1").verdict is Verdict.BROKEN
    assert checks._library("msgspec", "999").verdict is Verdict.BROKEN
    assert checks._library("msgspec", "0.1").verdict is Verdict.WELL


def test_a_version_that_is_known_bad_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    version = checks.metadata.version("msgspec")
    monkeypatch.setattr(checks, "KNOWN_BAD", {("msgspec", version): "it is only a test"})
    assert checks._library("msgspec", "0.1").verdict is Verdict.NOTE
