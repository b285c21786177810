"""Fits the model that weighs evidence: ``python -m digest.group.fit FILE... [--out FILE]``.

Each FILE holds articles with known stories, JSON Lines, gzipped or not:
``{"id", "title", "text", "date", "story"}``, all but title and story optional; ``part`` names
rows that are to count as a set of their own. Plain Python, no randomness but a seeded one: the
same files give the same weights to the digit.

Boosting of oblivious trees (Prokhorenkova et al. 2018, "CatBoost") by Newton steps on the
logistic loss (Friedman 2001). Nothing of the texts reaches the weights.
"""

import argparse
import gzip
import json
import math
import random
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from digest.clean import clean, clean_text, clean_url
from digest.group.evidence import Evidence, Pair
from digest.group.item import Item
from digest.group.model import WEIGHTS, Model, Tree
from digest.group.portrait import portraits

Example: TypeAlias = tuple[tuple[int, ...], bool, float]
"""The bins of a pair's evidence, whether it is one story, and how much the pair weighs."""

LEAST: Final = 0.3
"""Between .25 and .40 every set stays within .015 of its best (cross-validated by story)."""

_TREES: Final = 160
_DEPTH: Final = 4
_RATE: Final = 0.15
_BINS: Final = 32
_FIELDS_A_TREE: Final = 12
_PAIRS_A_SET: Final = 9000
_DAYS: Final = ((6, 40), (12, 20), (40, 8), (150, 4))
_ALIKE: Final = ((3, 250), (6, 150), (12, 60), (40, 8))
"""Small days drawn from each set, of whole stories and of look-alikes: how many articles, how
many days."""

_SMALL: Final = "small days"
_RIDGE: Final = 4.0


class Row(msgspec.Struct, frozen=True):
    """An article with the story it is known to tell."""

    title: str
    story: str
    id: str = ""
    text: str | None = None
    date: str | None = None
    url: str | None = None
    source: str | None = None
    part: str = ""

    def item(self) -> Item:
        """The same, as grouping sees it."""
        return Item(
            id=self.id,
            title=clean(self.title),
            text=clean_text(self.text or ""),
            url=clean_url(self.url or ""),
            publisher=clean(self.source or ""),
            published=datetime.fromisoformat(self.date).astimezone() if self.date else None,
        )


def rows(path: Path) -> list[Row]:
    """The articles of a file."""
    read = gzip.open if path.suffix == ".gz" else open
    with read(path, "rt", encoding="utf-8") as lines:
        return [msgspec.convert(json.loads(line), Row) for line in lines if line.strip()]


def fit(sets: Sequence[Sequence[Row]]) -> Model:
    """The model that best tells the pairs of one story from the others, in these sets."""
    chance = random.Random(1)  # noqa: S311 - a sample, no secret
    samples = [sample for known in sets for sample in _samples(known, chance)]
    cuts = _cuts([pair for sample in samples for pair, _ in sample])
    examples = [example for sample in samples for example in _examples(sample, cuts)]
    start, trees = _boost(examples, cuts, chance)
    return Model(fields=Pair._fields, least=LEAST, start=start, trees=tuple(trees))


def _samples(known: Sequence[Row], chance: random.Random) -> Iterator[list[tuple[Pair, bool]]]:
    """The pairs of each part of a set, and of small days drawn from it: grouping meets both."""
    parts: dict[str, list[tuple[Pair, bool]]] = defaultdict(list)
    whole = _evidence(known)
    for one, other, pair in whole.pairs():
        part = min(known[one].part, known[other].part)
        parts[part].append((pair, known[one].story == known[other].story))
    for day in _small_days(known, whole, chance):
        for one, other, pair in _evidence(day).pairs():
            parts[_SMALL].append((pair, day[one].story == day[other].story))
    for _, pairs in sorted(parts.items()):
        yield pairs if len(pairs) <= _PAIRS_A_SET else chance.sample(pairs, _PAIRS_A_SET)


def _evidence(known: Sequence[Row]) -> Evidence:
    return Evidence(portraits([row.item() for row in known]))


def _small_days(
    known: Sequence[Row], whole: Evidence, chance: random.Random
) -> Iterator[list[Row]]:
    """Days of whole stories, and days of look-alikes: among few, strangers can seem near."""
    for size, days in _DAYS:
        for _ in range(days):
            order = list(range(len(known)))
            chance.shuffle(order)
            stories = {known[index].story: place for place, index in enumerate(order)}
            order.sort(key=lambda index: stories[known[index].story])
            yield _few_of_each([known[index] for index in order], 4)[:size]
    for size, days in _ALIKE:
        for _ in range(days):
            seed = chance.randrange(len(known))
            alike = [known[index] for index in (seed, *whole.nearest(seed))]
            yield _few_of_each(alike, chance.choice((1, 2)))[:size]


