import random
import time
from collections.abc import Sequence

import pytest

from digest.clean import Clean
from digest.language.reading import read
from digest.news import Article, Kind, Paragraph, Sentence
from digest.summarize import summarize, summarize_story

FLOOD = """
By Ines Aldous

HARLAND (AP) — The river Tarn burst its banks in Harland on Monday, and 400 people left home.

She called it the worst flood in a lifetime.

Harland's mayor, Ida Voss, said the river Tarn would rise for another day. \
She asked people in Harland to stay away from the bridges.

Sign up for our newsletter to read more about the river Tarn in Harland.

The county opened two schools in Harland to people who had left home near the river Tarn.

“We lost it all,” he said.

Trains between Harland and Port Elm are stopped until Thursday, the railway said.

The river Tarn in Harland, seen on
""".strip().split("\n\n")


def article(*paragraphs: str, title: str = "Flood empties homes in Harland") -> Article:
    return Article(
        id="a",
        feed="",
        title=Clean(title),
        publisher=Clean(""),
        url=Clean(""),
        paragraphs=tuple(Paragraph(Clean(text)) for text in paragraphs),
    )


def summary(of: Article, sentences: int = 3) -> tuple[Sentence, ...]:
    return summarize(*read([of]), sentences=sentences)


def story(
    articles: Sequence[Article], *, origins: Sequence[int], words: int = 100
) -> tuple[Sentence, ...]:
    return summarize_story(read(articles), origins=origins, words=words).summary


def told(of: Article, count: int = 3) -> list[str]:
    return [sentence.text for sentence in summary(of, sentences=count)]


def test_every_sentence_is_the_articles_own_in_its_order() -> None:
    chosen = summary(article(*FLOOD))
    assert len(chosen) == 3
    assert all(sentence.text in FLOOD[sentence.paragraph - 1] for sentence in chosen)
    assert [each.paragraph for each in chosen] == sorted(each.paragraph for each in chosen)


def test_the_lead_is_told_without_its_dateline() -> None:
    assert told(article(*FLOOD))[0].startswith("The river Tarn burst its banks")


def test_bylines_pleas_and_halves_are_never_told() -> None:
    all_told = " ".join(told(article(*FLOOD), 20))
    for unwanted in ("Aldous", "Sign up", "seen on"):
        assert unwanted not in all_told


def test_nobody_is_a_pronoun_without_a_person() -> None:
    assert "“We lost it all,” he said." not in told(article(*FLOOD), 1)
    alone = article("“We lost it all,” he said.", "She called it the worst flood in a lifetime.")
    assert told(alone) == []


def test_what_leans_on_a_sentence_comes_with_it() -> None:
    for count in range(1, 9):
        chosen = told(article(*FLOOD), count)
        if "She asked people in Harland to stay away from the bridges." in chosen:
            at = chosen.index("She asked people in Harland to stay away from the bridges.")
            assert chosen[at - 1].startswith("Harland's mayor, Ida Voss")


def test_headings_quotes_and_lists_are_not_the_running_text() -> None:
    heading = Paragraph(Clean("The river rose faster than anyone had said."), Kind.HEADING)
    text = Paragraph(Clean("The county opened two schools to people from the valley."))
    of = Article(
        id="a",
        feed="",
        title=Clean(""),
        publisher=Clean(""),
        url=Clean(""),
        paragraphs=(heading, text),
    )
    assert [(each.text, each.paragraph) for each in summary(of)] == [(text.text, 2)]


def test_an_article_of_nothing_has_no_summary() -> None:
    assert summary(article()) == ()
    assert summary(article("", "•", "...")) == ()
    assert story([], origins=[]) == ()


def test_a_sentence_printed_twice_is_told_once() -> None:
    line = "The county opened two schools in Harland to people who had left their homes."
    assert told(article(line, "Rain fell in Port Elm.", line)).count(line) == 1


