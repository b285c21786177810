"""Take from an article's blocks what is said around a text, not in it.

The title again, the byline, dates, captions, credits, pleas for clicks, pointers to other
stories, notes on the author. These are recognized by what they say, in the languages that
most feeds are in, and only where they are short; what closes a page is judged more strictly
than what stands in its middle.
"""

import re
from collections.abc import Iterable
from typing import Final

from digest.extract.blocks import Block
from digest.extract.byline import is_byline
from digest.extract.letters import letters
from digest.extract.phrases import Guarded, holds, may_say, phrases
from digest.extract.place import without_tail
from digest.news import Kind

_OPENING: Final = re.compile(r"\W{0,4}")
_BIO: Final = re.compile(
    r"^\W{0,3}(?:(?:[A-ZÀ-Þ][\w.'’-]{0,25}\s){1,4}|[Hh]e\s|[Ss]he\s|[Tt]hey\s)(?:"
    r"(?:is|was)\s(?:an?|the|our)\s(?:[\w’'/,&-]{1,25}\s){0,7}(?:reporter|writer|editor|correspondent|columnist|journalist|analyst|"
    r"contributor|producer|host|author|fellow|curator|professor|critic|intern|veteran)\b|"
    r"(?:covers|writes\sabout|reports\son|has\scovered|has\swritten\sfor|has\sbeen\swriting|joined\s(?:the\s)?\S{1,20}\sin)\b|"
    r"ist\s(?:[\w-]{1,25}\s){0,4}(?:Reporter|Korrespondent|Redakteur|Journalist|Autor)(?:in)?\b)|"
    r"\b(?:can\sbe\sreached\s(?:at|on)|[Ff]ollow\s(?:him|her|them)\s)|\S@\S{1,60}\.\w{2,}|^Reach\sthe\sreporter",
)
_TIME_ONLY: Final = re.compile(
    r"^\W{0,3}(?:(?:published|updated|posted|last\supdated|aktualisiert|veröffentlicht|erstellt|stand|publiée?|mise?\sà\sjour|publicado|actualizado|"
    r"atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|opublikowano|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
    r"(?:\s(?:on|at|am|le|el|em|il|op))?\b)?[^a-z]{0,4}"
    r"(?:\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}|\d{1,2}\.?\s[^\W\d]{3,10}\.?,?\s\d{4}|[^\W\d]{3,10}\.?\s\d{1,2},?\s\d{4}|\d{4}年\d{1,2}月\d{1,2}日|"
    r"\d{1,3}\s(?:seconds?|minutes?|mins?|hours?|days?|weeks?)\sago|(?:vor|hace|il\sy\sa)\s\d.{1,20}|am$)",
    re.IGNORECASE,
)
SHORT: Final = 320
"""Characters: a plea or a credit is not longer."""

_QUOTES: Final = '"“„«‘'
_STOPS: Final = 8
"""Lines such as "Related" that are looked behind."""

_ENDING: Final = 5
"""Blocks from the end, where notes on the author stand."""


def trim(
    blocks: list[Block], *, titles: Iterable[str], names: Iterable[str], captions: Iterable[str]
) -> list[Block]:
    """The blocks without what only surrounds a text.

    Args:
        blocks: What was taken for the article.
        titles: Spellings of its title.
        names: Its authors.
        captions: Texts that are told elsewhere.
    """
    said = {letters(text) for text in captions}
    named = [letters(text) for text in titles if text]
    authors = list(names)
    own = _until_other_stories(blocks)
    whole = "\n".join(block.text for block in own)
    pleas, pictures = may_say("plea", whole), may_say("picture", whole)
    kept = [
        block
        for block in own
        if block.key
        and block.key not in said
        and not _is_furniture(block, authors)
        and not _asks(block.text, pleas, pictures)
    ]
    kept = _without_title(kept, named)
    return _without_loose_headings(_without_notes(without_tail(_each_once(kept))))


