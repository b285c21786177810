from digest.clean import clean
from digest.edition import Draft, Glance, Taste, draft, taste
from tests.edition.test_layout import source


def glance(title: str, *, section: str = "", publisher: str = "") -> Glance:
    return Glance(id=title, title=clean(title), section=clean(section), publisher=publisher)


def story(title: str, **fields: str) -> Draft:
    return draft([source("a", title=title, **fields)], [0])


def reasons(liking: Taste, each: Draft) -> list[str]:
    return [reason for _, reason in liking.of(each)]


def test_a_headline_like_a_saved_one_is_named_with_it() -> None:
    liking = taste(saved=[glance("Harbour crane repaired after storm")], read=[])
    found = reasons(liking, story("Harbour crane works again"))
    assert found == ["like “Harbour crane repaired after storm”, which you saved"]
    assert reasons(liking, story("Storm closes a bakery for the autumn")) == []


def test_a_publisher_counts_from_five_saved_articles() -> None:
    saved = [glance(f"Thing {n}", publisher="p") for n in range(5)]
    paper = story("Harbour opens", publisher="p")
    assert reasons(taste(saved=saved, read=[]), paper) == ["you often save from p"]
    assert reasons(taste(saved=saved[1:], read=[]), paper) == []


def test_a_section_counts_where_much_of_twenty_articles_was_read() -> None:
    read = [glance(str(n), section="World" if n % 2 else "Sport") for n in range(48)]
    few = [glance(str(n), section="World") for n in range(10)]
    world = story("Harbour opens", section="World")
    assert reasons(taste(saved=[], read=read), world) == ["you read much of World"]
    assert reasons(taste(saved=[], read=few), world) == []


def test_all_likings_together_are_less_than_a_second_origin() -> None:
    liking = taste(
        saved=[glance(f"Harbour crane {n}", publisher="p") for n in range(5)],
        read=[glance(str(n), section="World") for n in range(40)],
    )
    each = story("Harbour crane works", publisher="p", section="World")
    assert len(reasons(liking, each)) == 3
    assert sum(worth for worth, _ in liking.of(each)) < 1
