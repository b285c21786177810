import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from digest.clean import Clean
from digest.compare import Compared, compare
from digest.language.reading import read
from digest.news import Article, Paragraph
from tests.benchmarks.differences import PAIRS, Pair, found, pairs

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)


def article(*paragraphs: str, hours: float | None = 0, language: str = "en") -> Article:
    return Article(
        id="a",
        feed="",
        title=Clean(""),
        publisher=Clean(""),
        url=Clean(""),
        language=Clean(language),
        published=None if hours is None else NOON + timedelta(hours=hours),
        paragraphs=tuple(Paragraph(Clean(text)) for text in paragraphs),
    )


def beside(articles: Sequence[Article], *, origins: Sequence[int]) -> Compared:
    return compare(read(articles), origins=origins)


@pytest.fixture(scope="module")
def told() -> list[tuple[Pair, str]]:
    """All labelled pairs, with the kind of difference that is shown."""
    return [(pair, found(pair)) for path in sorted(PAIRS.glob("*.txt")) for pair in pairs(path)]


def test_of_100_differences_shown_94_are_right(told: list[tuple[Pair, str]]) -> None:
    wrong = [pair for pair, kind in told if kind and not pair.differs]
    assert len(wrong) <= 0.06 * sum(bool(kind) for _, kind in told), wrong


def test_half_of_the_differences_are_found(told: list[tuple[Pair, str]]) -> None:
    real = [(pair, kind) for pair, kind in told if pair.differs]
    assert sum(bool(kind) for _, kind in real) >= 0.5 * len(real)


def test_a_revision_is_told_from_a_conflict(told: list[tuple[Pair, str]]) -> None:
    found = [(pair, kind) for pair, kind in told if pair.differs and kind]
    assert sum(pair.label == kind for pair, kind in found) >= 0.9 * len(found)


def test_there_are_pairs_enough_to_tell() -> None:
    assert sum(len(list(pairs(path))) for path in PAIRS.glob("desk-*.txt")) >= 1_500


def test_a_difference_is_told_with_both_sentences() -> None:
    one = (
        "The agency said the roughly 12,000 North Vestrian soldiers sent to Halvar are in training."
    )
    other = "At least 3,000 North Vestrian soldiers have arrived in Halvar, the White House said."
    (difference,) = beside([article(one), article(other)], origins=[0, 1]).differ
    assert difference.kind == "conflict"
    assert difference.what == "North Vestrian soldiers"
    assert {
        (each.value, each.text, each.article, each.paragraph) for each in difference.claims
    } == {
        ("roughly 12,000", one, 0, 1),
        ("At least 3,000", other, 1, 1),
    }


def test_a_report_differs_in_itself_where_it_names_who_says_each() -> None:
    told = article(
        "The intelligence service said roughly 12,000 North Vestrian soldiers are in Halvar.",
        "On Wednesday the harbour spokesman Per Holt told reporters at least 3,000 North Vestrian "
        "soldiers had arrived in Halvar.",
    )
    (difference,) = beside([told], origins=[0]).differ
    assert {(each.value, each.speaker) for each in difference.claims} == {
        ("roughly 12,000", "intelligence service"),
        ("at least 3,000", "Per Holt"),
    }


def test_a_report_that_names_nobody_does_not_differ_in_itself() -> None:
    told = article(
        "Roughly 12,000 North Vestrian soldiers are in Halvar.",
        "At least 3,000 North Vestrian soldiers had arrived in Halvar.",
    )
    assert beside([told], origins=[0]).differ == ()


def test_a_number_that_the_other_report_knows_of_something_else_is_no_difference() -> None:
    one = article("The ferry fire killed 11 passengers, the ministry said.")
    other = article(
        "The ferry fire killed nine passengers from Aldmere, the mayor said.",
        "In all the fire killed 11 passengers.",
    )
    assert beside([one, other], origins=[0, 1]).differ == ()


def test_by_last_week_a_later_report_may_mean_another() -> None:
    one, other = (
        "The number of new claims in Aldmere fell to 498,000 last week, the office said.",
        "The number of new claims in Aldmere fell to 473,000 last week, the office said.",
    )
    assert beside([article(one), article(other, hours=2)], origins=[0, 1]).differ
    assert not beside([article(one), article(other, hours=20)], origins=[0, 1]).differ


def test_a_toll_that_grows_is_told_in_order() -> None:
    tolls = [
        article("The ferry fire killed 11 people, the ministry said.", hours=50),
        article("The ferry fire killed three people.", hours=0),
        article("The death toll from the ferry fire rose to seven.", hours=24),
    ]
    (difference,) = beside(tolls, origins=[0, 1, 2]).differ
    assert difference.kind == "revision"
    assert [each.value for each in difference.claims] == ["three", "seven", "11"]


def test_a_third_report_does_not_bring_counts_of_two_things_together() -> None:
    reports = [
        article("The strike on a school in Aldon killed 12 people on Monday."),
        article("The strike in Aldon killed 14 people on Monday."),
        article("The strike on a market in Aldon killed nine people on Monday."),
    ]
    found = beside(reports, origins=[0, 1, 2]).differ
    assert [[claim.value for claim in each.claims] for each in found] == [["12", "14"]]


def test_a_figure_is_beside_what_it_is_said_to_have_been() -> None:
    reports = [
        article("The mill added 142,000 jobs in August, it said last month."),
        article(
            "The jobs that the mill added in August are now 180,000, from the 142,000 first told.",
            hours=48,
        ),
    ]
    (found,) = beside(reports, origins=[0, 1]).differ
    assert (found.kind, [claim.value for claim in found.claims]) == (
        "revision",
        ["142,000", "180,000"],
    )


