"""What is shipped: a wheel made from the source distribution, in a place of its own."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent


def run(*command: str, cwd: Path, **env: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env=os.environ | env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("dist")
    run("-m", "hatchling", "build", "--target", "sdist", "--directory", str(place), cwd=HOUSE)
    (archive,) = place.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        source.extractall(place, filter="data")
    (unpacked,) = (each for each in place.iterdir() if each.is_dir())
    run("-m", "hatchling", "build", "--target", "wheel", "--directory", str(place), cwd=unpacked)
    (found,) = place.glob("*.whl")
    return found


def test_the_wheel_carries_the_styles_the_list_and_the_newsroom(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "digest/_data/feeds.toml" in names
    styles = {path.name for path in (HOUSE / "styles").iterdir()}
    assert {f"digest/_data/styles/{name}" for name in styles} <= set(names)
    package = {
        path.relative_to(HOUSE).as_posix()
        for path in (HOUSE / "digest").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert package <= set(names)
    assert not any("tests" in name for name in names)


def test_an_installed_copy_runs_the_demo_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    run(
        *("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site)),
        str(wheel),
        cwd=elsewhere,
    )
    own = {"PYTHONPATH": str(site), "HOME": str(elsewhere)}
    where = run("-c", "import digest; print(digest.__file__)", cwd=elsewhere, **own)
    assert where.startswith(str(site))
    assert (
        run("-m", "digest", "demo", "--format", "html", cwd=elsewhere, **own).count("<article>") > 3
    )
