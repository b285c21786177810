"""How well stories are found.

    python -m tests.benchmarks.stories --data DIR

DIR holds articles with known stories, as `digest.group.fit` reads them. Prints BCubed (Bagga and
Baldwin 1998) and pair F1 for each set, beside TF-IDF with average link in the same run. A set
with several parts is grouped as one and scored by part. ``--cross`` fits on one half of the
stories and groups the other, both ways, so that no story is judged by what learned from it.
"""

import argparse
import math
import time
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from digest.group import Item, group
from digest.group.cluster import average_link
from digest.group.fit import fit
from digest.group.known import Row, rows
from digest.group.model import Model
from digest.group.neighbours import neighbours
from digest.group.portrait import portraits
from digest.group.vectors import bag, cosine, spread, weighed

Labels: TypeAlias = list[str]
Grouper: TypeAlias = Callable[[Sequence[Item]], list[int]]


def bcubed(known: Labels, found: Labels) -> tuple[float, float, float]:
    """Precision, recall and F1 over the items."""
    both, gold, mine = Counter(zip(known, found, strict=True)), Counter(known), Counter(found)
    precision = sum(n * n / mine[label] for (_, label), n in both.items()) / len(known)
    recall = sum(n * n / gold[label] for (label, _), n in both.items()) / len(known)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pair_f1(known: Labels, found: Labels) -> float:
    """F1 over the pairs that share a story: items alone cannot flatter it."""

    def pairs(labels: Sequence[object]) -> int:
        return sum(n * (n - 1) // 2 for n in Counter(labels).values())

    total = pairs(known) + pairs(found)
    return 2 * pairs(list(zip(known, found, strict=True))) / total if total else 1.0


def ours(model: Model | None) -> Grouper:
    """What digest does, with this model."""

    def grouped(items: Sequence[Item]) -> list[int]:
        labels = [0] * len(items)
        for number, story in enumerate(group(items, model)):
            for member in story.members:
                labels[member] = number
        return labels

    return grouped


def tfidf(items: Sequence[Item]) -> list[int]:
    """The baseline: TF-IDF of words and pairs, average link at cosine distance 0.85."""
    told = portraits(items)
    bags = [bag(item) for item in told]
    found = {term: n for term, n in spread(bags).items() if n > 1}
    rare = {term: math.log((len(items) + 300) / n) for term, n in found.items()}  # scored best
    vectors = [weighed(counts, rare) for counts in bags]
    near = neighbours(vectors, [item.hour for item in told], terms=60, least=0.02, most=300)
    pairs = {(min(a, b), max(a, b)) for a, others in enumerate(near) for _, b in others}
    links = ((a, b, cosine(vectors[a], vectors[b])) for a, b in sorted(pairs))
    return average_link(len(items), links, 0.15)


def score(name: str, method: str, known: list[Row], found: list[int], seconds: float) -> None:
    """One line of the table for each part of the set."""
    for part in sorted({row.part for row in known}):
        inside = [index for index, row in enumerate(known) if row.part == part]
        gold = [known[index].story for index in inside]
        mine = [str(found[index]) for index in inside]
        precision, recall, f1 = bcubed(gold, mine)
        print(
            f"{f'{name} {part}':24}{method:10}{precision:6.3f} {recall:6.3f} {f1:6.3f}"
            f"{pair_f1(gold, mine):9.3f}{len(inside):7}{seconds:7.1f}"
        )


def timed(grouper: Grouper, known: list[Row]) -> tuple[list[int], float]:
    """The labels, and the CPU seconds they took."""
    items = [row.item() for row in known]
    began = time.process_time()
    return grouper(items), time.process_time() - began


def half(row: Row) -> int:
    """Which half its story belongs to: the same in every set."""
    return zlib.crc32(row.story.encode()) % 2


def crossed(sets: dict[str, list[Row]]) -> None:
    """Fit on one half of the stories, group the other."""
    for side in (0, 1):
        model = fit([[row for row in known if half(row) != side] for known in sets.values()])
        for name, known in sets.items():
            there = [row for row in known if half(row) == side]
            for method, grouper in (("tf-idf", tfidf), ("digest", ours(model))):
                score(f"{name}/{side}", method, there, *timed(grouper, there))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cross", action="store_true")
    options = parser.parse_args()
    sets = {
        path.name.partition(".")[0]: rows(path) for path in sorted(options.data.glob("*.jsonl*"))
    }
    print(f"{'set':24}{'method':10}{'P':>6} {'R':>6} {'F1':>6}{'pair F1':>9}{'items':>7}{'s':>7}")
    if options.cross:
        crossed(sets)
        return
    for name, known in sets.items():
        for method, grouper in (("tf-idf", tfidf), ("digest", ours(None))):
            score(name, method, known, *timed(grouper, known))


if __name__ == "__main__":
    main()
