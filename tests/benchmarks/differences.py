"""Differences: how many of labelled pairs are found and right, and those of a real edition.

    python -m tests.benchmarks.differences [EDITION.json] [--fit]

Prints precision and recall for each file of tests/data/compare: as digest compares them, and
crossed, with weights that are fitted without that file; and of those found, how many have the
right kind. What stands in aside-*.txt was written last and has changed nothing: it is never
fitted. With --fit, the weights for digest/figures/odds.py. Then, of an edition (`digest morning
--format json`), every difference with both sentences, to be read.
"""

import argparse
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from digest.clean import clean
from digest.compare import compare
from digest.dates import read_date
from digest.figures.apart import are_apart
from digest.figures.odds import LEAST, evidence
from digest.figures.read import figures
from digest.figures.sentence import Sentence
from digest.language.reading import read
from digest.news import Article, Paragraph

PAIRS = Path(__file__).parent.parent / "data" / "compare"
ASIDE = "aside"
REAL = ("conflict", "revision")
EASY = 0.1
"""What a pair counts whose sides are worded alike; one of desk-*.txt counts 1."""

PULL = 10.0
"""How strongly weights are pulled to 0 (L2)."""

ROUNDS = 6

Evidence = Mapping[str, float]


class Pair(NamedTuple):
    """Two sentences of one story, and what they are to each other."""

    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        return self.label in REAL


class Example(NamedTuple):
    """The evidence of every two figures of a pair that might be compared."""

    differs: bool
    weight: float
    candidates: Sequence[Evidence]


def pairs(path: Path) -> Iterator[Pair]:
    label = ""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        *heading, one, other = block.split("\n")
        label = heading[0] if heading else label
        yield Pair(label, one, other)


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


def found(pair: Pair) -> str:
    """The kind of difference that two reports show; those of a revision are a day apart."""
    later = 18 if pair.label == "revision" else 17
    reads = read([article(pair.one, 17), article(pair.other, later)])
    differ = compare(reads, origins=[0, 1]).differ
    return differ[0].kind if differ else ""


def example(pair: Pair, weight: float) -> Example:
    mine, theirs = (
        [each for each in figures(Sentence(text)) if not each.is_earlier]
        for text in (pair.one, pair.other)
    )
    candidates = [
        evidence(one, other)
        for one in mine
        for other in theirs
        if one.compares_with(other) and not one.agrees(other) and not are_apart(one, other)
    ]
    return Example(pair.differs, weight, candidates)


def odds(weights: Mapping[str, float], found: Evidence) -> float:
    return weights.get("", 0) + sum(weights.get(name, 0) * value for name, value in found.items())


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Weights by which the figures of one thing are told from others.

    Nobody says which figures of a pair that differs are of one thing: those that are likeliest
    by the weights of the round before.
    """
    weights = {"clause shared, least": 1.0, "same head": 1.0, "same role": 1.0}
    for _ in range(ROUNDS):
        rows: list[tuple[Evidence, bool, float]] = []
        for each in examples:
            best = max(each.candidates, key=lambda found: odds(weights, found), default=None)
            chosen = [best] if each.differs and best is not None else each.candidates
            rows.extend((found, each.differs, each.weight) for found in chosen)
        weights = regression(rows)
    return weights


def regression(rows: Sequence[tuple[Evidence, bool, float]]) -> dict[str, float]:
    """Logistic regression with an L2 penalty, by Newton's method."""
    names = ["", *sorted({name for found, _, _ in rows for name, value in found.items() if value})]
    places = {name: place for place, name in enumerate(names)}
    sparse = [
        ([(0, 1.0), *((places[name], float(v)) for name, v in found.items() if v)], is_one, weight)
        for found, is_one, weight in rows
    ]
    weights = [0.0] * len(names)
    for _ in range(8):
        slope = [0.0, *(-PULL * each for each in weights[1:])]
        curve = [
            [PULL if a == b and a else 0.0 for a in range(len(names))] for b in range(len(names))
        ]
        for found, is_one, weight in sparse:
            likely = 1 / (1 + math.exp(-sum(weights[place] * value for place, value in found)))
            for place, value in found:
                slope[place] += weight * (is_one - likely) * value
                for other, second in found:
                    curve[place][other] += weight * likely * (1 - likely) * value * second
        weights = [a + b for a, b in zip(weights, solved(curve, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place in range(len(rows)):
        pivot = max(range(place, len(rows)), key=lambda row: abs(rows[row][place]))
        rows[place], rows[pivot] = rows[pivot], rows[place]
        rows[place] = [value / rows[place][place] for value in rows[place]]
        for other, row in enumerate(rows):
            if other != place and row[place]:
                rows[other] = [a - row[place] * b for a, b in zip(row, rows[place], strict=True)]
    return [row[-1] for row in rows]


def right_and_found(shown: Sequence[bool], real: int) -> str:
    """Precision and recall, of which of those shown are right."""
    right = sum(shown) / len(shown) if shown else 1.0
    return f"{right:>8.3f}{sum(shown) / real:>8.3f}"


def show(path: Path) -> None:
    edition = json.loads(path.read_text("utf-8"))
    for story in [*edition["stories"], *edition["more"], *edition["alone"]]:
        for difference in story["differ"]:
            print(f"\n{story['headline']}\n{difference['kind']}: {difference['what']}")
            for claim in difference["claims"]:
                report = story["articles"][claim["article"]]
                who = ", ".join(filter(None, [claim["speaker"], report["publisher"]]))
                print(f"  {who}, {report['published']}: {claim['text']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("edition", nargs="?", type=Path)
    parser.add_argument("--fit", action="store_true", help="print the weights of odds.py")
    args = parser.parse_args()
    files = {path.name: list(pairs(path)) for path in sorted(PAIRS.glob("*.txt"))}
    examples = {
        name: [example(pair, 1 if name.startswith("desk") else EASY) for pair in known]
        for name, known in files.items()
    }
    fitted = {name: known for name, known in examples.items() if not name.startswith(ASIDE)}
    if args.fit:
        for name, weight in fit(list(chain(*fitted.values()))).items():
            print(f'    "{name}": {weight:.2f},')
    print(
        f"{'':<12}{'pairs':>6}{'right':>8}{'found':>8}{'kind':>8}   crossed{'right':>8}{'found':>8}"
    )
    for name, known in files.items():
        kinds = [(pair, found(pair)) for pair in known]
        real = sum(pair.differs for pair in known)
        told = right_and_found([pair.differs for pair, kind in kinds if kind], real)
        same = [pair.label == kind for pair, kind in kinds if kind and pair.differs]
        kind = sum(same) / max(1, len(same))
        weights = fit([each for other in fitted if other != name for each in fitted[other]])
        shown = [
            each.differs
            for each in examples[name]
            if any(odds(weights, found) >= LEAST for found in each.candidates)
        ]
        crossed = right_and_found(shown, real)
        print(f"{name:<12}{len(known):>6}{told}{kind:>8.3f}          {crossed}")
    if args.edition:
        show(args.edition)


if __name__ == "__main__":
    main()
