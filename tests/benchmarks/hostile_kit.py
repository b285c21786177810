"""The kit of hostile feeds and pages: its server, its eye for harm, and its unguarded stack."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

ADDRESSES = ("--to", "you@example.org", "--sender", "Digest <me@example.org>")
"""Of the reader's mail."""


class Kit:
    """The hostile server, and what it has seen."""

    def __init__(self, folder: Path, about: dict[str, Any]) -> None:
        self.folder = folder
        self.about = about
        self.manifest = read(about["manifest"])

    def seen(self) -> tuple[int, set[str]]:
        """How often what nobody may be led to was asked for, and the endless answers heard out."""
        stats = read(self.about["stats"])
        return stats["canary_hits"], set(stats["exhausted"])

    def findings(self, files: list[Path]) -> list[str]:
        """What check_output.py calls an error in `files`, each by its ending."""
        check = [sys.executable, str(self.folder / "check_output.py")]
        run = subprocess.run(
            [*check, "--manifest", self.about["manifest"], *ADDRESSES, *map(str, files)],
            capture_output=True,
            text=True,
            check=False,
        )
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        errors = [row for row in rows if row.get("severity") == "error"]
        return sorted({f"{row['rule']} in {form_of(row['where'])}" for row in errors})

    def unguarded(self, only: str) -> Counter[str]:
        """What an unguarded stack contains of the same cases, by category (probe_naive.py)."""
        probe = [sys.executable, str(self.folder / "probe_naive.py"), self.about["manifest"]]
        run = subprocess.run([*probe, "--only", only], capture_output=True, text=True, check=True)
        rows = [row for row in json.loads(run.stdout) if row["category"] != "healthy"]
        return Counter(
            row["category"]
            for row in rows
            if row["outcome"] == "ok" and not (row["controls"] or row["bidi"] or row["lost"])
            if row["expected"] != "error" and not row["canary_text"]
        ) + Counter(
            row["category"]
            for row in rows
            if row["expected"] == "error" and row["outcome"].startswith(("httpx.", "builtins.V"))
        )


def form_of(where: str) -> str:
    """The ending of the file in "/tmp/x/edition.json$.stories[0]"."""
    return Path(re.split(r"[$( ]", where, maxsplit=1)[0]).suffix.removeprefix(".")


def read(url: str) -> dict[str, Any]:
    with urlopen(url, timeout=20) as answer:
        document: dict[str, Any] = json.load(answer)
        return document


@contextmanager
def serving(folder: Path) -> Iterator[Kit]:
    """Run the kit's server."""
    command = [sys.executable, str(folder / "server.py"), "--max-seconds", "7200"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield Kit(folder, json.loads(server.stdout.readline()))
        finally:
            server.terminate()
