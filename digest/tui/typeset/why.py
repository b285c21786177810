"""Why a story is one story, and why it stands where it does: the reasons, in words."""

from collections.abc import Iterator, Sequence

from digest.news import Because
from digest.tui.typeset.lines import BLANK, SPACE, Block, Set, Span, flow, fold, hung


def page(because: Because | None, headline: str, width: int) -> list[Block]:
    """The reasons in blocks; before they have come, the headline alone."""
    title = tuple((Span(line, "title"),) for line in fold(headline, width))
    blocks: list[Block] = [Set((*title, BLANK))]
    if because is None:
        return blocks
    together = because.together or ("One report alone: nothing was joined to it.",)
    blocks += _part("ONE STORY, BECAUSE", together, width)
    if nearest := because.left_out:
        blocks += _part("THE NEAREST ONE LEFT OUT", (nearest.headline,), width)
        blocks += _part("IN COMMON", nearest.shared, width)
        blocks += _part("AGAINST", nearest.against, width)
    blocks += _part("IT STANDS HERE, BECAUSE", because.rank, width)
    return blocks


def _part(label: str, reasons: Sequence[str], width: int) -> Iterator[Block]:
    if reasons:
        yield Set(((Span(label, "label"),),))
        for reason in reasons:
            yield Set(hung((Span("•", "quiet"),), flow([Span(reason)], width - 2), 2))
        yield SPACE
