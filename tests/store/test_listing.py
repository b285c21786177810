"""What is stored, as a list: titles and times, newest first, the texts left closed."""

from datetime import UTC, datetime, timedelta

from digest.clean import clean
from digest.news import Article, Entry, Mark
from digest.store.articles import save_articles
from digest.store.database import Store
from digest.store.feeds import Outcome, save_feed
from digest.store.listing import list_reports
from digest.store.marks import set_mark

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
FEED = "https://a.example/feed"


def stored(hours: dict[str, int]) -> Store:
    store = Store(None)
    times = {id_: NOW - timedelta(hours=back) for id_, back in hours.items()}
    entries = [
        Entry(
            id=id_,
            feed=FEED,
            title=clean(f"News of {id_}"),
            url=clean(f"https://a.example/{id_}"),
            published=time,
        )
        for id_, time in times.items()
    ]
    save_feed(store, Outcome(url=FEED, at=NOW, title=clean("Coast Herald")), entries)
    articles = [
        Article(
            id=entry.id,
            feed=FEED,
            title=entry.title,
            publisher=clean("Coast Herald"),
            url=entry.url,
            published=entry.published,
        )
        for entry in entries
    ]
    save_articles(store, articles, NOW)
    return store


def test_the_newest_stand_first_each_with_its_feed() -> None:
    reports = list_reports(stored({"old": 9, "new": 1, "middle": 5}))
    assert [report.id for report in reports] == ["new", "middle", "old"]
    assert {report.publisher for report in reports} == {"Coast Herald"}
    assert reports[0].title == "News of new"
    assert reports[0].published == NOW - timedelta(hours=1)


def test_saved_ones_can_be_listed_alone() -> None:
    store = stored({"old": 9, "new": 1})
    assert list_reports(store, saved=True) == ()
    set_mark(store, ["old", "gone"], Mark.SAVED, on=True)
    assert [report.id for report in list_reports(store, saved=True)] == ["old"]
