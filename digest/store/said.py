"""What stored editions have said of a story already."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from msgspec import Struct

from digest.clean import Clean, clean
from digest.store.database import Store, glanced

_DAYS: Final = 7
"""The latest days on which stories were told that are looked at."""


class _Text(Struct):
    text: str


class _Claims(Struct):
    claims: tuple[_Text, ...]


class _Printed(Struct):
    """Of a stored story, its sentences alone: a whole edition takes ten times as long to read."""

    id: str
    summary: tuple[_Text, ...] = ()
    new: tuple[_Text, ...] = ()
    differ: tuple[_Claims, ...] = ()
    agree: tuple[_Text, ...] = ()
    only: tuple[_Text, ...] = ()
    quote: _Text | None = None

    def texts(self) -> Iterator[str]:
        claims = chain.from_iterable(each.claims for each in self.differ)
        quote = (self.quote,) if self.quote else ()
        for each in chain(self.new, self.summary, claims, self.agree, self.only, quote):
            yield each.text


class _Page(Struct):
    stories: tuple[_Printed, ...]
    more: tuple[_Printed, ...] = ()
    alone: tuple[_Printed, ...] = ()


def said_before(store: Store, stories: Sequence[str], day: str) -> dict[str, tuple[Clean, ...]]:
    """The sentences that editions before `day` printed of `stories`, each once.

    Raises:
        StoreError: The store cannot be read, or an edition in it is damaged.
    """
    said: dict[str, dict[Clean, None]] = {story: {} for story in stories}
    for body in _editions(store, stories, day):
        page = glanced(body, _Page)
        for printed in chain(page.stories, page.more, page.alone):
            if printed.id in said:
                said[printed.id].update((clean(text), None) for text in printed.texts())
    return {story: tuple(texts) for story, texts in said.items()}


def _editions(store: Store, stories: Sequence[str], day: str) -> Iterator[bytes]:
    """The bodies of the editions that told `stories` before `day`, the latest first."""
    told = (
        store.rows("SELECT DISTINCT day FROM told WHERE story = ? AND day < ?", (story, day))
        for story in stories
    )
    days = sorted(dict.fromkeys(day for rows in told for (day,) in rows), reverse=True)
    for each in days[:_DAYS]:
        for (body,) in store.rows("SELECT body FROM editions WHERE day = ?", (each,)):
            yield body
