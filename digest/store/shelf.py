"""The store on a thread of its own, so that nothing on the event loop waits for a disk.

Writes that come in while a commit is under way are committed together: a commit costs 2 ms
however much it holds. Each is a savepoint of its own, so one that fails takes none along.
"""

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import nullcontext
from typing import Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar

from digest.errors import StoreError
from digest.store.database import Store

P = ParamSpec("P")
T = TypeVar("T")

_BATCH = 64
"""Calls a commit, at most: so that no caller waits long for the others."""


class Shelf:
    """A `Store` for the event loop: ``await shelf.ask(find_edition, "2026-11-22")``."""

    def __init__(self, open_store: Callable[[], Store]) -> None:
        self._open = open_store
        self._calls: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="store", daemon=True)
        self._opening: _Call[None] | None = None

    async def __aenter__(self) -> Self:
        """Open the store.

        Raises:
            StoreError: It cannot be opened.
        """
        self._opening = _Call(lambda _: None, writes=False)
        self._thread.start()
        await self._opening.answer
        return self

    async def __aexit__(self, *_: object) -> None:
        """Finish what was asked for, then close the store."""
        self._calls.put(None)
        await asyncio.to_thread(self._thread.join)

    async def ask(
        self, method: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a function that reads.

        Raises:
            StoreError: What the function raises.
        """
        return await self._queued(_Call(lambda store: method(store, *args, **kwargs), writes=False))

    async def do(
        self, method: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a function that writes; it is committed when this returns.

        Raises:
            StoreError: What the function or the commit raises.
        """
        return await self._queued(_Call(lambda store: method(store, *args, **kwargs), writes=True))

    async def _queued(self, call: "_Call[T]") -> T:
        self._calls.put(call)
        return await asyncio.shield(call.answer)

    def _work(self) -> None:
        assert self._opening is not None
        try:
            store = self._open()
        except StoreError as error:
            self._opening.fail(error)
            return
        self._opening.run(store)
        self._opening.settle()
        try:
            while (call := self._calls.get()) is not None:
                if not call.writes:
                    call.run(store)
                    call.settle()
                elif not self._together(store, call):
                    return
        finally:
            store.close()

    def _together(self, store: Store, first: "_Waiting") -> bool:
        """Run `first` and those that wait behind it in one commit; False: the end is reached."""
        calls, more = [first], True
        while len(calls) < _BATCH and not self._calls.empty():
            following = self._calls.get()
            if following is None:
                more = False
                break
            calls.append(following)
        try:
            with store.transaction():
                for call in calls:
                    call.run(store)
        except StoreError as error:
            for call in calls:
                call.fail(error)
        else:
            for call in calls:
                call.settle()
        return more


class _Waiting(Protocol):
    """A call in the queue, whatever it answers."""

    writes: bool

    def run(self, store: Store) -> None: ...
    def settle(self) -> None: ...
    def fail(self, error: Exception) -> None: ...


class _Call(Generic[T]):
    """One call: made on the loop, run on the store's thread, answered on the loop."""

    def __init__(self, method: Callable[[Store], T], *, writes: bool) -> None:
        self.answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self.writes = writes
        self._method = method
        self._outcome: Callable[[], None] = lambda: None

    def run(self, store: Store) -> None:
        """Run the function, and keep what it gave for `settle`."""
        try:
            with store.transaction() if self.writes else nullcontext():
                result = self._method(store)
        except Exception as error:
            failure = error
            self._outcome = lambda: self.answer.set_exception(failure)
        else:
            self._outcome = lambda: self.answer.set_result(result)

    def settle(self) -> None:
        """Answer."""
        self._post(self._outcome)

    def fail(self, error: Exception) -> None:
        """Answer with an error, whatever the method gave."""
        self._post(lambda: self.answer.set_exception(error))

    def _post(self, outcome: Callable[[], None]) -> None:
        loop = self.answer.get_loop()
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: None if self.answer.done() else outcome())
