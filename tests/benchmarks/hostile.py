"""How many hostile feeds and pages are contained, run by run through the command line.

    python -m tests.benchmarks.hostile --kit DIR [--only PREFIX...] [--jobs N] [--baseline]

DIR holds server.py, check_output.py and probe_naive.py. Each case is one subscription of a
fresh reader: `digest morning --format json`, then the stored edition in every other format.
A case is contained if the program ended by itself, in time and within its memory, without a
traceback; if no output and no log holds anything harmful or secret, and every word to be kept
is in every whole output; if as many entries are stored as there are, and no more after another
look; if nothing private was reached and no endless answer sat through; and if the outcome is
one expected. Of an article, the outcome is what its note says, and its words are looked for in
what is stored. Then one reader has all of the cases, and every story is looked at in the app, in
a terminal that keeps what is written to it. With --baseline, an unguarded stack meets the same
cases on the same server.
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
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from digest.news import Article
from digest.store.articles import articles_arrived
from digest.store.database import Store
from tests.benchmarks.memory import Peak
from tests.hostile.terminal import Terminal

DIGEST = (sys.executable, "-m", "digest")
SHOW = """
import sys
from digest.cli import run
for form, name in zip(sys.argv[1::2], sys.argv[2::2]):
    run(["show", "--format", form, "--output", name])
"""
FORMATS = {"text": "txt", "markdown": "md", "html": "html", "email": "eml"}
WHOLE = ("json", "md", "html", "txt")
"""Formats in which nothing of a case may be lost."""

MAIL = "[mail]\nto = 'you@example.org'\nfrom = 'me@example.org'\n"
ADDRESSES = ("--to", "you@example.org", "--sender", "Digest <me@example.org>")
BACK = "\x1b"
A_STORY = ("J", " ", "1", "G", BACK)
"""The keys to the next story, down its page, into its first source, to its end, and back."""

A_SEARCH = ("/", "{}", "\r", "\r", "G", BACK, BACK)
"""To a word, what it finds, and the first of that, to its end."""

ELSEWHERE = ("w", BACK, "F", "G", BACK, "[", "?", BACK)
"""Why, the feeds, an older edition, the help."""

GRACE = 5.0
"""Seconds a case may take beyond its own: starting, and a worker's start."""

MAIN, WORKER = 300, 512
"""Megabytes."""

Case = dict[str, Any]


@dataclass
class Verdict:
    """What a case came to; no fault: contained."""

    case: Case
    outcome: str = "none"
    seconds: float = 0.0
    main: float = 0.0
    worker: float = 0.0
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
            [*check, "--manifest", self.about["manifest"], *ADDRESSES, *map(str, files)],
            capture_output=True,
            text=True,
            check=False,
        )
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        errors = [row for row in rows if row.get("severity") == "error"]
        return sorted({f"{row['rule']} in {form_of(row['where'])}" for row in errors})


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


class Reader:
    """A reader with a few subscriptions and an empty store."""

    def __init__(self, home: Path, *urls: str) -> None:
        self.home = home
        folders = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        self.env = {**kept, "HOME": str(home), "LANG": "C.UTF-8", **folders}
        settings = home / "CONFIG" / "digest" / "feeds.toml"
        settings.parent.mkdir(parents=True)
        feeds = (f"[[feeds]]\nurl = {json.dumps(url)}\n" for url in urls)
        settings.write_text(MAIL + "".join(feeds))

    def run(self, *command: str, into: str, verdict: Verdict, seconds: float = 90) -> int:
        """Run a program; its output goes to the file `into`, its words to `into`.log."""
        out, log = self.home / into, self.home / f"{into}.log"
        with (
            out.open("wb") as stdout,
            log.open("wb") as stderr,
            subprocess.Popen(command, env=self.env, stdout=stdout, stderr=stderr) as process,
            Peak(process) as peak,
        ):
            try:
                code = process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                code = 124
        verdict.main, verdict.worker = (
            max(verdict.main, peak.main),
            max(verdict.worker, peak.worker),
        )
        return code

    def look(self, stories: int, words: Iterable[str]) -> list[str]:
        """Look at all stories in the app, and for words; keep what it writes. How it fails."""
        env = self.env | {"TERM": "xterm-256color", "EDITOR": "false"}
        with Terminal((*DIGEST, "--no-fetch"), env) as terminal:
            terminal.hear(until=b"KEEP")
            sought = (key.format(word) for word in words for key in A_SEARCH)
            for key in (*A_STORY * stories, *sought, *ELSEWHERE):
                terminal.type(key)
                terminal.hear(quiet=0.3 if key == BACK else 0.1)  # the app waits for what follows
            terminal.program.terminate()
            code = terminal.end(10)
        (self.home / "edition.tty").write_bytes(terminal.said)
        return [*terminal.left_on, *([] if code == 143 else [f"exit {code}"])]

    @property
    def outputs(self) -> list[Path]:
        """All that was printed, said and logged."""
        files = [*self.home.glob("edition.*"), *self.home.glob("STATE/digest/*.log")]
        return sorted(file for file in files if file.stat().st_size)

    def stored(self) -> tuple[int, list[Article]]:
        """How many entries there are, and the articles."""
        store = Store(self.home / "DATA" / "digest" / "digest.db")
        try:
            (entries,) = store.sql.execute("SELECT count(*) FROM entries").fetchone()
            arrived = articles_arrived(
                store, datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
            )
        finally:
            store.close()
        return entries, [each.article for each in arrived]


