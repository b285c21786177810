"""What a good morning paper makes of the newsroom: which pages tell one event, one report."""

from digest.newsroom.archive import pieces, printed


def stories() -> dict[str, str]:
    """The event that each page tells, by URL; "" for a page that is on its own."""
    return {url: page.piece.story for url, page in printed(pieces()[-1].time).items()}


def origins() -> dict[str, str]:
    """The report that each page prints, by URL: reprints of a wire story share one."""
    return {url: page.piece.origin or url for url, page in printed(pieces()[-1].time).items()}
