"""The house itself: format, lint, types, floors, and what a start may load."""

import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent


def tool(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=HOUSE, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "ruff", "format", "--check", "--no-cache", "."),
        ("-m", "ruff", "check", "--no-cache", "."),
        ("-m", "mypy", "--no-error-summary"),
        ("-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"),
    ],
    ids=["format", "lint", "types", "floors"],
)
def test_the_house_is_in_order(command: tuple[str, ...]) -> None:
    done = tool(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def loaded_by(statement: str) -> set[str]:
    done = tool("-c", f"import sys\n{statement}\nprint(*sys.modules)")
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_the_main_process_loads_no_library_of_the_workers() -> None:
    statement = "import digest.cli.morning, digest.cli.demo, digest.pipeline, digest.workers"
    assert not loaded_by(statement) & {"trafilatura", "sumy", "numpy", "nltk", "lxml", "textual"}


def test_the_workers_load_no_library_of_the_network_or_the_app() -> None:
    assert not loaded_by("import digest.worker.__main__") & {"httpx", "textual", "sqlite3", "lxml"}


def test_asking_for_the_version_loads_next_to_nothing() -> None:
    statement = "from digest.cli import run; run(['--version'])"
    assert not loaded_by(statement) & {"argparse", "msgspec", "httpx", "sqlite3", "asyncio"}


def test_importing_a_room_does_nothing_else() -> None:
    """No module writes, asks the network or reads the environment at import."""
    rooms = sorted(path.relative_to(HOUSE) for path in (HOUSE / "digest").rglob("*.py"))
    names = [".".join(path.with_suffix("").parts) for path in rooms]
    imports = "\n".join(f"import {name.removesuffix('.__init__')}" for name in names)
    done = tool("-c", imports)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
