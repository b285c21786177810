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
    made = [
        Vector(article=item.id, text=texts[item.id], vector=vector)
        for item, vector in zip(wanting, await vectors_of(wanting, workers), strict=True)
        if vector
    ]
    if made:
        await shelf.do(save_vectors, made)
    known |= {each.article: each.vector for each in made}
    return [replace(item, vector=known.get(item.id, b"")) for item in items]


async def vectors_of(items: Sequence[Item], workers: Workers) -> list[bytes]:
    """What each of them means; empty for those that break a worker: their words are left."""
    parts = [items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE)]
    made = await asyncio.gather(*(_made(part, workers) for part in parts))
    return [vector for part in made for vector in part]


async def _made(items: Sequence[Item], workers: Workers) -> Sequence[bytes]:
    try:
        return await workers.vectors([meant(item) for item in items])
    except WorkerError:
        return [b""] * len(items)
