"""Links leave the app as one argument of a program, or not at all."""

import pytest

from digest.tui.browser import BrowserError, command

LINK = "https://example.org/a?b=c&d=%41"


def which(*programs: str) -> dict[str, str]:
    return {program: f"/bin/{program}" for program in programs}


def test_the_readers_browser_is_asked_first() -> None:
    found = which("lynx", "xdg-open")
    assert command(LINK, {"BROWSER": "lynx"}, found.get) == ["/bin/lynx", LINK]


def test_a_browser_may_say_where_the_link_goes() -> None:
    environ = {"BROWSER": "nothere:firefox --new-tab %s --quiet"}
    wanted = ["/bin/firefox", "--new-tab", LINK, "--quiet"]
    assert command(LINK, environ, which("firefox").get) == wanted


def test_else_the_desktop_is_asked() -> None:
    assert command(LINK, {}, which("xdg-open").get) == ["/bin/xdg-open", LINK]


@pytest.mark.parametrize(
    "link",
    ["--x", "file:///etc/passwd", "javascript:alert(1)", "", "%s", "ftp://example.org", "http://"],
)
def test_nothing_but_http_is_opened(link: str) -> None:
    with pytest.raises(BrowserError):
        command(link, {}, which("xdg-open").get)


def test_a_link_with_a_shells_signs_is_still_one_argument() -> None:
    link = "https://example.org/;rm -rf ~;$(id)`id`"
    program, argument = command(link, {}, which("xdg-open").get)
    assert program == "/bin/xdg-open"
    assert argument.startswith("https://example.org/;rm%20-rf")


def test_where_there_is_no_browser_the_reader_is_told_what_to_do() -> None:
    with pytest.raises(BrowserError, match="set BROWSER"):
        command(LINK, {}, which().get)
