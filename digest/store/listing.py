"""What is stored, as a list: each article as a story would cite it, without opening its text."""

from datetime import datetime

from digest.clean import clean
from digest.news import Report
from digest.store.database import Store

MOST = 10_000
"""Lines of a list: more than anybody scrolls through."""

_NEWEST = """
    SELECT e.id, e.title, e.url, e.feed, f.title, a.published
    FROM (SELECT id, published FROM articles ORDER BY published DESC, id LIMIT ?) a
    JOIN entries e ON e.id = a.id LEFT JOIN feeds f ON f.url = e.feed
    ORDER BY a.published DESC, e.id
"""
_SAVED = """
    SELECT e.id, e.title, e.url, e.feed, f.title, a.published
    FROM marks m JOIN articles a ON a.id = m.id JOIN entries e ON e.id = m.id
    LEFT JOIN feeds f ON f.url = e.feed
    WHERE m.mark = 'saved' ORDER BY a.published DESC, e.id LIMIT ?
"""


def list_reports(store: Store, *, saved: bool = False) -> tuple[Report, ...]:
    """The stored articles, newest first; `saved`: those only."""
    rows = store.rows(_SAVED if saved else _NEWEST, (MOST,))
    return tuple(
        Report(
            id=id_,
            title=clean(title),
            publisher=clean(name or feed),
            url=clean(url),
            published=datetime.fromisoformat(published),
            origin=0,
            feed=feed,
        )
        for id_, title, url, feed, name, published in rows
    )