def judge(kit: Kit, case: Case) -> Verdict:
    """Subscribe to `case`, and look for faults."""
    verdict = Verdict(case)
    with tempfile.TemporaryDirectory() as home:
        reader = Reader(Path(home), case.get("feed_url") or case["url"])
        began = time.monotonic()
        morning = (*DIGEST, "morning", "--since", "2025-01-01", "--format", "json")
        code = reader.run(*morning, into="edition.json", verdict=verdict)
        verdict.seconds = time.monotonic() - began
        if (reader.home / "edition.json").stat().st_size:
            files = [
                str(word) for f, e in FORMATS.items() for word in (f, reader.home / f"edition.{e}")
            ]
            shown = reader.run(
                sys.executable, "-c", SHOW, *files, into="edition.shown", verdict=verdict
            )
            verdict.faults += [f"show ends with {shown}"] if shown else []
        verdict.faults += kit.findings(reader.outputs) if reader.outputs else []
        verdict.faults += ended(verdict, code)
        verdict.faults += (kept_article if case["kind"] == "article" else kept_feed)(
            verdict, reader
        )
    return verdict


def ended(verdict: Verdict, code: int) -> Iterator[str]:
    """What is wrong with how the program ended."""
    if code not in {0, 1, 3}:
        yield f"exit {code}"
    if verdict.seconds > verdict.case["limit_s"] + GRACE:
        yield f"{verdict.seconds:.0f} s"
    if verdict.main > MAIN:
        yield f"main {verdict.main:.0f} MB"
    if verdict.worker > WORKER:
        yield f"worker {verdict.worker:.0f} MB"


def kept_feed(verdict: Verdict, reader: Reader) -> Iterator[str]:
    """What is wrong with a feed's outcome, and what is lost of it."""
    case = verdict.case
    edition = (reader.home / "edition.json").read_text("utf-8")
    said = (reader.home / "edition.json.log").read_text("utf-8")
    nothing = "No edition yet" in said
    failed = json.loads(edition)["missed"] if edition else not nothing
    verdict.outcome = "error" if failed else "ok"
    yield from unexpected(verdict)
    if verdict.outcome == "error":
        return
    entries, _ = reader.stored()
    if case["items"] is not None and entries != case["items"]:
        yield f"{entries} entries of {case['items']}"
    for ending in WHOLE if edition else ():
        whole = (reader.home / f"edition.{ending}").read_text("utf-8").replace("\\", "")
        yield from (f"lost {word} in {ending}" for word in case["keep"] if word not in whole)
    if case["category"] in {"cache", "semantics"}:
        reader.run(*DIGEST, "update", into="edition.again", verdict=verdict)
        if (again := reader.stored()[0]) != entries:
            yield f"{again - entries} more entries after another look"


def kept_article(verdict: Verdict, reader: Reader) -> Iterator[str]:
    """What is wrong with an article's outcome, and what is lost of it."""
    _, articles = reader.stored()
    article = next((each for each in articles if "KEEP-" in each.title), None)
    companion = any("COMP-" in each.title for each in articles)
    if article is None or not companion:
        yield "entry lost"
        return
    verdict.outcome = "error" if article.note else "ok"
    yield from unexpected(verdict)
    if article.note and "FEEDTEXT" not in article.text:
        yield "lost FEEDTEXT"
    if not article.note:
        yield from (f"lost {word}" for word in verdict.case["keep"] if word not in article.text)


def unexpected(verdict: Verdict) -> Iterator[str]:
    """An outcome that is none of those expected."""
    fine = {verdict.case["expected"], *verdict.case["also_fine"]}
    meant = {"ok": {"ok", "ok-sanitized"}, "error": {"error", "skipped"}}[verdict.outcome]
    if not fine & meant:
        yield f"{verdict.outcome}, not {verdict.case['expected']}"


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
            print(f"{verdict.case['id']:24} sat through to the end")
    if hits > canary:
        print(f"PRIVATE ADDRESS REACHED {hits - canary} times")
    return verdicts


def shown(kit: Kit, cases: list[Case]) -> str:
    """All of the cases in the app, in words: how much was seen, and what was wrong."""
    with tempfile.TemporaryDirectory() as home:
        reader = Reader(Path(home), *(case.get("feed_url") or case["url"] for case in cases))
        morning = (*DIGEST, "morning", "--since", "2025-01-01", "--format", "json")
        reader.run(*morning, into="edition.json", verdict=Verdict({}), seconds=600)
        edition = json.loads((reader.home / "edition.json").read_text("utf-8"))
        stories = sum(len(edition[part]) for part in ("stories", "more", "alone"))
        told = json.dumps(edition)
        words = sorted({word for case in cases for word in case["keep"] if word in told})
        faults = [*reader.look(stories, words), *kit.findings(reader.outputs)]
        said = (reader.home / "edition.tty").read_text("utf-8", "replace")
    seen = sum(word in said for word in words)
    return (
        f"{stories} stories, {seen} of {len(words)} words seen; {', '.join(faults) or 'no fault'}"
    )


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
    for what, unit in {"seconds": "s", "main": "MB", "worker": "MB"}.items():
        most = max(verdicts, key=lambda verdict: getattr(verdict, what))
        print(f"most {what:8} {getattr(most, what):6.1f} {unit} ({most.case['id']})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[""], help="cases whose names begin so")
    parser.add_argument("--jobs", type=int, default=3)
    parser.add_argument("--baseline", action="store_true")
    options = parser.parse_args()
    with serving(options.kit) as kit:
        hostile = kit.manifest["hostile"]
        slow_first = sorted(hostile, key=lambda c: c["category"] not in {"http-body", "article"})
        cases = [c for c in slow_first if c["enabled"] and c["id"].startswith(tuple(options.only))]
        verdicts = measured(kit, cases, options.jobs)
        print(f"{'in the app':12} {shown(kit, cases)}")
        table(verdicts, baseline(kit, options.only[0]) if options.baseline else None)


if __name__ == "__main__":
    main()
