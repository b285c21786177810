"""How many hostile feeds and pages are contained, run by run through the command line.

    python tests/benchmarks/hostile.py --kit DIR [--only PREFIX] [--jobs N] [--baseline]

DIR holds server.py, check_output.py and probe_naive.py. Each case is one subscription of a
fresh reader: `digest morning --format json`, then the stored edition in every other format.
A case is contained if the program ended by itself and in time, without a traceback; if no
output holds anything harmful or secret and every word to be kept is in one; if nothing
private was reached and no endless answer sat through; and if the outcome is one expected.
With --baseline, an unguarded stack meets the same cases on the same server.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

DIGEST = (sys.executable, "-m", "digest")
FORMATS = {"text": "txt", "markdown": "md", "html": "html", "email": "eml"}
GRACE = 5.0
"""Seconds a case may take beyond its own: starting, and a worker's start."""

Case = dict[str, Any]


@dataclass
class Verdict:
    """What a case came to; no fault: contained."""

    case: Case
    outcome: str = "none"
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


class Kit:
    """The hostile server, and what it has seen."""

    def __init__(self, folder: Path, about: dict[str, Any]) -> None:
        self.folder = folder
        self.about = about
        self.manifest = read(about["manifest"])

    def seen(self) -> tuple[int, set[str]]:
        stats = read(self.about["stats"])
        return stats["canary_hits"], set(stats["exhausted"])

    def findings(self, files: list[Path]) -> list[str]:
        """What check_output.py calls an error in `files`, each by its ending."""
        check = [sys.executable, str(self.folder / "check_output.py")]
        run = subprocess.run(
            [*check, "--manifest", self.about["manifest"], *map(str, files)],
            capture_output=True,
            text=True,
            check=False,
        )
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        errors = [row for row in rows if row.get("severity") == "error"]
        return sorted(
            {f"{Path(row['where'].split('(')[0]).suffix} {row['rule']}" for row in errors}
        )


def form_of(where: str) -> str:
    """The ending of the file in "/tmp/x/edition.json$.stories[0]"."""
    found = re.search(r"/edition\.([a-z.]+)", where)
    return found[1] if found else "log"


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


class Reader:
    """A reader with one subscription and an empty store."""

    def __init__(self, home: Path, url: str) -> None:
        self.home = home
        folders = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        self.env = {**kept, "HOME": str(home), "LANG": "C.UTF-8", **folders}
        settings = home / "CONFIG" / "digest" / "feeds.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[[feeds]]\nurl = {json.dumps(url)}\n")

    def run(self, *argv: str, into: str, seconds: float = 60) -> tuple[int, Path]:
        """Run digest; its output goes to the file `into`, its words to `into`.log."""
        out, log = self.home / into, self.home / f"{into}.log"
        with out.open("wb") as stdout, log.open("wb") as stderr:
            try:
                run = subprocess.run(
                    [*DIGEST, *argv],
                    env=self.env,
                    stdout=stdout,
                    stderr=stderr,
                    timeout=seconds,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                return 124, out
        return run.returncode, out


def outcome_of(edition: Path) -> str:
    """What became of the one feed, as its edition says; an empty one makes no edition."""
    try:
        document = json.loads(edition.read_bytes())
    except ValueError:
        said = edition.with_name(f"{edition.name}.log").read_text("utf-8", "replace")
        return "error" if [x for x in said.splitlines() if "No edition yet" not in x] else "ok"
    return "error" if document["missed"] else "ok"


def judge(kit: Kit, case: Case) -> Verdict:
    """Subscribe to `case`, and look for faults."""
    verdict = Verdict(case)
    with tempfile.TemporaryDirectory() as home:
        reader = Reader(Path(home), case.get("feed_url") or case["url"])
        began = time.monotonic()
        since = ("--since", "2025-01-01")
        code, edition = reader.run("morning", *since, "--format", "json", into="edition.json")
        verdict.seconds = time.monotonic() - began
        verdict.outcome = outcome_of(edition)
        if edition.stat().st_size:
            for name, ending in FORMATS.items():
                reader.run("show", "--format", name, into=f"edition.{ending}")
        outputs = sorted(file for file in reader.home.glob("edition.*") if file.stat().st_size)
        verdict.faults += kit.findings(outputs) if outputs else []
        verdict.faults += faults(verdict, code, edition.read_text("utf-8", "replace"))
    return verdict


def faults(verdict: Verdict, code: int, edition: str) -> Iterator[str]:
    """What is wrong with how it ended and with what is left."""
    case, article = verdict.case, verdict.case["kind"] == "article"
    if code not in {0, 1, 2, 3}:
        yield f"exit {code}"
    if verdict.seconds > case["limit_s"] + GRACE:
        yield f"{verdict.seconds:.0f} s"
    fine = {"ok", "ok-sanitized"} if article else {case["expected"], *case["also_fine"]}
    if verdict.outcome == "ok" and not fine & {"ok", "ok-sanitized", "skipped"}:
        yield f"ok, not {case['expected']}"
    if verdict.outcome == "error" and not fine & {"error", "skipped"}:
        yield f"error, not {case['expected']}"
    if verdict.outcome == "ok" and not article:
        yield from (f"lost {word}" for word in case["keep"] if word not in edition)


def measured(kit: Kit, cases: list[Case], jobs: int) -> list[Verdict]:
    """All verdicts; what was reached is told by the server, for all cases together."""
    canary, _ = kit.seen()
    verdicts = []
    with ThreadPoolExecutor(jobs) as pool:
        for verdict in pool.map(lambda case: judge(kit, case), cases):
            verdicts.append(verdict)
            if verdict.faults:
                print(f"{verdict.case['id']:24} {', '.join(verdict.faults)}", flush=True)
    hits, exhausted = kit.seen()
    for verdict in verdicts:
        if f"/hostile/{verdict.case['id']}" in exhausted:
            verdict.faults.append("sat through to the end")
    if hits > canary:
        print(f"PRIVATE ADDRESS REACHED {hits - canary} times")
    return verdicts


def baseline(kit: Kit, only: str) -> Counter[str]:
    """The same cases and an unguarded stack, as probe_naive.py has it."""
    probe = [sys.executable, str(kit.folder / "probe_naive.py"), kit.about["manifest"]]
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


def table(verdicts: list[Verdict], naive: Counter[str] | None) -> None:
    """Print contained of all, by category."""
    all_ = Counter(verdict.case["category"] for verdict in verdicts)
    held = Counter(verdict.case["category"] for verdict in verdicts if not verdict.faults)
    for category in sorted(all_):
        beside = f"   naive {naive[category]:3}" if naive is not None else ""
        print(f"{category:12} {held[category]:3} of {all_[category]:3}{beside}")
    beside = f"   naive {naive.total():3}" if naive is not None else ""
    print(f"{'contained':12} {held.total():3} of {all_.total():3}{beside}")
    slowest = max(verdicts, key=lambda verdict: verdict.seconds)
    print(f"slowest {slowest.case['id']}: {slowest.seconds:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--only", default="", help="cases whose names begin so")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--baseline", action="store_true")
    options = parser.parse_args()
    with serving(options.kit) as kit:
        hostile = kit.manifest["hostile"]
        cases = [c for c in hostile if c["enabled"] and c["id"].startswith(options.only)]
        verdicts = measured(kit, cases, options.jobs)
        table(verdicts, baseline(kit, options.only) if options.baseline else None)


if __name__ == "__main__":
    main()
