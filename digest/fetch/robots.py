"""What a site's robots.txt asks of us: RFC 9309.

Only what is meant for us is kept, as lines of a robots.txt: the rules of the groups that name
`NAME`, or else of those for everybody. So a file that is made to be long costs little to
keep and to match: ten thousand agents with ten thousand rules each become a few kilobytes.
"""

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from digest.errors import FetchError
from digest.fetch.client import Client
from digest.fetch.exchange import Fetched
from digest.fetch.manners import Want

if TYPE_CHECKING:
    from protego import Protego

NAME: Final = "digest"
"""What we are called in robots.txt; the User-Agent begins with it."""

LONGEST_DELAY: Final = 5.0
"""Seconds. A Crawl-delay is written for those who read whole sites; we read what is new."""

MOST_RULES: Final = 3_000
"""The longest real files have some 700 for one agent."""

_AGENT = re.compile(r"user[- ]?agent\s*:?\s*([^\s/]*)", re.IGNORECASE)
_RULE = re.compile(r"(?:allow|di\w{4,8}|crawl[ -]delay)\b", re.IGNORECASE)
_ALLOWS_ALL: Final = frozenset({"redirect", "too large", "encoding", "robot check"})
"""Ways not to find one that are no fault of the server: sections 2.3.1.2 and 2.3.1.3."""


def origin(url: str) -> str:
    """What one robots.txt speaks for: scheme, host and port of `url`, whatever that is."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that do not close; whoever asks there is told so
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


async def ask_robots(site: str, client: Client) -> str:
    """The rules of `site`, an `origin`, that are meant for us; empty: all may be read.

    Raises:
        FetchError: The server is in trouble or cannot be reached: nothing may be read (2.3.1.4).
    """
    try:
        fetched = await client.fetch(f"{site}/robots.txt", want=Want.ROBOTS)
    except FetchError as error:
        answered = error.kind.startswith("HTTP ") and not error.kind.startswith("HTTP 5")
        if answered or error.kind in _ALLOWS_ALL:
            return ""
        raise
    assert isinstance(fetched, Fetched)
    return meant_for_us(fetched.body.decode("utf-8", "replace"))


def meant_for_us(text: str) -> str:
    """The rules in a robots.txt that are ours, one a line."""
    rules: dict[str, list[str]] = {}
    agents: set[str] = set()
    ruled = False
    for line in text.splitlines():
        told = line.partition("#")[0].strip()
        if found := _AGENT.match(told):
            agents = set() if ruled else agents
            agents.add(found[1].lower())
            rules.setdefault(found[1].lower(), [])
            ruled = False
        elif _RULE.match(told):
            ruled = True
            for agent in agents & {NAME, "*"}:
                rules[agent].append(told)
    return "\n".join(rules.get(NAME, rules.get("*", ()))[:MOST_RULES])


class Rules:
    """The rules of one site."""

    def __init__(self, text: str) -> None:
        """`text` is as `meant_for_us` gives it."""
        self._parsed = _parsed(text) if text else None

    def allow(self, url: str) -> bool:
        """Whether we may read `url`."""
        return not self._parsed or self._parsed.can_fetch(url, NAME)

    @property
    def delay(self) -> float:
        """Seconds between two visits; 0 where none are asked for."""
        asked = self._parsed.crawl_delay(NAME) if self._parsed else None
        return min(asked or 0.0, LONGEST_DELAY)


def _parsed(text: str) -> "Protego":
    from protego import Protego  # noqa: PLC0415 - 20 ms that many runs do without

    return Protego.parse(f"User-agent: *\n{text}")
