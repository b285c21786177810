"""Merges and splits drafts, so that what belongs together stands together and nothing else.

Of two corrections that cannot both be met the later wins.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from digest.clean import Clean
from digest.edition.drafts import Draft, Source, draft
from digest.language.words import stems
from digest.news import Update

Known: TypeAlias = Mapping[str, tuple[str, Update | None]]

_LEAD: Final = 600
"""Characters of a text that show which side of a split it fits."""

_READ: Final = 30
"""Articles of a side that are read for it."""


class Bond(Struct, frozen=True):
    """Articles that stand in one story."""

    articles: tuple[str, ...]


class Wall(Struct, frozen=True):
    """Two sides that never stand in one story."""

    one: frozenset[str]
    other: frozenset[str]

    def parts(self, ids: Iterable[str]) -> bool:
        """Whether some of `ids` stand on each side."""
        found = set(ids)
        return not (found.isdisjoint(self.one) or found.isdisjoint(self.other))


def rearranged(
    drafts: Sequence[Draft], wanted: Sequence[Bond | Wall], known: Known
) -> tuple[Draft, ...]:
    """The drafts with every bond and wall; those that none concerns stay as they are.

    `wanted` begins with what is wanted most. `known` gives the story that an article belongs to.
    """
    blocks, walls = _agreed(wanted)
    return tuple(
        part for whole in _merged(drafts, blocks) for part in _split(whole, blocks, walls, known)
    )


# --- What can be met ----------------------------------------------------------------------


class _Blocks:
    """Articles that stay together, as a union-find."""

    def __init__(self) -> None:
        self._roots: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def root(self, article: str) -> str:
        """The name of an article's block."""
        while (above := self._roots.get(article, article)) != article:
            article = above
        return article

    def of(self, article: str) -> list[str]:
        """All articles of its block."""
        root = self.root(article)
        return self._members.get(root, [root])

    def join(self, one: str, other: str) -> None:
        """Make one block of two."""
        if self.root(one) == self.root(other):
            return
        larger, smaller = sorted((one, other), key=lambda each: -len(self.of(each)))
        members = self.of(larger) + self.of(smaller)
        self._roots[self.root(smaller)] = self.root(larger)
        self._members[self.root(larger)] = members


def _agreed(wanted: Sequence[Bond | Wall]) -> tuple[_Blocks, list[Wall]]:
    """What must stand together and what apart, as far as it goes with what is wanted more."""
    blocks, walls = _Blocks(), list[Wall]()
    for each in wanted:
        if isinstance(each, Bond):
            _bind(each.articles, blocks, walls)
            continue
        bound = {blocks.root(article) for article in each.one}
        free = frozenset(article for article in each.other if blocks.root(article) not in bound)
        walls.append(Wall(each.one, free))
    return blocks, walls


def _bind(articles: Sequence[str], blocks: _Blocks, walls: Sequence[Wall]) -> None:
    """Join the articles as far as no wall of a later correction stands between them."""
    heads: list[str] = []
    for article in articles:
        for head in heads:
            both = blocks.of(head) + blocks.of(article)
            if not any(wall.parts(both) for wall in walls):
                blocks.join(head, article)
                break
        else:
            heads.append(article)


# --- Merging ----------------------------------------------------------------------------------


def _merged(drafts: Sequence[Draft], blocks: _Blocks) -> Iterator[tuple[Draft, ...]]:
    """The drafts, those that share a block side by side."""
    places = _Blocks()
    homes: dict[str, str] = {}
    for each in drafts:
        for source in each.sources:
            home = homes.setdefault(blocks.root(source.article.id), each.id)
            places.join(home, each.id)
    together: dict[str, list[Draft]] = defaultdict(list)
    for each in drafts:
        together[places.root(each.id)].append(each)
    return map(tuple, together.values())


# --- Splitting --------------------------------------------------------------------------------


class _Piece(Struct, frozen=True):
    """A source in a story that may be split."""

    source: Source
    origin: tuple[str, int]
    block: str


def _split(
    whole: Sequence[Draft], blocks: _Blocks, walls: Sequence[Wall], known: Known
) -> Iterator[Draft]:
    """The stories that `whole`, one draft or several that were merged, becomes."""
    pieces = [
        _Piece(source, (each.id, origin), blocks.root(source.article.id))
        for each in whole
        for source, origin in zip(each.sources, each.origins, strict=True)
    ]
    parts = [pieces]
    for wall in walls:
        parts = [side for part in parts for side in _sides(part, wall)]
    if len(whole) == len(parts) == 1:
        yield whole[0]
        return
    added = min((each.added for each in whole), key=lambda time: (time is not None, time))
    for part in parts:
        yield replace(_drafted(part, known), added=added)


def _sides(part: list[_Piece], wall: Wall) -> list[list[_Piece]]:
    """A part on both sides of a wall; what neither names joins the side that it is more like."""
    named: dict[str, bool] = {}
    for piece in part:
        if piece.source.article.id in wall.one:
            named[piece.block] = True
        elif piece.source.article.id in wall.other:
            named.setdefault(piece.block, False)
    if len(set(named.values())) < 2:
        return [part]
    one = [piece for piece in part if named.get(piece.block) is True]
    other = [piece for piece in part if named.get(piece.block) is False]
    nearer_one = _nearer(one, other)
    for block in dict.fromkeys(piece.block for piece in part if piece.block not in named):
        pieces = [piece for piece in part if piece.block == block]
        (one if nearer_one(pieces) else other).extend(pieces)
    return [one, other]


def _nearer(one: Sequence[_Piece], other: Sequence[_Piece]) -> Callable[[list[_Piece]], bool]:
    """Tells whether pieces are more like `one` than like `other`, by reprints, then by words."""
    sides = [
        ({piece.origin for piece in side}, [_words(piece.source) for piece in side[:_READ]])
        for side in (one, other)
    ]

    def nearer(pieces: list[_Piece]) -> bool:
        said = [_words(piece.source) for piece in pieces[:_READ]]
        first, second = (
            (any(piece.origin in origins for piece in pieces), _most_shared(said, heard))
            for origins, heard in sides
        )
        return first > second

    return nearer


def _most_shared(said: Sequence[frozenset[str]], heard: Sequence[frozenset[str]]) -> float:
    return max(
        (len(one & other) / (min(len(one), len(other)) or 1) for one in said for other in heard),
        default=0.0,
    )


def _words(source: Source) -> frozenset[str]:
    return frozenset(stems(f"{source.article.title} {source.article.text[:_LEAD]}"))


def _drafted(part: Sequence[_Piece], known: Known) -> Draft:
    numbers: dict[tuple[str, int], int] = {}
    origins = [numbers.setdefault(piece.origin, len(numbers)) for piece in part]
    merged = len({piece.origin[0] for piece in part}) > 1
    reason = "You merged these" if merged else "You split this from another story"
    return draft([piece.source for piece in part], origins, together=(Clean(reason),), known=known)
