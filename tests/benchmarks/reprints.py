"""How well reprints are found.

    python -m tests.benchmarks.reprints --data FILE [FILE ...]

FILE holds articles with known stories, as `digest.group.fit` reads them. Of one article in three
four reprints are made as stations make them: another headline, dateline, byline and credit, a
tail cut off, a local paragraph, words edited, boilerplate around it. Different articles of one
story stay as they are, and are other texts; those that share a fifth of their five-word runs with
another are left out first, since the data holds reprints of its own. Prints precision and recall
over pairs, beside equal texts and equal headlines in the same run, and the recall of each trick.
"""

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Final, TypeAlias

from msgspec.structs import replace

from digest.clean import clean
from digest.group import Item
from digest.group.known import rows
from digest.group.reprints import origins
from digest.language.words import words

Pair: TypeAlias = tuple[int, int]
Trick: TypeAlias = Callable[[str, Random], str]

MORNING: Final = datetime(2026, 11, 2, 6, 0, 7, tzinfo=UTC)
TOWNS: Final = ("Aldermouth", "Ketterby", "Port Reyes", "Dunlow", "Little Marsh", "Velden")
PEOPLE: Final = ("Joan Tully", "Tom Ferris", "Ada Brock", "Nora Feldt", "Amy Drew")
SWAPS: Final = {
    "said": "says",
    "more than": "over",
    "about": "around",
    "because": "since",
    "however": "but",
    "announced": "said",
    "officials": "authorities",
    "several": "a number of",
    "nearly": "almost",
    "according to": "as reported by",
    "Monday": "on Monday",
    "%": " percent",
}


def dateline(text: str, chance: Random) -> str:
    """Opens as a wire does."""
    return f"{chance.choice(TOWNS).upper()}, Nov. {chance.randint(1, 28)} (Wire) - {text}"


def cut(text: str, chance: Random) -> str:
    """Keeps the head, as a station with little room does."""
    said = text.split(" ")
    return " ".join(said[: max(60, round(len(said) * chance.uniform(0.35, 0.8)))])


def local(text: str, chance: Random) -> str:
    """Adds a paragraph of its own, before the second sentence or at the end."""
    town, person = chance.choice(TOWNS), chance.choice(PEOPLE)
    own = (
        f" In {town}, {person} of the chamber of trade told this station that the news had been "
        f"the talk of the market since early morning, and that nobody there had seen it coming. "
    )
    head, stop, tail = text.partition(". ")
    return f"{head}.{own}{tail}" if stop and chance.random() < 0.5 else text + own


def edited(text: str, chance: Random) -> str:
    """Words swapped, a sentence dropped, as a copy editor does."""
    for before, after in SWAPS.items():
        if chance.random() < 0.6:
            text = text.replace(f" {before} ", f" {after} ")
    said = text.split(". ")
    if len(said) > 6:
        del said[chance.randrange(1, len(said))]
    return ". ".join(said)


def wrapped(text: str, chance: Random) -> str:
    """Byline before, boilerplate around."""
    town = chance.choice(TOWNS)
    return (
        f"By {chance.choice(PEOPLE)}, {town} Courier. Sign up for our morning newsletter. {text} "
        f"Copyright 2026 {town} Broadcasting. All rights reserved. This material may not be "
        f"published, broadcast, rewritten or redistributed without permission."
    )


def everything(text: str, chance: Random) -> str:
    """All of it at once."""
    for trick in (edited, cut, local, dateline, wrapped):
        text = trick(text, chance)
    return text


TRICKS: Final[tuple[Trick, ...]] = (dateline, cut, local, edited, wrapped, everything)


def reprinted(item: Item, trick: Trick, number: int, chance: Random) -> Item:
    """A station's copy, some hours later, under a headline of its own."""
    headline = words(item.title)
    chance.shuffle(headline)
    place = chance.choice(TOWNS)
    return replace(
        item,
        id=f"{item.id}-{number}",
        title=clean(f"{place}: {' '.join(headline[: max(3, len(headline) // 2)])}"),
        text=trick(item.text, chance),
        published=(item.published or MORNING) + timedelta(hours=chance.uniform(0.2, 30)),
        publisher=clean(f"{place} Courier"),
        url=clean(f"https://station{number}.example/{item.id}"),
    )


def distinct(items: Sequence[Item]) -> list[Item]:
    """Those that share less than a fifth of their five-word runs with any before them."""
    owners: dict[tuple[str, ...], list[int]] = defaultdict(list)
    kept = []
    for number, item in enumerate(items):
        said = words(item.text)
        runs = set(zip(*(said[start:] for start in range(5)), strict=False))
        shared = Counter(owner for run in runs for owner in owners[run])
        if max(shared.values(), default=0) < 0.2 * len(runs):
            kept.append(item)
        for run in runs:
            owners[run].append(number)
    return kept


def made(path: Path) -> tuple[list[Item], list[int], dict[int, str]]:
    """The articles with the reprints of some; which text each is; the trick of each reprint."""
    chance = Random(7)
    known = [row.item() for row in rows(path)]
    long = distinct([item for item in known if len(item.text.split()) >= 80])
    items, texts, tricks = [], [], {}
    for text, item in enumerate(long):
        items.append(item)
        texts.append(text)
        for number, trick in enumerate(chance.sample(TRICKS, 4) if text % 3 == 0 else ()):
            tricks[len(items)] = trick.__name__
            items.append(reprinted(item, trick, number, chance))
            texts.append(text)
    return items, texts, tricks


def pairs(labels: Sequence[object]) -> set[Pair]:
    """The pairs of items with one label."""
    alike: dict[object, list[int]] = defaultdict(list)
    for item, label in enumerate(labels):
        alike[label].append(item)
    return {pair for members in alike.values() for pair in combinations(members, 2)}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, nargs="+")
    print(f"{'set':18}{'method':10}{'P':>7}{'R':>7}{'pairs':>7}{'wrong':>7}{'s':>6}")
    for path in parser.parse_args().data:
        items, texts, tricks = made(path)
        known = pairs(texts)
        methods: dict[str, Callable[[], Sequence[object]]] = {
            "equal text": lambda items=items: [item.text for item in items],
            "headline": lambda items=items: [" ".join(words(item.title)) for item in items],
            "digest": lambda items=items: origins(items),
        }
        for method, label in methods.items():
            began = time.process_time()
            found = pairs(label())
            seconds = time.process_time() - began
            right = len(found & known)
            print(
                f"{path.name.partition('.')[0]:18}{method:10}"
                f"{right / max(1, len(found)):7.3f}{right / len(known):7.3f}"
                f"{len(known):7}{len(found - known):7}{seconds:6.1f}"
            )
        missed = Counter(tricks[one] for pair in known - found for one in pair if one in tricks)
        whole = Counter(tricks[one] for pair in known for one in pair if one in tricks)
        print(
            "  recall", *(f"{name} {1 - missed[name] / whole[name]:.3f}" for name in sorted(whole))
        )


if __name__ == "__main__":
    main()
