"""The page: what goes to the front, to More and On its own, in which order and length."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final

from msgspec import Struct

from digest.edition.rank import Place, Wishes
from digest.length import word_count
from digest.news import Difference

WORDS_A_MINUTE: Final = 230
SHORTEST, LONGEST = 40, 150
"""Words that a story on the front is told in."""

FEWEST: Final = 3
"""Stories on the front: where fewer have several publishers, the best of the others join."""

MORE_WORDS: Final = 60

_LED: Final = 3
"""One publisher leads a third of the front at most, while others have something to lead with."""


class Layout(Struct, frozen=True, kw_only=True):
    """Ids of stories, in their places."""

    front: tuple[str, ...]
    more: tuple[str, ...]
    alone: tuple[str, ...]
    waiting: frozenset[str] = frozenset()
    """Those in More that would be on the front, led their publisher not so many there."""

    @property
    def everything(self) -> tuple[str, ...]:
        """All of them."""
        return self.front + self.more + self.alone


def lay_out(places: Mapping[str, Place], *, wishes: Wishes, printed: Sequence[str] = ()) -> Layout:
    """Put stories in their places; what is `printed` on the front stays there."""
    room = min(wishes.stories, wishes.minutes * WORDS_A_MINUTE // SHORTEST)
    ranked = sorted(places, key=lambda id_: _by_rank(id_, places[id_]))
    front = [id_ for id_ in printed if id_ in places]
    lifted = [id_ for id_ in ranked if places[id_].lifted and id_ not in front]
    front += lifted
    leads = [id_ for id_ in ranked if places[id_].leads and id_ not in front]
    left = max(0, room - len(front))
    front += _chosen(leads, places, front, most=max(1, room // _LED))[:left]
    others = [id_ for id_ in ranked if not places[id_].leads and id_ not in front]
    front += others[: max(0, min(FEWEST, room) - len(front))]
    taken = frozenset(front)
    rest = (id_ for id_ in others if id_ not in taken)
    return Layout(
        front=tuple(front),
        more=tuple(id_ for id_ in leads if id_ not in taken),
        alone=tuple(sorted(rest, key=lambda id_: _by_feed(places[id_]))),
        waiting=frozenset(leads[:left]) - taken,
    )


def _chosen(
    leads: Sequence[str], places: Mapping[str, Place], front: Sequence[str], *, most: int
) -> list[str]:
    """The `leads` as they are chosen: those past the `most` that a publisher may lead come last."""
    led = Counter(places[id_].publisher for id_ in front)
    chosen: list[str] = []
    waiting: list[str] = []
    for id_ in leads:
        publisher = places[id_].publisher
        (waiting if led[publisher] >= most else chosen).append(id_)
        led[publisher] += 1
    return chosen + waiting


def _by_rank(id_: str, place: Place) -> tuple[float, float, str]:
    return (-place.score, -place.newest.timestamp(), id_)


def _by_feed(place: Place) -> tuple[bool, str, float, str]:
    name, url = place.byline
    return (not place.rare, name, -place.newest.timestamp(), url)


def open_differences(differ: Sequence[Difference], words: int) -> int:
    """How many of a story's differences stand open on paper: those that leave its summary room.

    Args:
        differ: All of them, in their order; the first stands open always.
        words: That the whole story is told in.
    """
    taken = list(accumulate(map(difference_words, differ)))
    return max(1, sum(each <= words - SHORTEST for each in taken))


def difference_words(difference: Difference) -> int:
    """Words of its sides' sentences."""
    return sum(word_count(claim.text) for claim in difference.claims)


def allot(count: int, minutes: int) -> tuple[int, ...]:
    """Words for each of `count` stories, in order: 40 to 150, more for the first.

    All together at most `minutes` × 230, as far as 40 for each allow it.
    """
    fall = 1.2 / max(count - 1, 1)
    shares = [1.6 - fall * rank for rank in range(count)]
    budget = minutes * WORDS_A_MINUTE
    wanted = [min(LONGEST, max(SHORTEST, budget / count * share)) for share in shares]
    spare, extra = max(0, budget - SHORTEST * count), sum(wanted) - SHORTEST * count
    scale = min(1.0, spare / extra) if extra else 1.0
    return tuple(SHORTEST + int((words - SHORTEST) * scale) for words in wanted)
