"""A number with what it is a number of."""

import re
from typing import Final

from msgspec import Struct

from digest.language.numerals import Numeral, numeral

EXACT: Final = 0.0
"""The step of what is never rounded: a date, an age, a vote."""


class Measure(Struct, frozen=True, kw_only=True):
    """A number with what it is a number of."""

    number: Numeral
    """Its value in one unit of its dimension."""

    dimension: str
    """"dollar", "share", "length": measures of two dimensions are never compared."""


def measure(
    sentence: str,
    match: re.Match[str],
    value: float,
    dimension: str,
    *,
    step: float = EXACT,
    unit: float = 1.0,
) -> Measure:
    """What a match says, with the words before it that say how surely."""
    number = numeral(sentence, match, value=value, step=step, unit=unit)
    return Measure(number=number, dimension=dimension)


def bare(match: re.Match[str], group: str, value: float, dimension: str) -> Measure:
    """What one group of a match says, with nothing around it."""
    start, end = match.span(group)
    number = Numeral(start=start, end=end, text=match[group], value=value, how="", step=EXACT)
    return Measure(number=number, dimension=dimension)


def overlap(one: Measure, other: Measure) -> bool:
    """Whether two are readings of one piece of a sentence."""
    return one.number.start < other.number.end and other.number.start < one.number.end
