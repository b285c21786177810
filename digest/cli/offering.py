"""Shows the reader the feeds that were found, and asks which are meant."""

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime

from digest.clean import clean, masked
from digest.config.edit import place
from digest.news import Feed
from digest.pipeline import Candidate
from digest.plural import counted


def known_as(each: Candidate, known: Mapping[str, Feed]) -> Feed | None:
    """The feed of feeds.toml that this one is, by any of its addresses."""
    found = (known.get(place(url)) for url in (each.asked, each.url, each.at))
    return next(filter(None, found), None)


def offer(
    text: str, candidates: Sequence[Candidate], known: Mapping[str, Feed], now: datetime
) -> str:
    """The feeds that were found at what the reader typed, numbered, the best first."""
    lines = [f"{masked(clean(text))} leads to {counted(len(candidates), 'feed')}:"]
    for number, each in enumerate(candidates, 1):
        there = "; there already" if known_as(each, known) else ""
        lines.append(f"{number:>3}  {each.title or 'Untitled'} ({_liveliness(each, now)}{there})")
        lines.append(f"     {masked(each.url)}")
    return "\n".join(lines)


def _liveliness(each: Candidate, now: datetime) -> str:
    """How much it has, and how recent that is."""
    entries = counted(each.entries, "entry", "entries")
    if each.newest is None:
        return entries
    days = (now - each.newest).days
    ago = "today" if days < 1 else f"{counted(days, 'day')} ago"
    return f"{entries}, the newest {ago}"


def ask(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that the reader takes: numbers; Enter for the first, 0 for none."""
    while True:
        print("Which? Enter takes 1; 1 3 takes both; 0 none: ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline()
        if not answer:
            return []
        words = answer.replace(",", " ").split() or ["1"]
        if words == ["0"]:
            return []
        if all(word.isdecimal() and 0 < int(word) <= len(candidates) for word in words):
            return [candidates[int(word) - 1] for word in dict.fromkeys(words)]
        print(f"A number from 1 to {len(candidates)}, or several.", file=sys.stderr)
