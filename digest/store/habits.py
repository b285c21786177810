"""What the reader and the feeds usually do, asked of the rows: for the ranking."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from digest.clean import Clean, clean
from digest.news import Mark
from digest.store.database import Store, as_text


class Marked(Struct, frozen=True, kw_only=True):
    """An article that carries a mark."""

    id: str
    feed: str
    url: str
    title: Clean


def lately_marked(store: Store, mark: Mark, since: datetime, most: int) -> tuple[Marked, ...]:
    """The last articles, of those stored after `since`, that carry a mark: the latest first."""
    rows = store.rows(
        "SELECT e.id, e.feed, e.url, e.title FROM articles a JOIN marks m ON m.id = a.id"
        " JOIN entries e ON e.id = a.id WHERE a.stored > ? AND m.mark = ?"
        " ORDER BY a.stored DESC, a.id LIMIT ?",
        (as_text(since), mark, most),
    )
    return tuple(
        Marked(id=id_, feed=feed, url=url, title=clean(title)) for id_, feed, url, title in rows
    )


def seldom(
    store: Store, feeds: Sequence[str], *, since: datetime, known: datetime, most: int
) -> dict[str, int]:
    """Those of `feeds` with `most` entries or fewer after `since`, and how many.

    Only feeds with an entry from before `known` are judged: of the others too little is known.
    """
    found = {}
    for feed in feeds:
        recent, oldest = store.row(
            "SELECT coalesce(sum(at > ?), 0), min(at)"
            " FROM (SELECT coalesce(published, seen) AS at FROM entries WHERE feed = ?)",
            (as_text(since), feed),
        )
        if recent <= most and oldest and oldest < as_text(known):
            found[feed] = recent
    return found
