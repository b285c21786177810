"""Merges and splits drafts, so that what belongs together stands together and nothing else."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest.clean import Clean
from digest.edition.bonds import Blocks, Bond, Wall, agreed
from digest.edition.drafts import Draft, Known, Source, draft
from digest.language.words import stems

_LEAD: Final = 600
"""Characters of a text that show which side of a split it fits."""

_READ: Final = 30
"""Articles of a side that are read for it."""


def rearranged(
    drafts: Sequence[Draft], wanted: Sequence[Bond | Wall], known: Known
) -> tuple[Draft, ...]:
    """The drafts with every bond and wall; those that none concerns stay as they are.

    `wanted` begins with what is wanted most.
    """
    blocks, walls = agreed(wanted)
    return tuple(
        part for whole in _merged(drafts, blocks) for part in _split(whole, blocks, walls, known)
    )


def _merged(drafts: Sequence[Draft], blocks: Blocks) -> Iterator[tuple[Draft, ...]]:
    """The drafts, those that share a block side by side."""
    places = Blocks()
    homes: dict[str, str] = {}
    for each in drafts:
        for source in each.sources:
            home = homes.setdefault(blocks.root(source.article.id), each.id)
            places.join(home, each.id)
    together: dict[str, list[Draft]] = defaultdict(list)
    for each in drafts:
        together[places.root(each.id)].append(each)
    return map(tuple, together.values())


class _Piece(Struct, frozen=True):
    """A source in a story that may be split."""

    source: Source
    origin: tuple[str, int]
    block: str


def _split(
    whole: Sequence[Draft], blocks: Blocks, walls: Sequence[Wall], known: Known
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
