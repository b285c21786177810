from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from digest.clean import clean
from digest.edition import Draft, ReadersHand, Source, distinct, draft
from digest.news import Article, Correction, Hand, Paragraph, Update

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
HARBOUR = "The harbour crane turned again after the storm."
BAKERY = "A bakery sold its last loaf on the market square."


def source(name: str, text: str = HARBOUR) -> Source:
    return Source(
        article=Article(
            id=name,
            feed=f"https://{name}.example/feed",
            title=clean(f"Title of {name}"),
            publisher=clean(name),
            url=clean(f"https://{name}.example/{name}"),
            paragraphs=(Paragraph(clean(text)),),
        ),
        published=NOW - timedelta(hours=ord(name[0]) - ord("a")),
        publisher=name,
    )


def story(names: str, text: str = HARBOUR) -> Draft:
    return draft([source(name, text) for name in names], range(len(names)))


def correction(hand: Hand, articles: str, others: str = "", **fields: object) -> Correction:
    return Correction(hand=hand, articles=tuple(articles), others=tuple(others), made=NOW, **fields)


def apart(articles: str, others: str) -> Correction:
    return correction(Hand.APART, articles, others)


def together(articles: str, others: str) -> Correction:
    return correction(Hand.TOGETHER, articles, others)


def hand(*corrections: Correction, told: dict[str, str] | None = None) -> ReadersHand:
    return ReadersHand(corrections, told=told or {}, known={}, now=NOW)


def members(drafts: Iterable[Draft]) -> list[str]:
    return sorted("".join(sorted(s.article.id for s in each.sources)) for each in drafts)


def right(
    drafts: list[Draft], *corrections: Correction, told: dict[str, str] | None = None
) -> list[str]:
    return members(hand(*corrections, told=told).put_right(drafts))


def test_an_article_is_split_out_and_the_rest_stays() -> None:
    assert right([story("abc"), story("d")], apart("a", "bc")) == ["a", "bc", "d"]


def test_two_stories_are_merged() -> None:
    drafts = [story("ab"), story("cd"), story("e")]
    assert right(drafts, together("ab", "cd")) == ["abcd", "e"]


def test_what_no_correction_concerns_is_the_same_draft() -> None:
    drafts = [story("ab"), story("cd")]
    assert hand(apart("x", "y")).put_right(drafts) == tuple(drafts)


def test_the_later_correction_wins() -> None:
    drafts = [story("ab")]
    assert right(drafts, apart("a", "b"), together("a", "b")) == ["ab"]
    assert right(drafts, together("a", "b"), apart("a", "b")) == ["a", "b"]


def test_a_split_after_a_merge_leaves_the_rest_merged() -> None:
    drafts = [story("ab"), story("cd")]
    assert right(drafts, together("ab", "cd"), apart("c", "abd")) == ["abd", "c"]


def test_a_merge_after_a_split_does_not_undo_the_split() -> None:
    drafts = [story("abc"), story("x")]
    assert right(drafts, apart("a", "bc"), together("a", "x")) == ["ax", "bc"]


def test_a_correction_done_twice_changes_nothing_more() -> None:
    for twice in (apart("a", "bc"), together("ab", "d")):
        once = hand(twice).put_right([story("abc"), story("d")])
        assert hand(twice, twice).put_right(once) == once


def test_a_new_article_joins_the_side_that_it_fits() -> None:
    drafts = [draft([source("a", BAKERY), *map(source, "bc"), source("n", BAKERY)], range(4))]
    assert right(drafts, apart("a", "bc")) == ["an", "bc"]


def test_a_reprint_stays_with_its_text() -> None:
    drafts = [draft([*map(source, "abc"), source("n", BAKERY)], [0, 1, 1, 0])]
    assert right(drafts, apart("a", "bc")) == ["an", "bc"]


def test_a_split_holds_for_what_went_on_in_both_stories() -> None:
    told = {"a": "a", "b": "s", "c": "s", "n": "a", "m": "s"}
    assert right([story("nm")], apart("a", "bc"), told=told) == ["m", "n"]


def test_a_merge_holds_for_what_went_on_in_the_story() -> None:
    told = dict.fromkeys("abmn", "s")
    assert right([story("m"), story("n")], together("a", "b"), told=told) == ["mn"]


def test_a_merged_story_keeps_the_name_of_its_larger_part() -> None:
    (merged,) = hand(together("ab", "x")).put_right([story("ab"), story("x")])
    assert merged.id == "b"
    assert merged.together[0] == "You merged these"


def test_the_larger_part_of_a_split_keeps_the_name() -> None:
    parts = distinct(hand(apart("a", "bc")).put_right([story("abc")]))
    assert {each.id: members([each])[0] for each in parts} == {"c": "bc", "a": "a"}
    parts = distinct(hand(apart("c", "ab")).put_right([story("abc")]))
    assert {each.id: members([each])[0] for each in parts} == {"c": "ab", "c-2": "c"}


def test_a_story_of_several_days_goes_on_on_both_sides_of_a_split() -> None:
    update = Update(day=2, since="2026-11-19")
    known = {"a": ("mine", update), "b": ("theirs", update)}
    split = ReadersHand([apart("a", "b")], told={}, known=known, now=NOW)
    parts = split.put_right([story("ab")])
    assert sorted((each.id, each.update) for each in parts) == [
        ("mine", update),
        ("theirs", update),
    ]


def test_a_muted_story_is_named_until_its_day() -> None:
    drafts = [story("ab"), story("c")]
    mute = correction(Hand.MUTE, "a", until=NOW + timedelta(days=1))
    assert hand(mute).muted(drafts) == {drafts[0].id}
    over = correction(Hand.MUTE, "a", until=NOW)
    assert hand(over).muted(drafts) == frozenset()


def test_a_story_stays_muted_when_only_later_articles_are_left() -> None:
    mute = correction(Hand.MUTE, "a")
    assert hand(mute, told={"a": "s", "n": "s"}).muted([story("n")]) == {"n"}


def test_a_followed_story_is_named() -> None:
    assert hand(correction(Hand.FOLLOW, "b")).followed([story("a"), story("b")]) == {"b"}


def test_the_order_of_drafts_changes_nothing() -> None:
    drafts = [story("abc"), story("de"), story("f")]
    corrections = (apart("a", "bc"), together("d", "f"), together("a", "e"))
    assert right(drafts, *corrections) == right(drafts[::-1], *corrections)
