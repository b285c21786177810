"""The figures that the model weighs: what speaks for and against two items telling one story."""

from typing import Final, NamedTuple

UNKNOWN: Final = -1.0


class Pair(NamedTuple):
    """The evidence about two items.

    Where a field ends in low and high, it looks at the pair from both sides: the share of A's
    title that B tells, and the share of B's that A tells.
    """

    words: float
    """Cosine of title and text, in words and pairs of words."""

    title: float
    """Cosine of the titles alone."""

    title_low: float
    title_high: float
    """How much of a title the other item tells, by rarity."""

    names: float
    """Cosine of the names in running text; UNKNOWN where one has none."""

    names_low: float
    names_high: float
    """How many of the names the other item tells, by rarity."""

    numbers: float
    """Rarity of the numerals that both have."""

    quote: float
    """Words of the longest quotation that both have."""

    rarest: float
    """Rarity of the three rarest words that both have."""

    named: float
    """Rarity of the two rarest names that both have."""

    heads: float
    """Rarity of the three rarest title words that the other says."""

    hours: float
    """Between them; UNKNOWN where one knows no hour."""

    rank_low: float
    rank_high: float
    """The place of each among the nearest of the other."""

    near_low: float
    near_high: float
    """How near they are, measured by the nearest that each has."""

    circle: float
    """Cosine of the texts together with their neighbours'."""

    circle_rank_low: float
    circle_rank_high: float
    circle_near_low: float
    circle_near_high: float
    common: float
    """The share of their ten nearest that both have."""

    crowd_low: float
    crowd_high: float
    """How near the twenty nearest of each are, in sum."""

    length_low: float
    length_high: float
    """How many different words each has."""

    texts: float
    """How many of the two have a text, not a title alone."""

    items: float
    """Among how many they were found, up to a full day: ranks among few mean little."""
