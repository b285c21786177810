"""Gives the items of a day what they mean: vectors, each made once and kept in the store."""

import asyncio
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from digest.errors import WorkerError
from digest.group import Item
from digest.group.meaning import fingerprint, installed, meant
from digest.store.shelf import Shelf
from digest.store.vectors import Vector, find_vectors, save_vectors
from digest.workers import Workers

AT_ONCE: Final = 32
"""Texts for one worker: some two seconds."""


async def with_meaning(items: Sequence[Item], shelf: Shelf, workers: Workers) -> list[Item]:
    """The items with their vectors; unchanged where nothing is installed that makes them."""
    if not installed():
        return list(items)
    texts = {item.id: fingerprint(item) for item in items}
    known = await shelf.ask(find_vectors, texts)
    wanting = [item for item in items if item.id not in known]
    parts = [wanting[start : start + AT_ONCE] for start in range(0, len(wanting), AT_ONCE)]
    made = [
        each
        for part in await asyncio.gather(*(_made(part, workers) for part in parts))
        for each in part
    ]
    if made:
        await shelf.do(save_vectors, made)
    known |= {each.article: each.vector for each in made}
    return [replace(item, vector=known.get(item.id, b"")) for item in items]


async def _made(items: Sequence[Item], workers: Workers) -> list[Vector]:
    """Vectors for these; none if they break a worker: they are grouped by their words then."""
    try:
        vectors = await workers.vectors([meant(item) for item in items])
    except WorkerError:
        return []
    return [
        Vector(article=item.id, text=fingerprint(item), vector=vector)
        for item, vector in zip(items, vectors, strict=False)
    ]
