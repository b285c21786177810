"""The title of an article, as published: without the outlet's name or a section's label."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml.etree import _Element

from digest.clean import NOTHING, Clean, clean
from digest.extract.declared import Declared
from digest.extract.letters import letters
from digest.extract.wording import Wordings, worded

_CUT: Final = re.compile(r"\s+(?:[|•·»«–—-]|::)\s+|\s*[|｜ㅣ：]\s*")
_LABEL: Final = re.compile(r"\s?[-–—|｜ㅣ]\s?\w[^-–—|｜ㅣ]{0,20}$")
_WORD: Final = re.compile(r"[^\W_]+")
MAX_TITLE: Final = 400
LABEL: Final = 2
"""Words: a label above a title has no more."""


def headings(tree: _Element) -> list[Clean]:
    """The page's own first-rank headings, in order, each once."""
    texts = (clean(" ".join(map(str, h1.itertext()))) for h1 in tree.iter("h1"))
    return list(dict.fromkeys(text for text in texts if text and len(text) <= MAX_TITLE))[:20]


def title(
    shown: Iterable[str], says: Declared, *, outlets: Iterable[str], hint: str = "", url: str = ""
) -> Clean:
    """The title that page and head agree on; where they differ, the one that is shown.

    Args:
        shown: First-rank headings, in order.
        says: The head of the page.
        outlets: Names of the outlet, to be cut off.
        hint: The title that a feed gave.
        url: The page's address, which may spell it out.
    """
    outlets = [letters(name) for name in outlets if name]
    said = [_without(clean(text), outlets) for text in says.headlines]
    said = [text for text in said if text and letters(text) not in outlets]
    page = _without(clean(says.page_title), outlets)
    witnesses = [text for text in (*said, page, clean(hint)) if text]
    heading = _agreed([clean(text) for text in shown], witnesses, outlets)
    if not heading:
        return _bare(said) if said else page or clean(hint)
    wordings = Wordings(
        headline=_without(clean(says.headline), outlets),
        social=_without(clean(says.social), outlets),
        page=page,
        url=url,
    )
    return worded(_unlabelled(heading, said, clean(says.page_title)), wordings)


def _agreed(shown: list[Clean], witnesses: list[Clean], outlets: list[str]) -> Clean:
    """The heading that shares most words with what is said elsewhere."""
    headings = [text for text in shown if letters(text) and letters(text) not in outlets]
    if not witnesses:
        return headings[0] if headings else NOTHING
    likeness = {text: max(_likeness(text, said) for said in witnesses) for text in headings}
    best = max(headings, key=lambda text: likeness[text], default=NOTHING)
    alone = len(headings) == 1 and len(best.split()) >= 4
    return best if alone or likeness.get(best, 0.0) >= 0.4 else NOTHING


def _likeness(one: str, other: str) -> float:
    """The share of words that two titles have in common; letters, where words are not apart."""
    first, second = set(_units(one)), set(_units(other))
    return (
        len(first & second) / max(1, min(len(first), len(second)))
        if min(len(first), len(second)) > 1
        else float(letters(one) == letters(other))
    )


def _units(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold()):
        yield from word if not word.isascii() and len(word) > 12 else [word]


def _unlabelled(heading: Clean, said: list[Clean], page: Clean) -> Clean:
    """The heading, or the declared title if that differs by a label or by spacing alone."""
    own = letters(heading)
    for text in said:
        other = letters(text)
        labelled = own.endswith(other) and 12 <= len(other) < len(own) <= len(other) + 40
        labelled = labelled and len(heading.split()) <= len(text.split()) + LABEL
        if (
            labelled
            or _solid(text) == _solid(heading)
            or (own == other and text.count(":") > heading.count(":"))
        ):
            return text
    longer = (text for text in said if letters(text).endswith(own) and page.startswith(text))
    return next(
        (text for text in longer if text[: len(text) - len(heading)].rstrip().endswith(":")),
        heading,
    )


def _bare(said: list[Clean]) -> Clean:
    """The first declared title, or another that it repeats with a section's name behind."""
    first = said[0]
    shorter = (text for text in said[1:] if len(letters(text)) >= 12 and first.startswith(text))
    return next((text for text in shorter if _LABEL.match(first[len(text) :])), first)


def _solid(text: str) -> str:
    return "".join(text.split())


def _without(text: Clean, outlets: list[str]) -> Clean:
    """The text without an outlet's name behind a dash or bar, or before one."""
    cuts = [*_CUT.finditer(text)]
    for cut in cuts:
        if _names(text[cut.end() :], outlets):
            return clean(text[: cut.start()])
    for cut in reversed(cuts):
        if _names(text[: cut.start()], outlets):
            return clean(text[cut.end() :])
    return text


def _names(part: str, outlets: list[str]) -> bool:
    """Whether `part` begins or ends with an outlet's name, as "Sport - The Daily" does."""
    own = letters(part)
    return (
        any(
            len(outlet) >= 3
            and (
                own == outlet
                or own.endswith(outlet)
                or own.startswith(outlet)
                or (len(own) >= 4 and own in outlet)
            )
            for outlet in outlets
        )
        and len(own) <= 60
    )
