"""What several independent reports state, and what one alone does."""

from collections.abc import Collection, Sequence
from typing import Final

from digest.compare.statements import Statement
from digest.news import Agreement, Only

_SAME: Final = 0.6
"""Share of a statement's words that a statement of the same has."""

_STRANGE: Final = 0.45
"""Largest such share that a statement nobody else makes has in any other."""

_FEWEST: Final = 5
_MOST: Final = 5


def agreements(
    statements: Sequence[Statement], disputed: Collection[str] = ()
) -> tuple[Agreement, ...]:
    """What two origins or more state, the most widely told first; each thing once.

    Args:
        statements: All of them.
        disputed: The sentences that some other contradicts.
    """
    found: list[tuple[Statement, tuple[int, ...], int]] = []
    for each in statements:
        known = any(_alike(each, told) for told, _, _ in found)
        if each.leans or known or each.text in disputed:
            continue
        same = [other for other in statements if other is each or _says(other, each)]
        origins = len({other.origin for other in same})
        if origins > 1:
            found.append((each, tuple(sorted({other.article for other in same})), origins))
    found.sort(key=lambda item: (-item[2], item[0].place, item[0].article))
    return tuple(
        Agreement(text=each.text, articles=articles) for each, articles, _ in found[:_MOST]
    )


def only(statements: Sequence[Statement]) -> tuple[Only, ...]:
    """Facts that one origin alone reports: names or numbers that no other has, one an origin."""
    found: dict[int, Statement] = {}
    origins = list(dict.fromkeys(each.origin for each in statements))
    for origin in origins if len(origins) > 1 else []:
        others = [each for each in statements if each.origin != origin]
        known = frozenset(fact for each in others for fact in (*each.names, *each.numbers))
        own = sorted(
            (each for each in statements if each.origin == origin), key=lambda each: each.place
        )
        new = (each for each in own if _is_new(each, others, known))
        if first := next(new, None):
            found[origin] = first
    ordered = sorted(found.values(), key=lambda each: (each.article, each.place))
    return tuple(Only(text=each.text, article=each.article) for each in ordered[:_MOST])


def _says(one: Statement, other: Statement) -> bool:
    """Whether `one` states what `other` does: most of its words, and every number of it."""
    if one.language != other.language or len(other.stems) < _FEWEST:
        return False
    return len(one.stems & other.stems) >= _SAME * len(other.stems) and other.numbers <= one.numbers


def _alike(one: Statement, other: Statement) -> bool:
    return _says(one, other) or _says(other, one)


def _is_new(each: Statement, others: Sequence[Statement], known: Collection[str]) -> bool:
    """Whether it holds two names or numbers of which no other origin knows, in its own words."""
    if each.leans or len(each.stems) < _FEWEST or each.place < 1:
        return False
    facts = [fact for fact in (*each.names, *each.numbers) if fact not in known]
    if len(facts) < 2:
        return False
    alike = max((len(each.stems & other.stems) for other in others), default=0)
    return alike <= _STRANGE * len(each.stems)
