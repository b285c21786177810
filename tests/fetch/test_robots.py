"""What robots.txt asks of us, and what it cannot do to us."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import FetchError
from digest.fetch import Client, Rules, ask_robots, origin
from digest.fetch.manners import USER_AGENT
from digest.fetch.robots import LONGEST_DELAY, MOST_RULES, NAME, meant_for_us
from tests.fetch.conftest import Say, ok, redirect, serving

BASE = "https://a.example"


def rules(text: str) -> Rules:
    return Rules(meant_for_us(text))


def allowed(text: str, path: str) -> bool:
    return rules(text).allow(BASE + path)


def test_a_path_that_is_forbidden_to_everybody_is_forbidden_to_us() -> None:
    text = "User-agent: *\nDisallow: /private/ # keep out\nAllow: /private/open$\nDisallow: /*.pdf$"
    assert not allowed(text, "/private/x")
    assert allowed(text, "/private/open")
    assert not allowed(text, "/a/b.pdf")
    assert allowed(text, "/a/b.pdf?x=1")
    assert allowed(text, "/news")


def test_a_group_that_names_us_counts_instead_of_the_one_for_everybody() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-Agent: other\nUser-agent: Digest/1.0\nDisallow: /x"
    assert allowed(text, "/news")
    assert not allowed(text, "/x")


def test_a_group_that_names_us_and_forbids_nothing_allows_everything() -> None:
    assert allowed("User-agent: digest\nDisallow:\nUser-agent: *\nDisallow: /", "/news")


@pytest.mark.parametrize("name", ["digestbot", "mydigest", "other"])
def test_another_robots_name_is_not_ours(name: str) -> None:
    assert allowed(f"User-agent: {name}\nDisallow: /", "/news")


@pytest.mark.parametrize("text", ["", "<html><body>Disallow: /</body></html>", "Disallow: /", "\0"])
def test_what_is_no_robots_txt_forbids_nothing(text: str) -> None:
    assert allowed(text, "/news")


def test_a_crawl_delay_is_kept_to_within_reason() -> None:
    assert rules("User-agent: *\nCrawl-delay: 1.5").delay == 1.5
    assert rules("User-agent: *\nCrawl-delay: 3600").delay == LONGEST_DELAY
    assert rules("User-agent: *\nCrawl-delay: often").delay == 0
    assert rules("").delay == 0


def test_we_are_called_in_it_what_we_call_ourselves() -> None:
    assert USER_AGENT.startswith(f"{NAME}/")


def test_many_agents_with_many_rules_cost_little() -> None:
    agents = "".join(f"User-agent: a{number % 5_000}\n" for number in range(20_000))
    hostile = f"{agents}User-agent: *\n" + "Disallow: /*a*b*c*d\n" * 15_000
    began = time.monotonic()
    kept = meant_for_us(hostile)
    assert kept.count("\n") < MOST_RULES
    assert Rules(kept).allow(BASE + "/" + "abc" * 1_000)
    assert time.monotonic() - began < 2


@given(st.text(alphabet="UserAgentDisalowCrawl-delay:*$/%# \n\rÄ\ud800\0", max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = rules(f"User-agent: *\n{text}")
    assert 0 <= found.delay <= LONGEST_DELAY
    assert isinstance(found.allow(f"{BASE}/a"), bool)


def test_no_library_is_loaded_for_a_site_without_rules() -> None:
    code = "import sys; from digest.fetch import Rules; Rules('').allow('https://a.example/');"
    code += "sys.exit('protego' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_one_file_speaks_for_scheme_host_and_port() -> None:
    assert origin("https://u:p@A.example:8443/x?y") == "https://a.example:8443"
    assert origin("https://[oops") == ""


async def asked(answer: Say) -> str:
    async with (
        serving({"/robots.txt": answer}) as server,
        Client(typed=[server.url()], env={}) as client,
    ):
        return await ask_robots(server.url(""), client)


@pytest.mark.anyio
async def test_the_rules_are_brought() -> None:
    assert await asked(ok(b"User-agent: *\nDisallow: /x")) == "Disallow: /x"


@pytest.mark.anyio
@pytest.mark.parametrize("status", ["204 No Content", "401 No", "403 No", "404 No", "410 Gone"])
async def test_where_there_is_none_all_may_be_read(status: str) -> None:
    assert await asked(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode()) == ""


@pytest.mark.anyio
async def test_one_that_redirects_for_ever_or_is_endless_forbids_nothing() -> None:
    assert await asked(redirect("/robots.txt")) == ""
    assert await asked(ok(b"Disallow: /\n" * 100_000)) == ""


@pytest.mark.anyio
@pytest.mark.parametrize("answer", [b"HTTP/1.1 503 No\r\n\r\n", b"nonsense"])
async def test_a_server_in_trouble_has_not_allowed_anything(answer: bytes) -> None:
    with pytest.raises(FetchError):
        await asked(answer)
