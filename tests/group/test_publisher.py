import pytest

from digest.clean import clean
from digest.group import Item, publisher_of
from digest.group.publisher import plain_name, registrable


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://feeds.herald.co.uk/world.xml", "herald.co.uk"),
        ("https://www.herald.example/a", "herald.example"),
        ("https://edition.herald.example/a", "herald.example"),
        ("https://news.com.au/a", "news.com.au"),
        ("https://localhost/a", "localhost"),
        ("http://192.0.2.7/a", "192.0.2.7"),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_a_house_is_known_by_the_domain_it_registered(url: str, domain: str) -> None:
    assert registrable(url) == domain


@pytest.mark.parametrize(
    "name",
    [
        "Herald News",
        "Herald News - World",
        "HERALD  NEWS | Sport",
        "The Herald News (UK)",
        "Herald News – Politics – Top stories",
        "herald news [video]",
    ],
)
def test_sections_of_one_publisher_have_one_name(name: str) -> None:
    assert plain_name(name) == "herald news"


def test_a_hyphenated_name_stays_whole() -> None:
    assert plain_name("Frankfurter-Bote") == "frankfurter-bote"


def test_on_a_host_of_many_the_name_decides() -> None:
    link = clean("https://news.google.com/rss/articles/abc")
    item = Item(id="a", title=clean("x"), url=link, publisher=clean("Herald News"))
    assert publisher_of(item.publisher, item.url) == "herald news"


def test_without_a_link_the_name_decides() -> None:
    item = Item(id="a", title=clean("x"), publisher=clean("Herald News - World"))
    assert publisher_of(item.publisher, item.url) == "herald news"


def test_two_blogs_on_one_host_are_two_publishers() -> None:
    one = Item(id="a", title=clean("x"), url=clean("https://one.substack.com/p/1"))
    two = Item(id="b", title=clean("x"), url=clean("https://two.substack.com/p/1"))
    assert publisher_of(one.publisher, one.url) != publisher_of(two.publisher, two.url)
