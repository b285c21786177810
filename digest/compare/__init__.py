"""Story → what its reports agree on, where they differ, what one alone says, who is quoted."""

from collections.abc import Sequence

from msgspec import Struct

from digest.compare.differences import beside
from digest.compare.quotes import strongest_quote
from digest.compare.shared import agreements, only
from digest.compare.statements import statements
from digest.language.reading import Read
from digest.news import Agreement, Difference, Only, Quote


class Compared(Struct, frozen=True, kw_only=True):
    """A story's reports beside each other."""

    agree: tuple[Agreement, ...] = ()
    differ: tuple[Difference, ...] = ()
    only: tuple[Only, ...] = ()
    quote: Quote | None = None


def compare(reads: Sequence[Read], *, origins: Sequence[int]) -> Compared:
    """Compare the reports of one story.

    Args:
        reads: All of them.
        origins: For each, the number of its origin; reprints of one text share it, and do
            not confirm each other.
    """
    told = statements(reads, origins)
    figures = beside(told, [read.article for read in reads])
    claims = frozenset(claim.text for each in figures.differ for claim in each.claims)
    return Compared(
        agree=agreements(told, figures.agree, figures.disputed),
        differ=figures.differ,
        only=only(told, claims),
        quote=strongest_quote(told),
    )
