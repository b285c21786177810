"""What is done for the store after a run, so that a reader never has to."""

from datetime import datetime
from typing import TYPE_CHECKING

from digest.store.index import index_articles
from digest.store.prune import Keep, compact, is_small, prune
from digest.store.rescue import copy_is_due, make_copy

if TYPE_CHECKING:
    from digest.store.shelf import Shelf


async def tidy(shelf: "Shelf", keep: Keep, now: datetime) -> None:
    """Index what has come, drop what is too old; once a day give room back and make the copy.

    Each step is whole in itself, so that an end in between costs nothing.

    Raises:
        StoreError: The disk is full, or the store is damaged.
    """
    await index(shelf)
    await shelf.do(prune, keep)
    if await shelf.ask(copy_is_due, now):
        if await shelf.ask(is_small):
            await shelf.ask(compact)
        await shelf.ask(make_copy, now)


async def index(shelf: "Shelf") -> None:
    """Make what has come findable.

    Raises:
        StoreError: The disk is full, or the store is damaged.
    """
    while await shelf.do(index_articles):
        pass
