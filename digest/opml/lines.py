"""A feed a line: newsboat's `urls`, or nothing but addresses.

newsboat writes tags after the address, in quotes where they hold a space; one that begins with
"~" is the title, one with "!" hides the feed there. The first other tag is the section: a story
stands in one place.
"""

import re
from typing import Final

from digest.clean import NOTHING, Clean, clean
from digest.errors import OpmlError
from digest.news import Feed
from digest.opml.subscriptions import Subscriptions, address, once, shown

_WORD: Final = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*+)"?|([^\s"]\S*))')
_ESCAPED: Final = re.compile(r"\\(.)")
_NEWSBOAT: Final = {
    "query": "a search that newsboat makes",
    "exec": "a program that newsboat runs",
    "filter": "a program that newsboat runs",
}


def read_lines(document: bytes, *, name: str = "the list") -> Subscriptions:
    """The feeds of a list of lines.

    Raises:
        OpmlError: There is none in it; the first line says why.
    """
    feeds: list[Feed] = []
    skipped: list[Clean] = []
    for number, line in enumerate(document.decode("utf-8", "replace").splitlines(), 1):
        words = _words(line)
        if not words or words[0].startswith("#"):
            continue
        if url := address(words[0]):
            feeds.append(_feed(url, words[1:]))
        else:
            skipped.append(clean(f"{name}:{number}: {_instead(words[0])}: {shown(line)}"))
    if skipped and not feeds:
        raise OpmlError(f"{skipped[0]}. Expected OPML, or an address a line.")
    return Subscriptions(feeds=once(feeds), skipped=tuple(skipped))


def _words(line: str) -> list[str]:
    """The words of a line, those in quotes without them; a comment ends it."""
    words = []
    for quoted, plain in _WORD.findall(line.lstrip("\ufeff")):
        if plain.startswith("#"):
            break
        words.append(plain or _ESCAPED.sub(r"\1", quoted))
    return words


def _feed(url: str, tags: list[str]) -> Feed:
    titles = [clean(tag[1:]) for tag in tags if tag.startswith("~")]
    sections = [clean(tag) for tag in tags if not tag.startswith(("~", "!"))]
    return Feed(
        url=url,
        title=next(filter(None, titles), NOTHING),
        section=next(filter(None, sections), NOTHING),
    )


def _instead(word: str) -> str:
    """Why a line is no feed."""
    return _NEWSBOAT.get(word.partition(":")[0], "no http or https address")