def _until_other_stories(blocks: list[Block]) -> list[Block]:
    """Up to a heading such as "Related", unless the text goes on behind it."""
    whole = sum(len(block.text) for block in blocks)
    read, stops = 0, list[int]()
    for index, block in enumerate(blocks):
        if read >= 0.4 * whole and len(block.text) < 70 and is_stop(block.text):
            stops.append(index)
        read += len(block.text)
    ends = (stop for stop in stops[:_STOPS] if not _goes_on(blocks[:stop], blocks[stop:]))
    return blocks[: next(ends, len(blocks))]


def _goes_on(before: list[Block], after: list[Block]) -> bool:
    """Whether paragraphs follow in the very element that holds those before."""
    parents = {block.element.getparent() for block in before if len(block.text) > 80}
    return any(
        block.element.getparent() in parents and len(block.text) > 80 and block.linked < 0.3
        for block in after
    )


def _opens(section: str, text: str) -> bool:
    """Whether a text opens with a phrase, after a bullet or a dash."""
    opening = _OPENING.match(text)
    return phrases(section).match(text, opening.end() if opening else 0) is not None


def is_stop(text: str) -> bool:
    """Whether a line stands above other stories."""
    return phrases("stop").fullmatch(text.strip(" :·•|–—-.…>»")) is not None


def _is_furniture(block: Block, names: list[str]) -> bool:
    """Whether a block says nothing of the story, wherever it stands."""
    text = block.text
    if len(text) > SHORT or text[0] in _QUOTES:
        return False
    if is_byline(text, names) or (len(text) < 90 and _TIME_ONLY.match(text)):
        return True
    return _opens("credit", text) or (
        _opens("pointer", text)
        and (block.linked > 0.2 or len(text) < 60 or text.find(":") in range(3, 30))
    )


def _asks(text: str, pleas: Guarded, pictures: Guarded) -> bool:
    """Whether a short text wants something of its reader, or describes a picture."""
    if len(text) > SHORT or text[0] in _QUOTES:
        return False
    return (len(text) < 250 and holds(text, pictures)) or holds(text, pleas)


def _without_title(blocks: list[Block], titles: list[str]) -> list[Block]:
    """Without the title, and without the labels above it."""
    start = 0
    for index, block in enumerate(blocks[:8]):
        if _is_title(block.key, titles):
            start = index + 1
    above = [block for block in blocks[:start] if len(block.text) > 100 and block.ended]
    return above + [
        block
        for block in blocks[start:]
        if not (_is_title(block.key, titles) and block.kind is Kind.HEADING)
    ]


def _is_title(key: str, titles: list[str]) -> bool:
    return any(
        key == title
        or (len(title) > 15 and key.endswith(title) and len(key) - len(title) < 60)
        or (len(key) > 15 and title.endswith(key))
        for title in titles
    )


def _each_once(blocks: list[Block]) -> list[Block]:
    """Without repeats of longer blocks: a text printed twice, a pull quote."""
    seen: set[str] = set()
    kept = []
    for block in blocks:
        if len(block.key) > 80 and block.key in seen:
            continue
        seen.add(block.key)
        kept.append(block)
    return kept


def _without_notes(blocks: list[Block]) -> list[Block]:
    """Without notes on authors and copyright among the last blocks."""
    ending = len(blocks) - _ENDING
    return [
        block
        for index, block in enumerate(blocks)
        if not (
            (index < 3 or index >= max(2, ending)) and len(block.text) < 700 and _is_note(block)
        )
    ]


def _is_note(block: Block) -> bool:
    quoted = block.text[0] in _QUOTES
    return not quoted and (
        _BIO.search(block.text[:300]) is not None or _opens("credit", block.text)
    )


def _without_loose_headings(blocks: list[Block]) -> list[Block]:
    """Without a heading or two at the end, which head nothing; more of them are a list."""
    end = len(blocks)
    while end and blocks[end - 1].kind is Kind.HEADING:
        end -= 1
    return blocks if len(blocks) - end > 2 else blocks[:end]
