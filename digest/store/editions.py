"""Editions, as rows, and the stories that they told."""

from collections.abc import Sequence

from msgspec import Struct

from digest.clean import clean
from digest.news import Edition, EditionLine
from digest.store.database import Store, a_time, as_text, packed, unpacked


class Told(Struct, frozen=True, kw_only=True):
    """The story that tells an article."""

    story: str
    first_day: str
    """Of the story, as YYYY-MM-DD."""

    last_day: str | None
    """The last before the day that was asked for; None: it began on that day."""


class Membership(Struct, frozen=True, kw_only=True):
    """An article, in a story of an edition."""

    article: str
    story: str


def save_edition(store: Store, edition: Edition, memberships: Sequence[Membership]) -> None:
    """Keep an edition, and which story told which article."""
    with store.transaction():
        store.sql.execute(
            "INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                edition.day,
                edition.revision,
                as_text(edition.made),
                as_text(edition.window.start),
                as_text(edition.window.end),
                len(edition.everything),
                edition.everything[0].headline if edition.everything else "",
                packed(edition),
            ),
        )
        store.sql.executemany(
            "INSERT INTO told (article, story, day, last) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (article) DO UPDATE SET story = excluded.story,"
            " last = max(last, excluded.last)",
            [(each.article, each.story, edition.day, edition.day) for each in memberships],
        )


def find_edition(
    store: Store, day: str | None = None, revision: int | None = None
) -> Edition | None:
    """The edition of a day (None: the last) and revision (None: the latest)."""
    row = store.row(
        "SELECT body FROM editions WHERE (:day IS NULL OR day = :day)"
        " AND (:revision IS NULL OR revision = :revision)"
        " ORDER BY day DESC, revision DESC LIMIT 1",
        {"day": day, "revision": revision},
    )
    return unpacked(row[0], Edition) if row else None


def list_editions(store: Store) -> tuple[EditionLine, ...]:
    """All editions, newest first."""
    rows = store.rows(
        "SELECT day, revision, made, stories, headline FROM editions"
        " ORDER BY day DESC, revision DESC"
    )
    return tuple(
        EditionLine(
            day=day,
            revision=revision,
            made=a_time(made),
            stories=stories,
            headline=clean(headline),
        )
        for day, revision, made, stories, headline in rows
    )


def stories_told(store: Store, articles: Sequence[str], day: str) -> dict[str, Told]:
    """For those of `articles` that an edition up to `day` has told: their story."""
    found: dict[str, Told] = {}
    for article in articles:
        row = store.row(
            "SELECT t.story, min(s.day), max(CASE WHEN s.day < :day THEN s.day END)"
            " FROM told t JOIN told s ON s.story = t.story AND s.day <= :day"
            " WHERE t.article = :article AND t.day <= :day GROUP BY t.story",
            {"article": article, "day": day},
        )
        if row:
            found[article] = Told(story=row[0], first_day=row[1], last_day=row[2])
    return found