def test_whoever_still_counts_fewer_contradicts() -> None:
    tolls = [
        article("The ferry fire killed 11 people, the ministry said.", hours=0),
        article("The harbour authority said nine people died in the ferry fire.", hours=5),
    ]
    (difference,) = beside(tolls, origins=[0, 1]).differ
    assert difference.kind == "conflict"


def test_a_toll_that_has_risen_to_what_it_is_knows_of_the_older() -> None:
    tolls = [
        article("The death toll from the ferry fire rose to nine.", hours=0),
        article("The harbour authority said seven people died in the ferry fire.", hours=5),
    ]
    (difference,) = beside(tolls, origins=[0, 1]).differ
    assert difference.kind == "revision"
    assert [each.value for each in difference.claims] == ["seven", "nine"]


def test_a_difference_is_named_by_whole_words_of_its_sentence() -> None:
    both = [
        article("The talks on the river treaty resume on 4 May, the minister said."),
        article("The talks on the river treaty resume on 11 May, the envoy said."),
    ]
    (difference,) = beside(both, origins=[0, 1]).differ
    assert difference.what == "talks on the river treaty resume"


def test_a_difference_in_a_share_is_named_by_what_it_is_a_share_of() -> None:
    reports = [
        article("Voss was credited with 54.2 percent of the vote in Aldon, the mayor said."),
        article("Voss was credited with 51.6 percent of the vote in Aldon, the party said."),
    ]
    (found,) = beside(reports, origins=[0, 1]).differ
    assert found.what == "share of the vote"


def test_without_dates_nothing_is_a_revision() -> None:
    tolls = [
        article("The ferry fire killed 3 people.", hours=None),
        article("The ferry fire killed 7 people.", hours=None),
    ]
    assert [each.kind for each in beside(tolls, origins=[0, 1]).differ] == ["conflict"]


def test_reprints_of_one_text_neither_differ_nor_agree() -> None:
    both = [article("The ferry fire killed 3 people."), article("The ferry fire killed 7 people.")]
    assert beside(both, origins=[0, 0]) == Compared()


def test_what_two_origins_state_is_agreed_and_a_disputed_toll_is_not() -> None:
    one = article(
        "The Calloway was carrying 186 passengers from Aldmere to Ostrey when the fire broke out.",
        "The ferry fire killed three people.",
    )
    other = article(
        "The Calloway was carrying 186 passengers from Aldmere to Ostrey at the time of the fire.",
        "The ferry fire killed three people off Ostrey.",
    )
    third = article("The ferry fire killed nine people.")
    agree = beside([one, other, third], origins=[0, 1, 2]).agree
    assert [(each.text[:12], each.articles) for each in agree] == [("The Calloway", (0, 1))]


def test_a_fact_of_one_origin_is_its_only() -> None:
    one = article(
        "A fire broke out on the ferry to Ostrey on Tuesday, the coastguard said.",
        "Sorrel Line bought the ship from a yard in Brackwater for 40 million crowns.",
    )
    other = article("A fire broke out on Tuesday on the ferry to Ostrey.", "The ship is under tow.")
    found = beside([one, other], origins=[0, 1]).only
    assert [(each.text[:11], each.article) for each in found] == [("Sorrel Line", 0)]
    assert beside([one], origins=[0]).only == ()


def test_the_quote_names_who_speaks_in_full() -> None:
    told = article(
        "Commander Ida Vennor led the search on Tuesday.",
        "“We are searching for them as if all of them were alive,” Vennor said.",
        "“But what we do is our business,” he added.",
    )
    quote = beside([told], origins=[0]).quote
    assert quote is not None
    assert quote.text == "We are searching for them as if all of them were alive"
    assert quote.speaker.endswith("Ida Vennor")
    assert (quote.article, quote.paragraph) == (0, 2)


def test_nothing_compares_to_nothing() -> None:
    assert beside([], origins=[]) == Compared()
    assert beside([article(), article("...")], origins=[0, 1]) == Compared()


def test_numbers_are_only_counted_in_english() -> None:
    both = [
        article("Bei dem Brand starben 3 people killed.", language="de"),
        article("Bei dem Brand starben 7 people killed.", language="de"),
    ]
    assert beside(both, origins=[0, 1]).differ == ()


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed 12 people and injured 30 in Ostrey. " * 2_000,
        "one " * 50_000 + ".",
        "“" + "Aa " * 100_000,
        "A said “" * 20_000,
        "1,000 " * 30_000 + "people died.",
    ],
)
def test_a_hostile_text_costs_no_more_than_is_read_of_it(text: str) -> None:
    start = time.process_time()
    beside([article(text), article(text), article(text)], origins=[0, 1, 2])
    assert time.process_time() - start < 4


@pytest.mark.parametrize("who", ["Voss", "Ms. Voss"])
def test_a_speaker_is_somebody_and_has_a_first_name(who: str) -> None:
    told = article(
        "The mayor of Harland, Ida Voss, spoke on Tuesday.",
        "“The river has never been as high as it was on this night,” said June this year.",
        f"“The river has never been as high as it was this Monday,” {who} said.",
    )
    quote = beside([told], origins=[0]).quote
    assert quote is not None
    assert (quote.speaker, quote.paragraph) == ("Ida Voss", 3)


def test_the_missing_may_become_more_and_then_fewer() -> None:
    reports = [
        article("Eighty people are missing after the collapse in Harland.", hours=40),
        article("Nearly 100 people were missing after the collapse in Harland.", hours=0),
        article("More than 150 people are missing after the collapse in Harland.", hours=9),
    ]
    (difference,) = beside(reports, origins=[0, 1, 2]).differ
    assert difference.kind == "revision"
    assert [each.value for each in difference.claims] == ["Nearly 100", "More than 150", "Eighty"]
