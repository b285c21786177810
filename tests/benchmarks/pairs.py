"""Whole processes, timed in pairs: on a noisy machine the ratio of two neighbours holds."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Pair(NamedTuple):
    """What two commands took, side by side."""

    ours: float
    """Median of wall seconds."""

    theirs: float
    ratio: float
    """Median of the pairs' ratios."""


def seconds(command: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """Wall seconds of a command that must succeed (3: done, some feeds failed)."""
    start = time.perf_counter()
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    took = time.perf_counter() - start
    if done.returncode not in {0, 3}:
        raise SystemExit(f"{command}: {done.returncode}: {done.stderr.decode()[-500:]}")
    return took


def in_pairs(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> Pair:
    """Both, in turn; who goes first changes with each round."""
    mine, other = [], []
    for number in range(rounds):
        first, second = (ours, mine), (theirs, other)
        for run, kept in (first, second) if number % 2 else (second, first):
            kept.append(run())
    ratios = [one / another for one, another in zip(mine, other, strict=True)]
    return Pair(statistics.median(mine), statistics.median(other), statistics.median(ratios))


def digest(*arguments: str) -> list[str]:
    """A command of this environment's digest, as it is installed."""
    return [str(Path(sys.executable).with_name("digest")), *arguments]


def python(*arguments: str) -> list[str]:
    """A command of this environment's Python."""
    return [sys.executable, *arguments]
