"""Completion in the shells that are here."""

import shutil
import subprocess
from pathlib import Path

import pytest

from digest.cli.completion import SHELLS
from digest.cli.completion import _verbs as verbs
from digest.cli.verbs import VERBS


@pytest.mark.parametrize("shell", SHELLS)
def test_every_verb_and_option_is_completed(shell: str) -> None:
    script = SHELLS[shell](verbs())
    assert all(name in script for name in VERBS)
    for option in ("--since", "--restore", "--dry-run"):
        assert option.removeprefix("--") in script


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_can_read_its_script(shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    script = tmp_path / "script"
    script.write_text(SHELLS[shell](verbs()))
    done = subprocess.run([shell, "-n", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["digest", "ed"], {"editions"}),
        (["digest", "morning", "--out"], {"--output"}),
        (["digest", "show", "--format", "mark"], {"markdown"}),
        (["digest", "completion", "z"], {"zsh"}),
        (["digest", "search", "--limit", "x"], set()),
    ],
)
def test_bash_offers_verbs_options_and_their_words(typed: list[str], offered: set[str]) -> None:
    words = " ".join(f"'{word}'" for word in typed)
    script = SHELLS["bash"](verbs()) + (
        f"COMP_WORDS=({words}); COMP_CWORD={len(typed) - 1}; _digest\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=True, timeout=20
    )
    assert set(done.stdout.split()) == offered


@pytest.mark.skipif(not shutil.which("fish"), reason="there is no fish here")
def test_fish_offers_verbs_and_options(tmp_path: Path) -> None:
    script = (
        SHELLS["fish"](verbs()) + "complete -C 'digest show --form'\ncomplete -C 'digest edi'\n"
    )
    done = subprocess.run(
        ["fish", "-c", script],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["--format", "editions"]
