from collections.abc import Sequence

import pytest

from digest.clean import Clean
from digest.language.reading import Read, read
from digest.news import Article, Paragraph
from digest.summarize import Told, summarize_story, timeline

FIRST = (
    "At least three people were killed when a fire broke out on the ferry to Ostrey on Tuesday.",
    "The Calloway was carrying 186 passengers and 28 crew from Aldmere when the alarm was raised.",
)
SECOND = (
    "The death toll from the fire on the ferry to Ostrey rose to seven on Wednesday.",
    "The Calloway was carrying 186 passengers and 28 crew when the fire broke out.",
    "Divers found four bodies in a stairwell of the ferry to Ostrey on Wednesday.",
)


def article(*paragraphs: str, title: str = "Fire on Ostrey ferry", language: str = "") -> Article:
    return Article(
        id="a",
        feed="",
        title=Clean(title),
        publisher=Clean(""),
        url=Clean(""),
        language=Clean(language),
        paragraphs=tuple(Paragraph(Clean(text)) for text in paragraphs),
    )


def update(
    fresh: Article, *, earlier: Sequence[Article] = (), said: Sequence[str] = (), words: int = 100
) -> Told:
    reads = read([fresh, *earlier])
    return summarize_story(
        reads, origins=range(len(reads)), words=words, fresh=[0], said=[*map(Clean, said)]
    )


def texts(told: Sequence[object]) -> list[str]:
    return [str(getattr(each, "text", "")) for each in told]


def test_an_update_tells_first_what_nobody_has_said() -> None:
    told = update(article(*SECOND), earlier=[article(*FIRST)], said=FIRST)
    assert texts(told.new)[0] == SECOND[0]
    assert SECOND[1] not in texts(told.new)
    assert texts(told.summary) == [SECOND[1]]


@pytest.mark.parametrize("known", ["earlier", "said"])
def test_what_an_edition_or_an_earlier_report_said_is_not_new(known: str) -> None:
    told = update(
        article(*FIRST),
        earlier=[article(*FIRST)] if known == "earlier" else [],
        said=FIRST if known == "said" else [],
    )
    assert told.new == ()
    assert told.summary


def test_the_same_in_other_words_is_not_new() -> None:
    again = article("Three people were killed at least in a fire on the Ostrey ferry on Tuesday.")
    assert update(again, said=FIRST).new == ()


def test_a_figure_that_changed_is_new_even_in_the_same_words() -> None:
    grown = FIRST[0].replace("three", "nine")
    assert texts(update(article(grown), said=FIRST).new) == [grown]


def test_what_is_new_leaves_room_for_what_was_known() -> None:
    told = update(article(*SECOND), earlier=[article(*FIRST)], said=FIRST, words=40)
    assert texts(told.new) == [SECOND[0]]
    assert sum(len(text.split()) for text in texts([*told.new, *told.summary])) <= 40


def test_where_nothing_fresh_repeats_it_the_earlier_reports_tell_what_was_known() -> None:
    told = update(article(SECOND[2]), earlier=[article(*FIRST)], said=FIRST)
    assert texts(told.new) == [SECOND[2]]
    assert set(texts(told.summary)) <= set(FIRST)
    assert told.summary[0].article == 1


def test_a_story_that_begins_has_nothing_new_beside_it() -> None:
    reads = read([article(*FIRST)])
    assert summarize_story(reads, origins=[0]).new == ()


def test_updates_in_other_languages_are_told_too() -> None:
    fresh = article(
        "Nach dem Brand auf der Fähre nach Ostrey zählt die Küstenwache 7 Tote.",
        language="de",
    )
    said = ["Nach dem Brand auf der Fähre nach Ostrey zählt die Küstenwache 3 Tote."]
    assert update(fresh, earlier=[article(*FIRST, language="en")], said=said).new


def days(*told: tuple[str, Article]) -> tuple[list[str], tuple[Read, ...]]:
    return [day for day, _ in told], read([each for _, each in told])


def test_each_day_of_a_story_has_a_sentence() -> None:
    dates, reads = days(("2026-11-18", article(*SECOND)), ("2026-11-17", article(*FIRST)))
    assert [(each.day, each.text, each.article) for each in timeline(reads, dates)] == [
        ("2026-11-17", FIRST[0], 1),
        ("2026-11-18", SECOND[0], 0),
    ]


def test_a_story_of_one_day_has_no_timeline() -> None:
    dates, reads = days(("2026-11-17", article(*FIRST)), ("2026-11-17", article(*SECOND)))
    assert timeline(reads, dates) == ()
    assert timeline(reads, []) == ()


def test_an_article_of_years_ago_is_no_day_of_a_story() -> None:
    dates, reads = days(("2023-01-05", article(*FIRST)), ("2026-11-17", article(*SECOND)))
    assert timeline(reads, dates) == ()
