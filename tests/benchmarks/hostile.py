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
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.hostile_kit import Kit, serving
from tests.benchmarks.hostile_reader import Reader

WHOLE = ("json", "md", "html", "txt")
"""Formats in which nothing of a case may be lost."""

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


def judge(kit: Kit, case: Case) -> Verdict:
    """Subscribe to `case`, and look for faults."""
    verdict = Verdict(case)
    with tempfile.TemporaryDirectory() as home:
        reader = Reader(Path(home), case.get("feed_url") or case["url"])
        began = time.monotonic()
        code = reader.morning()
        verdict.seconds = time.monotonic() - began
        printed = (reader.home / "edition.json").stat().st_size
        if printed and (shown := reader.show()):
            verdict.faults.append(f"show ends with {shown}")
        verdict.faults += kit.findings(reader.outputs) if reader.outputs else []
        kept = kept_article if case["kind"] == "article" else kept_feed
        verdict.faults += kept(verdict, reader)
        verdict.main, verdict.worker = reader.main, reader.worker
        verdict.faults += ended(verdict, code)
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
        reader.update()
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
        reader.morning(seconds=600)
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
        table(verdicts, kit.unguarded(options.only[0]) if options.baseline else None)


if __name__ == "__main__":
    main()