def test_a_reprint_adds_nothing() -> None:
    copy = article(*FLOOD[1:], title="Harland under water")
    alone = story([article(*FLOOD)], origins=[0], words=60)
    both = story([article(*FLOOD), copy], origins=[0, 0], words=60)
    assert [each.text for each in both] == [each.text for each in alone]


def test_nearly_the_same_sentence_of_two_origins_is_told_once() -> None:
    one = article(
        "The river Tarn burst its banks in Harland on Monday and 400 people left their homes."
    )
    two = article(
        "The river Tarn burst its banks in Harland on Monday, and some 400 people left homes."
    )
    assert len(story([one, two], origins=[0, 1])) == 1


def test_a_story_keeps_to_its_words() -> None:
    articles = [article(*FLOOD), article(*reversed(FLOOD))]
    for words in (20, 40, 80):
        chosen = story(articles, origins=[0, 1], words=words)
        assert sum(len(each.text.split()) for each in chosen) <= words
    assert len(story(articles, origins=[0, 1], words=1)) == 1


def test_a_summary_makes_room_for_the_differences_beside_it() -> None:
    reads = read([article(*FLOOD), article(*reversed(FLOOD))])

    def words(beside: int) -> int:
        told = summarize_story(reads, origins=[0, 1], words=80, beside=beside)
        return sum(len(each.text.split()) for each in told.summary)

    assert words(0) > words(30) > 0
    assert 0 < words(500) <= 40


def test_a_story_names_the_article_of_each_sentence() -> None:
    other = article(
        "The railway said trains from Harland to Port Elm would not run before Thursday."
    )
    articles = [article(*FLOOD), other]
    for each in story(articles, origins=[0, 1]):
        assert each.text in articles[each.article].paragraphs[each.paragraph - 1].text


def test_a_story_of_one_leaning_sentence_is_still_told() -> None:
    one = article("He said the river would rise for another day in Harland.")
    assert len(story([one], origins=[0])) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "台风星期一袭击了沿海城市，四百人离开家园。政府开放了两所学校。"),
        ("de", "Der Fluss trat am Montag über die Ufer. Rund 400 Menschen verließen ihre Häuser."),
        ("hi", "नदी सोमवार को शहर में घुस गई। चार सौ लोग घर छोड़ गए हैं।"),
    ],
)
def test_other_languages_are_told_too(language: str, text: str) -> None:
    of = Article(
        id="a",
        feed="",
        title=Clean(""),
        publisher=Clean(""),
        url=Clean(""),
        language=Clean(language),
        paragraphs=(Paragraph(Clean(text)),),
    )
    assert len(summary(of)) == 2


def test_a_story_is_told_in_one_language() -> None:
    german = Article(
        id="b",
        feed="",
        title=Clean("Flut in Harland"),
        publisher=Clean(""),
        url=Clean(""),
        language=Clean("de"),
        paragraphs=(Paragraph(Clean("Der Fluss Tarn trat am Montag in Harland über die Ufer.")),),
    )
    other = article("The railway said trains from Harland to Port Elm would not run on Tuesday.")
    chosen = story([german, article(*FLOOD), other], origins=[0, 1, 2])
    assert {each.article for each in chosen} <= {1, 2}


def long_article(sentences: int, seed: int) -> Article:
    draw = random.Random(seed)
    vocabulary = [
        f"{a}{b}" for a in "bcdfgklmnprst" for b in ("alen", "oris", "unter", "iva", "emon")
    ]
    return article(
        *(
            "The " + " ".join(draw.choices(vocabulary, k=20)) + f" in Harland on day {number}."
            for number in range(sentences)
        )
    )


def test_a_long_text_takes_no_longer_than_what_is_read_of_it() -> None:
    start = time.process_time()
    summary(long_article(5_000, 1))
    story([long_article(200, seed) for seed in range(60)], origins=range(60))
    summary(article("“(' " * 200_000))
    summary(article("word " * 200_000 + "."))
    summary(article("A ha. " * 100_000))
    assert time.process_time() - start < 5