def _few_of_each(known: Sequence[Row], most: int) -> list[Row]:
    counts: dict[str, int] = defaultdict(int)
    kept = []
    for row in known:
        counts[row.story] += 1
        if counts[row.story] <= most:
            kept.append(row)
    return kept


def _cuts(pairs: Sequence[Pair]) -> list[list[float]]:
    """For each field the thresholds that part the pairs into bins of like size."""
    found = []
    for field in range(len(Pair._fields)):
        values = sorted(pair[field] for pair in pairs)
        steps = {values[len(values) * step // _BINS] for step in range(1, _BINS)}
        found.append(sorted({round(value, 4) for value in steps}))
    return found


def _examples(sample: list[tuple[Pair, bool]], cuts: list[list[float]]) -> Iterator[Example]:
    """Every set weighs by the root of its same-story pairs, so that no large one rules."""
    weight = 1 / math.sqrt(max(1, sum(same for _, same in sample)))
    for pair, same in sample:
        yield (
            tuple(bisect_right(cuts[field], value) for field, value in enumerate(pair)),
            same,
            weight,
        )


def _boost(
    examples: list[Example], cuts: list[list[float]], chance: random.Random
) -> tuple[float, list[Tree]]:
    scale = len(examples) / sum(weight for _, _, weight in examples)
    weights = [weight * scale for _, _, weight in examples]
    same = sum(weight for weight, (_, known, _) in zip(weights, examples, strict=True) if known)
    share = min(max(same / len(examples), 0.01), 0.99)
    start = round(math.log(share / (1 - share)), 4)
    odds = [start] * len(examples)
    trees = []
    for _ in range(_TREES):
        slopes, curves = [], []
        for value, weight, (_, known, _) in zip(odds, weights, examples, strict=True):
            likely = 1 / (1 + math.exp(-value))
            slopes.append(weight * (known - likely))
            curves.append(weight * likely * (1 - likely))
        fields = chance.sample(range(len(cuts)), _FIELDS_A_TREE)
        tree, places = _grow(examples, slopes, curves, cuts, fields)
        odds = [value + tree.leaves[place] for value, place in zip(odds, places, strict=True)]
        trees.append(tree)
    return start, trees


def _grow(
    examples: list[Example],
    slopes: list[float],
    curves: list[float],
    cuts: list[list[float]],
    fields: list[int],
) -> tuple[Tree, list[int]]:
    """A tree, and the leaf that each example falls into."""
    places = [0] * len(examples)
    questions: list[tuple[int, int]] = []
    for _ in range(_DEPTH):
        sums = {field: _sums(examples, places, slopes, curves, field) for field in fields}
        options = ((field, cut) for field in fields for cut in range(len(cuts[field])))
        field, cut = max(options, key=lambda option: _gain(sums[option[0]], option[1]))
        questions.append((field, cut))
        places = [
            place + place + (bins[field] > cut)
            for place, (bins, _, _) in zip(places, examples, strict=True)
        ]
    down, up = [0.0] * 2**_DEPTH, [_RIDGE] * 2**_DEPTH
    for place, slope, curve in zip(places, slopes, curves, strict=True):
        down[place] += slope
        up[place] += curve
    leaves = tuple(round(_RATE * slope / curve, 4) for slope, curve in zip(down, up, strict=True))
    (a, p), (b, q), (c, r), (d, s) = questions
    return Tree((a, b, c, d), (cuts[a][p], cuts[b][q], cuts[c][r], cuts[d][s]), leaves), places


def _sums(
    examples: list[Example],
    places: list[int],
    slopes: list[float],
    curves: list[float],
    field: int,
) -> tuple[list[list[float]], list[list[float]]]:
    """Slopes and curves summed by leaf and bin, running from the lowest bin up."""
    down = [[0.0] * (_BINS + 1) for _ in range(max(places) + 1)]
    up = [[0.0] * (_BINS + 1) for _ in range(max(places) + 1)]
    for (bins, _, _), place, slope, curve in zip(examples, places, slopes, curves, strict=True):
        down[place][bins[field]] += slope
        up[place][bins[field]] += curve
    for table in (*down, *up):
        for step in range(1, len(table)):
            table[step] += table[step - 1]
    return down, up


def _gain(sums: tuple[list[list[float]], list[list[float]]], cut: int) -> float:
    """How much a question helps: the sum of slope² / curve over the halves of every leaf."""
    total = 0.0
    for slopes, curves in zip(*sums, strict=True):
        low, high = slopes[cut], slopes[-1] - slopes[cut]
        total += low * low / (curves[cut] + _RIDGE)
        total += high * high / (curves[-1] - curves[cut] + _RIDGE)
    return total


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m digest.group.fit", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    model = fit([rows(path) for path in options.files])
    options.out.write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=1) + b"\n")
    sys.stderr.write(f"{len(model.trees)} trees written to {options.out}\n")


if __name__ == "__main__":
    main()
