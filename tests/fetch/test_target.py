"""URLs, taken apart."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import FetchError, Refused
from digest.fetch.target import redirected, target


def test_a_url_is_taken_apart() -> None:
    there = target("HTTPS://Reader:p%40ss@News.Example:8443/feed?a=1&b=2#top")
    assert there.url == "https://News.Example:8443/feed?a=1&b=2"
    assert (there.scheme, there.host, there.port) == ("https", "news.example", 8443)
    assert there.authorization == "Basic UmVhZGVyOnBAc3M="  # Reader:p@ss
    assert there.full_url == "https://Reader:p%40ss@News.Example:8443/feed?a=1&b=2"


def test_a_scheme_has_its_port() -> None:
    assert target("http://news.example/").port == 80
    there = target("https://[2606:4700::1111]/")
    assert (there.host, there.port) == ("2606:4700::1111", 443)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "/etc/passwd", "exec:touch x", "ftp://news.example/", "",
        "javascript:alert(1)", "data:text/html,x", "gopher://news.example/1", "http://",
        "http://[::1", "http://news.example:99999/", "http://news.example:http/", "http://@/",
        "--help", "feed", "http:/news.example", "http://news.example/" + "a" * 100_000,
    ],
)  # fmt: skip
def test_only_http_and_https_are_addresses(url: str) -> None:
    with pytest.raises(Refused):
        target(url)


@pytest.mark.parametrize("host", ["a" * 64, "a..b", "a b", ".a", "a%2eb", "x" + ".xx" * 99])
def test_a_host_that_cannot_exist_is_not_looked_up(host: str) -> None:
    with pytest.raises(FetchError) as caught:
        target(f"http://{host}/feed.xml")
    assert caught.value.kind in {"not found", "address"}


def test_digits_of_other_scripts_do_not_hide_an_address() -> None:
    assert target("http://１２７。０。０。１/").host == "127.0.0.1"


def test_a_redirect_may_be_relative() -> None:
    assert redirected(target("http://news.example/a/b?c"), "../d").url == "http://news.example/d"
    there = redirected(target("http://news.example/"), "//other.example/x#y")
    assert there.url == "http://other.example/x"


def test_a_password_goes_along_to_its_own_origin_only() -> None:
    source = target("http://u:p@news.example/a")
    assert redirected(source, "/b").full_url == "http://u:p@news.example/b"
    for place in ("http://other.example/b", "https://news.example/", "http://news.example:81/"):
        assert redirected(source, place).login == ""


def test_a_password_that_a_redirect_names_is_not_used() -> None:
    assert redirected(target("http://a.example/"), "http://x:y@a.example/").login == ""
    assert redirected(target("http://a.example/"), "http://x:y@b.example/").login == ""


@given(st.text(), st.sampled_from(["", "http://", "https://u:p@", "http://[", "http://a:"]))
def test_no_text_is_more_than_refused(text: str, start: str) -> None:
    try:
        there = target(start + text)
    except FetchError:
        return
    assert there.url.isascii()
    assert there.host.isascii()
    assert 0 < there.port < 65536
    assert "@" not in urlsplit(there.url).netloc
