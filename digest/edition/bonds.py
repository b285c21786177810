"""What the reader's corrections ask for, as far as all of it can be met.

Of two corrections that cannot both be met the later wins.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct


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


class Blocks:
    """What stays together, by id, as a union-find."""

    def __init__(self) -> None:
        self._roots: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def root(self, id_: str) -> str:
        """The name of its block."""
        while (above := self._roots.get(id_, id_)) != id_:
            id_ = above
        return id_

    def of(self, id_: str) -> list[str]:
        """All that its block holds."""
        root = self.root(id_)
        return self._members.get(root, [root])

    def join(self, one: str, other: str) -> None:
        """Make one block of two."""
        if self.root(one) == self.root(other):
            return
        larger, smaller = sorted((one, other), key=lambda each: -len(self.of(each)))
        members = self.of(larger) + self.of(smaller)
        self._roots[self.root(smaller)] = self.root(larger)
        self._members[self.root(larger)] = members


def agreed(wanted: Sequence[Bond | Wall]) -> tuple[Blocks, list[Wall]]:
    """What must stand together and what apart, as far as it goes with what is wanted more."""
    blocks, walls = Blocks(), list[Wall]()
    for each in wanted:
        if isinstance(each, Bond):
            _bind(each.articles, blocks, walls)
            continue
        bound = {blocks.root(article) for article in each.one}
        free = frozenset(article for article in each.other if blocks.root(article) not in bound)
        walls.append(Wall(each.one, free))
    return blocks, walls


def _bind(articles: Sequence[str], blocks: Blocks, walls: Sequence[Wall]) -> None:
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
