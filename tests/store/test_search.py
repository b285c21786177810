from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import clean
from digest.errors import StoreError
from digest.news import Article, Counts, Edition, Found, Paragraph, Window
from digest.store import search as room
from digest.store.articles import save_articles
from digest.store.database import Store
from digest.store.editions import Membership, save_edition
from digest.store.index import index_articles
from digest.store.search import find

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


def article(id_: str, title: str, *paragraphs: str, hours: float = 0) -> Article:
    return Article(
        id=id_,
        feed="https://a.example/feed",
        title=clean(title),
        publisher=clean("Coast Herald"),
        url=clean(f"https://a.example/{id_}"),
        published=NOW - timedelta(hours=hours),
        paragraphs=tuple(Paragraph(clean(text)) for text in paragraphs),
    )


def stored(*articles: Article) -> Store:
    store = Store(None)
    save_articles(store, articles, NOW)
    while index_articles(store):
        pass
    return store


def ids(found: Sequence[Found]) -> list[str]:
    return [each.id for each in found]


SHORE = stored(
    article("crane", "The crane turns again", "Dockers cheered.", "The crane fell in a storm."),
    article("ferry", "A ferry for the Ångström islands", "It will sail in café weather.", hours=1),
    article("vote", "東京都の選挙が始まった", "投票は日曜日です。", hours=2),
    article("hindi", "हिन्दी में समाचार", hours=3),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("crane", ["crane"]),
        ("CRANE storm", ["crane"]),
        ("crane ferry", []),
        ("coast herald", ["crane", "ferry", "vote", "hindi"]),
        ("fer", ["ferry"]),
        ("fer sail", []),
        ("angstrom", ["ferry"]),
        ("Cafe\u0301", ["ferry"]),
        ("東京", ["vote"]),
        ("京", ["vote"]),
        ("選挙 日曜", ["vote"]),
        ("京東", []),
        ("हिन्दी", ["hindi"]),
        ("", []),
        ("!?", []),
    ],
)
def test_words_are_found_whatever_their_case_accents_and_script(
    words: str, found: list[str]
) -> None:
    assert ids(find(SHORE, words)) == found


@given(st.text())
def test_nothing_that_is_typed_is_an_operator(words: str) -> None:
    find(SHORE, words)


@pytest.mark.parametrize(
    "words", ['crane"', "crane AND", "NEAR(crane", "text:crane", "-crane", "*"]
)
def test_signs_of_the_query_language_are_only_signs(words: str) -> None:
    find(SHORE, words)


def test_the_newest_come_first_and_as_many_as_asked() -> None:
    store = stored(*(article(str(n), "Crane", hours=(n * 7) % 10) for n in range(10)))
    assert ids(find(store, "crane", limit=3)) == ["0", "3", "6"]


def test_a_hit_says_in_which_paragraph_the_words_stand_and_where() -> None:
    (hit,) = find(SHORE, "crane storm")
    assert (hit.paragraph, hit.snippet) == (2, "The crane fell in a storm.")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["crane", "storm"]


def test_a_long_paragraph_is_cut_between_words_around_the_hit() -> None:
    store = stored(article("a", "Long", "left " * 100 + "zebra " + "right " * 100))
    (hit,) = find(store, "zebra")
    assert hit.snippet.startswith("…left ")
    assert hit.snippet.endswith(" right…")
    assert len(hit.snippet) < 220


def test_a_hit_names_the_story_that_told_it() -> None:
    store = stored(article("a", "Crane"))
    edition = Edition(
        day="2026-11-20",
        made=NOW,
        window=Window(start=NOW, end=NOW),
        minutes=1,
        counts=Counts(articles=1, publishers=1, stories=1, feeds=1, missed=0),
        stories=(),
    )
    save_edition(store, edition, [Membership(article="a", story="s")])
    (hit,) = find(store, "crane")
    assert (hit.story, hit.day) == ("s", "2026-11-20")


def test_a_changed_article_is_found_by_its_new_words_alone() -> None:
    store = stored(article("a", "The crane falls"), article("b", "The crane stands"))
    save_articles(store, [article("a", "The crane is raised")], NOW)
    assert index_articles(store) is False
    assert ids(find(store, "falls")) == []
    assert ids(find(store, "raised")) == ["a"]
    assert ids(find(store, "crane")) == ["a", "b"]


def test_a_sqlite_without_fts5_keeps_articles_and_says_why_it_cannot_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("digest.store.index.can_search", lambda _: False)
    monkeypatch.setattr(room, "can_search", lambda _: False)
    store = stored(article("a", "Crane"))
    with pytest.raises(StoreError, match="without FTS5"):
        find(store, "crane")
    monkeypatch.undo()
    assert index_articles(store) is False
    assert ids(find(store, "crane")) == ["a"]
