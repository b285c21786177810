"""Showing an edition once more: the same bytes, and never old ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from digest.cli import run
from digest.cli.again import print_again
from digest.config.paths import Paths
from digest.store.database import Store
from digest.store.editions import save_edition
from tests.render.sample import EDITION


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A home with one edition, shown once."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    found = Paths.of(os.environ)
    found.config.parent.mkdir(parents=True)
    found.config.write_text("[digest]\n")
    store = Store(found.database)
    save_edition(store, EDITION, [])
    store.close()
    return found


def shown(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["show", *arguments]) == 0
    return capfd.readouterr().out


@pytest.mark.parametrize("arguments", [(), (EDITION.day,), ("--format", "json")], ids=str)
def test_what_was_shown_is_shown_again(
    paths: Paths, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    first = shown(capfd, *arguments)
    assert print_again(list(arguments))
    assert capfd.readouterr().out == first


def test_a_revision_is_shown_not_what_it_replaced(
    paths: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    shown(capfd)
    store = Store(paths.database)
    save_edition(store, replace(EDITION, revision=EDITION.revision + 1, stories=()), [])
    store.close()
    assert not print_again([])
    assert EDITION.stories[0].headline not in shown(capfd)


@pytest.mark.parametrize("name", ["COLUMNS", "TZ"])
def test_another_look_is_made_anew(
    paths: Paths, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shown(capfd)
    monkeypatch.setenv(name, "60" if name == "COLUMNS" else "Pacific/Apia")
    assert not print_again([])


def test_changed_settings_make_it_anew(paths: Paths, capfd: pytest.CaptureFixture[str]) -> None:
    shown(capfd)
    paths.config.write_text('[digest]\nmorning = "07:30"\n')
    assert not print_again(["today"])


@pytest.mark.parametrize(
    "arguments", [["--output", "x"], ["2026-11-22.1"], ["nonsense"], ["--format", "email"]], ids=str
)
def test_anything_out_of_the_ordinary_is_left_to_the_verb(
    paths: Paths, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    shown(capfd)
    assert not print_again(arguments)


def test_a_broken_configuration_hides_no_edition(
    paths: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    paths.config.write_text("[digest\n")
    assert EDITION.stories[0].headline[:20] in shown(capfd)


def test_showing_again_loads_next_to_nothing(
    paths: Paths, capfd: pytest.CaptureFixture[str]
) -> None:
    shown(capfd)
    code = "import sys; from digest.cli import run; run(['show']); print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "sqlite3" in loaded
    assert not loaded & {"msgspec", "argparse", "pathlib", "asyncio"}
