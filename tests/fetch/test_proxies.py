"""The way that the environment says."""

import pytest

from digest.errors import FetchError
from digest.fetch.proxies import Proxies
from digest.fetch.target import target


def way(url: str, **env: str) -> str:
    proxy = Proxies(env).on_the_way_to(target(url))
    return proxy.full_url if proxy else ""


def test_without_variables_the_way_is_straight() -> None:
    assert way("http://news.example/") == ""
    assert way("http://news.example/", http_proxy="", HTTP_PROXY=" ") == ""


def test_each_scheme_has_its_proxy() -> None:
    env = {"HTTP_PROXY": "http://a:1", "https_proxy": "https://u:p@b:2/"}
    assert way("http://news.example/", **env) == "http://a:1"
    assert way("https://news.example/", **env) == "https://u:p@b:2/"


def test_the_lower_case_and_the_narrower_variable_go_first() -> None:
    assert way("http://x/", HTTP_PROXY="http://a", http_proxy="http://b") == "http://b"
    assert way("http://x/", ALL_PROXY="http://a", HTTP_PROXY="http://b") == "http://b"
    assert way("https://x/", ALL_PROXY="http://a", HTTP_PROXY="http://b") == "http://a"


def test_a_proxy_may_be_named_without_its_scheme() -> None:
    assert way("http://x/", http_proxy="proxy.example:3128") == "http://proxy.example:3128"


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1080", "http://[::1", "ftp://x"])
def test_a_proxy_that_cannot_be_used_is_an_error_in_words(proxy: str) -> None:
    with pytest.raises(FetchError, match="check HTTP_PROXY") as caught:
        way("http://x/", all_proxy=proxy)
    assert caught.value.kind == "proxy"


@pytest.mark.parametrize(
    ("item", "covered", "not_covered"),
    [
        ("*", "http://news.example/", ""),
        ("news.example", "http://a.news.example/", "http://othernews.example/"),
        (".news.example", "http://a.news.example/", "http://other.example/"),
        ("*.news.example", "http://a.news.example/", "http://other.example/"),
        ("a.example, B.example", "http://b.example/", "http://c.example/"),
        ("a.example:8080", "http://a.example:8080/", "http://a.example/"),
        ("10.0.0.0/8", "http://10.1.2.3/", "http://11.0.0.1/"),
        ("127.0.0.1", "http://127.0.0.1:8000/", "http://127.0.0.2/"),
        ("[::1]", "http://[::1]:8000/", "http://[::2]/"),
        ("nonsense/99,,", "", "http://a/"),
    ],
)
def test_no_proxy_lists_what_is_near(item: str, covered: str, not_covered: str) -> None:
    env = {"http_proxy": "http://proxy.example", "NO_PROXY": item}
    if covered:
        assert way(covered, **env) == ""
    if not_covered:
        assert way(not_covered, **env) == "http://proxy.example"
