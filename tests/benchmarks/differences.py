"""Differences: how many of labelled pairs are found and right, and those of a real edition.

    python -m tests.benchmarks.differences [EDITION.json]

Prints precision and recall for each file of tests/data/compare, then, of an edition
(`digest morning --format json`), every difference with both sentences, to be read.
"""

import argparse
import json
from pathlib import Path

from digest.clean import clean
from digest.compare import compare
from digest.dates import read_date
from digest.language.reading import read
from digest.news import Article, Paragraph

PAIRS = Path(__file__).parent.parent / "data" / "compare"
REAL = ("conflict", "revision")


def article(text: str, day: int) -> Article:
    return Article(
        id="",
        feed="",
        title=clean(""),
        publisher=clean(""),
        url=clean(""),
        published=read_date(f"2026-11-{day}T12:00:00Z"),
        paragraphs=(Paragraph(clean(text)),),
    )


def found(label: str, one: str, other: str) -> str:
    """The kind of difference that two reports show; those of a revision are a day apart."""
    reads = read([article(one, 17), article(other, 18 if label == "revision" else 17)])
    differ = compare(reads, origins=[0, 1]).differ
    return differ[0].kind if differ else ""


def score(path: Path) -> None:
    label, rows = "", []
    for block in path.read_text("utf-8").strip().split("\n\n"):
        *heading, one, other = block.split("\n")
        label = heading[0] if heading else label
        rows.append((label, found(label, one, other)))
    right = sum(label == kind for label, kind in rows if kind)
    shown = sum(bool(kind) for _, kind in rows)
    real = sum(label in REAL for label, _ in rows)
    print(f"{path.name:<12}{len(rows):>5}{right / shown:>8.3f}{right / real:>8.3f}")


def show(path: Path) -> None:
    edition = json.loads(path.read_text("utf-8"))
    for story in [*edition["stories"], *edition["more"], *edition["alone"]]:
        for difference in story["differ"]:
            print(f"\n{story['headline']}\n{difference['kind']}: {difference['what']}")
            for claim in difference["claims"]:
                report = story["articles"][claim["article"]]
                print(f"  {report['publisher']}, {report['published']}: {claim['text']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("edition", nargs="?", type=Path)
    print(f"{'':<12}{'pairs':>5}{'right':>8}{'found':>8}")
    for path in sorted(PAIRS.glob("*.txt")):
        score(path)
    if edition := parser.parse_args().edition:
        show(edition)


if __name__ == "__main__":
    main()
