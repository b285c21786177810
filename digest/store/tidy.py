"""What is done for the store after a run, so that a reader never has to."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING

from digest.errors import StoreError
from digest.store.database import Store
from digest.store.index import index_articles, mend_index
from digest.store.prune import Keep, compact, is_small, prune
from digest.store.rescue import copy_is_due, make_copy

if TYPE_CHECKING:
    from digest.store.shelf import Shelf


async def tidy(shelf: "Shelf", keep: Keep, now: datetime) -> tuple[str, ...]:
    """Index what has come, drop what is too old; once a day give room back and make the copy.

    Each step is whole in itself, so that an end in between costs nothing, and fails alone:
    what there is to say of the steps comes back.
    """
    steps: list[Callable[[], Awaitable[object]]] = [
        lambda: index(shelf),
        lambda: shelf.do(prune, keep),
    ]
    if await shelf.ask(copy_is_due, now):
        steps.insert(0, lambda: shelf.do(mend_index))
        steps += [lambda: _compacted(shelf), lambda: shelf.ask(make_copy, now)]
    told = []
    for step in steps:
        try:
            await step()
        except StoreError as error:
            told.append(str(error))
    if await shelf.ask(_mended):
        told.append("The index of words was damaged, and has been made anew.")
    return tuple(told)


async def index(shelf: "Shelf") -> None:
    """Make what has come findable.

    Raises:
        StoreError: The disk is full, or the store is damaged.
    """
    while await shelf.do(index_articles):
        pass


async def _compacted(shelf: "Shelf") -> None:
    if await shelf.ask(is_small):
        await shelf.ask(compact)


def _mended(store: Store) -> bool:
    """Whether the index was thrown away since this was asked last."""
    mended, store.mended = store.mended, False
    return mended
