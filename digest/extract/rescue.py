"""Where else a page holds its text when it shows little: JSON-LD, and the data of its programs.

Pages drawn by a program carry their text as data: as HTML in a string, or as a tree of nodes
that say "type": "paragraph". Both are read for what they are; nothing is run.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml.etree import _Element

from digest.clean import Clean, clean
from digest.errors import ExtractError
from digest.extract.blocks import blocks
from digest.extract.letters import letters
from digest.extract.tree import grow

MAX_DATA: Final = 2_000_000
"""Characters of programs and data, in all."""

MAX_NODES: Final = 200_000
_HINTS: Final = ("<p", "\\u003cp", '"paragraph"')
_STRING: Final = re.compile(r'"((?:[^"\\]|\\.){400,})(?:"|\\?\Z)', re.DOTALL)
"""One that never ends ends with its script: else each quotation mark in it is a new start."""


def programs(tree: _Element) -> list[str]:
    """The scripts of a page that may hold a text."""
    room, kept = MAX_DATA, list[str]()
    for script in tree.iter("script"):
        text = script.text or ""
        if len(text) < 1_000 or len(text) > room or not any(hint in text for hint in _HINTS):
            continue
        room -= len(text)
        kept.append(text)
    return kept


def rescued(
    declared: str, scripts: Iterable[str], *, title: str, shown: Sequence[str]
) -> list[Clean]:
    """The longest text that JSON-LD or a program's data holds of an article, as paragraphs.

    Args:
        declared: The text in JSON-LD.
        scripts: The page's programs: they may hold other articles too.
        title: The article's title.
        shown: What the page shows of its text.
    """
    candidates = [[clean(part) for part in re.split(r"[\r\n]+", declared)]]
    for script in scripts:
        candidates += (_paragraphs(html) for html in _markup(script))
        candidates += _nodes(_value(script))
    own = [parts for parts in candidates if _is_about("".join(parts), title, shown)]
    best = max(own, key=lambda parts: sum(map(len, parts)), default=[])
    return [part for part in best if part]


def _is_about(text: str, title: str, shown: Sequence[str]) -> bool:
    """Whether a text is the one that the page begins to show, or else tells of its title."""
    known = [key[:60] for paragraph in shown if len(key := letters(paragraph)) > 60]
    if known:
        held = letters(text)
        return any(key in held for key in known)
    words = re.findall(r"[^\W\d_]{4,}", title.casefold())
    return sum(word in text.casefold() for word in words) >= len(words) / 3


def _markup(script: str) -> Iterator[str]:
    """The strings of a program that are HTML with several paragraphs."""
    for found in _STRING.finditer(script) if _paragraph_tags(script) >= 3 else ():
        if _paragraph_tags(found[1]) < 3:
            continue
        try:
            text = json.loads(f'"{found[1]}"', strict=False)
        except ValueError:
            continue
        if text.count("<p") >= 3:
            yield text


def _paragraph_tags(text: str) -> int:
    return text.count("<p") + text.count("\\u003cp")


def _paragraphs(html: str) -> list[Clean]:
    try:
        return [block.text for block in blocks(grow(html)) if block.reads]
    except ExtractError:
        return []


def _value(script: str) -> object:
    try:
        value: object = json.loads(script) if script.lstrip()[:1] in "{[" else None
    except (ValueError, RecursionError):
        return None
    return value


def _nodes(value: object) -> list[list[Clean]]:
    """The paragraphs of every list of nodes."""
    found: list[list[Clean]] = []
    waiting, seen = [value], 0
    while waiting and seen < MAX_NODES:
        one = waiting.pop()
        seen += 1
        if isinstance(one, list):
            texts = [clean(_text(node)) for node in one if _is_paragraph(node)]
            found += [texts] if len(texts) >= 3 else []
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return found


def _is_paragraph(node: object) -> bool:
    return isinstance(node, dict) and node.get("type") == "paragraph"


def _text(node: object, depth: int = 0) -> str:
    """The strings under a node's "text", "value", "content" and "children"."""
    if isinstance(node, str) or depth > 20:
        return node if isinstance(node, str) else ""
    if isinstance(node, list):
        return "".join(_text(one, depth + 1) for one in node)
    if not isinstance(node, dict):
        return ""
    keys = [key for key in ("text", "value", "content", "children") if node.get(key)]
    return _text(node[keys[0]], depth + 1) if keys else ""
