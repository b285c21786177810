from datetime import UTC, datetime, timedelta

import pytest

from digest.clean import clean
from digest.edition import (
    Draft,
    Layout,
    Place,
    Source,
    Wishes,
    allot,
    distinct,
    draft,
    lay_out,
    mentions,
    place,
)
from digest.edition.layout import open_differences
from digest.news import Article, Claim, Difference, Update, Window

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
WINDOW = Window(start=NOW - timedelta(days=1), end=NOW)


def source(
    name: str,
    *,
    publisher: str = "",
    title: str = "",
    hours: float = 1,
    section: str = "",
    agency: str = "",
    note: str = "",
    fresh: bool = True,
    always: bool = False,
    prefer: bool = False,
) -> Source:
    return Source(
        article=Article(
            id=name,
            feed=f"https://{name}.example/feed",
            title=clean(title or f"Title of {name}"),
            publisher=clean(publisher or name),
            url=clean(f"https://{name}.example/{name}"),
            agency=clean(agency),
            note=clean(note),
        ),
        published=NOW - timedelta(hours=hours),
        publisher=publisher or name,
        section=clean(section),
        fresh=fresh,
        always=always,
        prefer=prefer,
    )


def alone(name: str, **fields: object) -> Draft:
    return draft([source(name, **fields)], [0])


def several(*names: str, **fields: object) -> Draft:
    return draft([source(n, **fields) for n in names], range(len(names)))


def places(drafts: list[Draft], **fields: object) -> dict[str, Place]:
    wishes = Wishes(**fields)
    return {each.id: place(each, window=WINDOW, wishes=wishes) for each in drafts}


def laid_out(drafts: list[Draft], *printed: str, **fields: object) -> Layout:
    wishes = Wishes(**fields)
    return lay_out(places(drafts, **fields), wishes=wishes, printed=printed)


def test_a_story_is_named_by_its_first_article() -> None:
    assert draft([source("b", hours=1), source("a", hours=5)], [0, 1]).id == "a"


def test_a_story_that_goes_on_keeps_its_name_and_says_since_when() -> None:
    update = Update(day=2, since="2026-11-19")
    told = {"old": ("story", update)}
    found = draft([source("new"), source("old", hours=30, fresh=False)], [0, 1], known=told)
    assert (found.id, found.update) == ("story", update)


def test_one_copy_of_each_origin_comes_first() -> None:
    found = draft(
        [source(n, hours=h) for n, h in zip("abcd", (1, 2, 3, 4), strict=True)], [0, 1, 1, 1]
    )
    assert [s.article.id for s in found.sources] == ["d", "a", "c", "b"]
    assert found.origins == (0, 1, 0, 0)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"note": "consent wall"}, "readable first"),
        ({"agency": "Northwire"}, "then the agency's own"),
    ],
)
def test_of_reprints_the_best_copy_is_shown(fields: dict[str, str], reason: str) -> None:
    worse = source("a", hours=9, **fields)
    found = draft([worse, source("b", hours=1)], [0, 0])
    assert found.sources[0].article.id == "b", reason


def test_of_equal_reprints_a_preferred_feed_is_shown() -> None:
    found = draft([source("a", hours=9), source("b", prefer=True)], [0, 0])
    assert found.sources[0].article.id == "b"


def test_two_feeds_of_one_publisher_are_one_publisher() -> None:
    found = draft([source("a", publisher="p"), source("b", publisher="p")], [0, 1])
    assert found.publishers == 1


def test_the_headline_is_the_one_that_shares_most_with_the_others() -> None:
    titles = (
        "You will not believe this harbour",
        "Ferry fire in harbour kills three",
        "Three dead after ferry fire in harbour",
    )
    found = draft([source(f"s{n}", title=t) for n, t in enumerate(titles)], [0, 1, 2])
    assert found.headline in titles[1:]


def test_a_question_is_no_headline_where_there_is_another() -> None:
    found = draft(
        [source("a", title="Who lit the fire?"), source("b", title="Fire was lit")], [0, 1]
    )
    assert found.headline == "Fire was lit"


def test_a_section_is_that_of_most_origins_not_of_most_reprints() -> None:
    sources = [source(n, section=s) for n, s in (("a", "World"), ("b", "World"), ("c", "Business"))]
    assert draft([*sources, source("d", section="Business")], [0, 0, 1, 2]).section == "Business"


def test_two_halves_of_a_split_story_do_not_share_its_name() -> None:
    told: dict[str, tuple[str, Update | None]] = dict.fromkeys("abc", ("story", None))
    big = draft([source("a"), source("b")], [0, 1], known=told)
    small = draft([source("c")], [0], known=told)
    assert [each.id for each in distinct([small, big])] == ["story", "c"]
    assert [each.id for each in distinct([small, big], others=["c"])] == ["story", "story-2"]


def test_stories_of_several_publishers_lead_and_the_rest_is_on_its_own() -> None:
    drafts = [alone("z"), several("a", "b"), several("c", "d", "e"), several("f", "g")]
    page = laid_out(drafts, stories=3)
    assert list(page.front) == ["c", "a", "f"]
    assert list(page.alone) == ["z"]


def test_more_independent_origins_come_before_more_reprints() -> None:
    copied = draft([source(n) for n in "abcd"], [0, 0, 0, 0])
    page = laid_out([copied, several("x", "y")])
    assert list(page.front) == ["x", "a"]


def test_what_does_not_fit_on_the_front_is_more() -> None:
    drafts = [several(f"a{n}", f"b{n}", hours=n) for n in range(1, 6)]
    page = laid_out(drafts, stories=2)
    assert list(page.front) == ["a1", "a2"]
    assert list(page.more) == ["a3", "a4", "a5"]


