"""What several independent reports state, and what one alone does."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import Final

from msgspec import Struct

from digest.compare.sides import Told
from digest.compare.statements import Statement
from digest.news import Agreement, Only

_SAME: Final = 0.6
"""Share of a statement's words that a statement of the same has."""

_NEAR: Final = 0.3
"""The share of their words that two statements of the same figures have in common."""

_STRANGE: Final = 0.45
"""Largest such share that a statement nobody else makes has in any other."""

_FEWEST: Final = 5
_MOST: Final = 5


class _Shared(Struct, frozen=True, kw_only=True, eq=False):
    """A statement with all who state it."""

    by: Statement
    articles: tuple[int, ...]
    origins: int


def agreements(
    statements: Sequence[Statement],
    figures: Sequence[Sequence[Told]] = (),
    disputed: Collection[str] = (),
) -> tuple[Agreement, ...]:
    """What two origins or more state, the most widely told first; each thing once.

    Args:
        statements: All of them.
        figures: Those that several origins give alike, in whatever words.
        disputed: The sentences that some other contradicts.
    """
    plain = [each for each in statements if not each.leans and each.text not in disputed]
    nearby = _nearby(statements)
    said = [
        _shared(each, [o for o in nearby(each) if o is each or _says(o, each)]) for each in plain
    ]
    counted = [_of_figure(side, disputed) for side in figures]
    found: list[_Shared] = []
    for each in sorted((one for one in (*said, *counted) if one and one.origins > 1), key=_rank):
        if not any(_alike(each.by, other.by) for other in found):
            found.append(each)
    return tuple(Agreement(text=each.by.text, articles=each.articles) for each in found[:_MOST])


def _nearby(statements: Sequence[Statement]) -> Callable[[Statement], list[Statement]]:
    """Finds those that may state what one does: they have some of its rarest words.

    Whoever has `_SAME` of its words has one of any that are more than the rest.
    """
    places = defaultdict[str, list[int]](list)
    for place, each in enumerate(statements):
        for stem in each.stems:
            places[stem].append(place)

    def nearby(one: Statement) -> list[Statement]:
        rarest = sorted(one.stems, key=lambda stem: (len(places[stem]), stem))
        rarest = rarest[: int((1 - _SAME) * len(rarest)) + 1]
        return [statements[n] for n in sorted({n for stem in rarest for n in places[stem]})]

    return nearby


def _rank(each: _Shared) -> tuple[int, int, int]:
    return -each.origins, each.by.place, each.by.article


def _shared(by: Statement, same: Sequence[Statement]) -> _Shared:
    return _Shared(
        by=by,
        articles=tuple(sorted({each.article for each in same})),
        origins=len({each.origin for each in same}),
    )


def _of_figure(side: Sequence[Told], disputed: Collection[str]) -> _Shared | None:
    """What a figure's tellers share, in the sentence of them that comes first and stands alone."""
    same = [each.by for each in side]
    plain = [each for each in same if not each.leans and each.text not in disputed]
    return _shared(min(plain, key=lambda each: each.place), same) if plain else None


def only(statements: Sequence[Statement], disputed: Collection[str] = ()) -> tuple[Only, ...]:
    """Facts that one origin alone reports: names or numbers that no other has, one an origin.

    A sentence that is `disputed` is told elsewhere.
    """
    found: dict[int, Statement] = {}
    origins = list(dict.fromkeys(each.origin for each in statements))
    for origin in origins if len(origins) > 1 else []:
        others = [each for each in statements if each.origin != origin]
        known = frozenset(fact for each in others for fact in (*each.names, *each.numbers))
        own = sorted(
            (each for each in statements if each.origin == origin and each.text not in disputed),
            key=lambda each: each.place,
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
    return other.numbers <= one.numbers and len(one.stems & other.stems) >= _SAME * len(other.stems)


def _alike(one: Statement, other: Statement) -> bool:
    """Whether one of two statements is enough: they say the same, or give the same figures."""
    if _says(one, other) or _says(other, one):
        return True
    near = len(one.stems & other.stems) >= _NEAR * min(len(one.stems), len(other.stems))
    return near and bool(one.numbers) and one.numbers == other.numbers


def _is_new(each: Statement, others: Sequence[Statement], known: Collection[str]) -> bool:
    """Whether it holds two names or numbers of which no other origin knows, in its own words."""
    if each.leans or len(each.stems) < _FEWEST or each.place < 1:
        return False
    facts = [fact for fact in (*each.names, *each.numbers) if fact not in known]
    if len(facts) < 2:
        return False
    alike = max((len(each.stems & other.stems) for other in others), default=0)
    return alike <= _STRANGE * len(each.stems)