def test_minutes_beat_stories() -> None:
    drafts = [several(f"a{n}", f"b{n}") for n in range(20)]
    page = laid_out(drafts, stories=20, minutes=1)
    assert len(page.front) == 230 // 40


def test_a_front_without_shared_stories_takes_three_of_the_others() -> None:
    page = laid_out([alone(n) for n in "abcdef"])
    assert (len(page.front), len(page.alone)) == (3, 3)


def test_a_feed_may_always_reach_the_front() -> None:
    drafts = [several("a", "b"), several("c", "d"), several("e", "f"), alone("z", always=True)]
    assert "z" in laid_out(drafts).front


def test_a_followed_word_lifts_a_story_and_says_so() -> None:
    drafts = [several("a", "b", "c"), several("x", "y", title="The Harbour opens")]
    page = laid_out(drafts, follow=("harbour",))
    assert list(page.front) == ["x", "a"]
    assert "you follow harbour" in places(drafts, follow=("harbour",))["x"].reasons


def test_a_word_is_mentioned_as_a_whole_word_in_any_case() -> None:
    assert mentions(alone("a", title="The Harbour opens"), "HARBOUR")
    assert not mentions(alone("b", title="Harbourmaster retires"), "HARBOUR")


def test_the_order_of_drafts_changes_nothing() -> None:
    drafts = [several(f"a{n}", f"b{n}") for n in range(9)] + [alone(f"c{n}") for n in range(9)]
    forward = laid_out(drafts, stories=4)
    backward = laid_out(drafts[::-1], stories=4)
    assert forward == backward


def test_what_is_printed_on_the_front_stays_there() -> None:
    layout = laid_out([several("a", "b", "c"), alone("old")], "old")
    assert layout.front == ("old", "a")


@pytest.mark.parametrize("count", [1, 2, 5, 12, 28])
@pytest.mark.parametrize("minutes", [1, 5, 20])
def test_words_are_allotted_within_the_budget_and_the_first_get_most(
    count: int, minutes: int
) -> None:
    words = allot(count, minutes)
    assert all(40 <= each <= 150 for each in words)
    assert sum(words) <= max(minutes * 230, count * 40)
    assert list(words) == sorted(words, reverse=True)


def test_one_publisher_leads_a_third_of_the_front_at_most_while_others_have_something() -> None:
    loud = [
        draft([source(f"l{n}", publisher="loud", hours=1), source(f"m{n}", hours=1)], [0, 0])
        for n in range(6)
    ]
    drafts = [*loud, *(several(f"a{n}", f"b{n}", hours=20) for n in range(4))]
    led = [each.sources[0].publisher for each in loud]
    assert led == ["loud"] * 6
    page = laid_out(drafts, stories=6)
    assert len([id_ for id_ in page.front if id_.startswith("l")]) == 2
    assert set(page.waiting) == {id_ for id_ in page.more if id_.startswith("l")}
    assert len(laid_out(loud, stories=6).front) == 6


def test_a_followed_story_reaches_a_full_front() -> None:
    drafts = [several("a", "b"), several("c", "d"), alone("z")]
    found = places(drafts, stories=2)
    found["z"] = place(drafts[2], window=WINDOW, wishes=Wishes(), followed=True)
    page = lay_out(found, wishes=Wishes(stories=2), printed=("a", "c"))
    assert page.front == ("a", "c", "z")
    assert "you follow this story" in found["z"].reasons


def test_a_feed_that_publishes_seldom_is_lifted_and_comes_first_on_its_own() -> None:
    rare = {"https://z.example/feed": 1}
    drafts = [*(alone(name) for name in "abcdz"), several("e", "f"), several("g", "h")]
    drafts.append(several("i", "j"))
    assert laid_out(drafts, rare=rare).alone[0] == "z"
    reasons = places(drafts, rare=rare)["z"].reasons
    assert "z publishes seldom: 1 entry in four weeks" in reasons


def test_every_part_of_the_rank_has_its_words() -> None:
    each = draft(
        [source("a", title="The harbour", always=True), source("b", fresh=False), source("c")],
        [0, 1, 0],
        known={"b": ("b", Update(day=3, since="2026-11-19"))},
    )
    wishes = Wishes(follow=("harbour",), rare={"https://c.example/feed": 2})
    assert place(each, window=WINDOW, wishes=wishes, followed=True).reasons == (
        "1 independent origin",
        "1 reprint of them",
        "on its day 3, with 1 origin of earlier days",
        "newest report 1 hour ago",
        "you follow this story",
        "you follow harbour",
        "from a feed that always reaches the front",
        "c publishes seldom: 2 entries in four weeks",
    )


def test_of_equal_reprints_the_agencys_own_is_shown() -> None:
    copy = source("a", hours=9)
    credited = source("c", agency="Northwire")
    own = source("b", publisher="Northwire News")
    assert draft([copy, own, credited], [0, 0, 0]).sources[0].article.id == "b"


def differing(words: int) -> Difference:
    side = Claim(value=clean("9"), text=clean("word " * words), article=0, paragraph=1)
    return Difference(what=clean("people killed"), kind="conflict", claims=(side, side))


@pytest.mark.parametrize(
    ("sizes", "words", "opened"),
    [((20, 20), 150, 2), ((30, 30), 150, 1), ((90,), 60, 1), ((), 150, 1), ((10, 90, 10), 150, 1)],
)
def test_differences_stand_open_while_the_summary_has_room(
    sizes: tuple[int, ...], words: int, opened: int
) -> None:
    assert open_differences([differing(size) for size in sizes], words) == opened
