"""Article or story → its most telling sentences, each with its source; what is new first."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from msgspec import Struct

from digest.language.reading import Read
from digest.language.words import stems
from digest.news import Sentence
from digest.summarize.candidates import Candidate, Numbered, candidates, leaning_candidates
from digest.summarize.choice import Worth, choose, measure
from digest.summarize.luhn import densities
from digest.summarize.novelty import unsaid
from digest.summarize.timeline import timeline

__all__ = ["Told", "summarize", "summarize_story", "timeline"]

_ENOUGH: Final = 0.1
"""A story's summary ends where a sentence would add less than this share of the first."""

_LEAST: Final = 40
"""Words of a summary that differences leave room for."""

_NEW: Final = 0.7
"""Share of an update's words that tell what is new."""


class Told(Struct, frozen=True, kw_only=True):
    """A story in sentences of its sources."""

    summary: tuple[Sentence, ...] = ()
    new: tuple[Sentence, ...] = ()
    """Of an update, what nobody has read yet; the summary then says what was known."""


def summarize(read: Read, *, sentences: int = 3) -> tuple[Sentence, ...]:
    """The sentences that tell most of an article, in its order; fewer if it has not as many."""
    told = [(0, read)]
    found = candidates(told)
    worth = _worth(found, told, densities(found) if len(found) > sentences else {})
    chosen = choose(found, worth, count=sentences, words=10_000)
    return tuple(each.sentence() for each in sorted(chosen, key=lambda each: each.place))


def summarize_story(
    reads: Sequence[Read],
    *,
    origins: Sequence[int],
    words: int = 120,
    fresh: Collection[int] | None = None,
    said: Sequence[str] | None = None,
    beside: int = 0,
) -> Told:
    """The sentences that tell most of a story, nothing twice.

    Args:
        reads: All reports of it.
        origins: For each, the number of its origin: of reprints only the longest is read.
        words: At most so many in all, but at least one sentence, if there is one.
        fresh: Of an update, the indices of the reports that have arrived since; None: all.
        said: What earlier editions have said of it; None: it is no update.
        beside: Words that stand open beside it, of its differences: what is known makes room.
    """
    late = [index for index in range(len(reads)) if fresh is None or index in fresh]
    told = _in_one_language(_originals(reads, origins, late))
    found = candidates(told) or leaning_candidates(told)
    worth = _worth(found, told, {})
    room = max(words - beside, min(words, _LEAST))
    if said is None:
        chosen = choose(found, worth, count=words, words=room, enough=_ENOUGH)
        return Told(summary=_readable(chosen))
    old = [pair for pair in enumerate(reads) if pair[0] not in late]
    unread = unsaid(found, [read for _, read in old], said, language=_language(told))
    new = choose(unread, worth, count=words, words=int(_NEW * room), enough=_ENOUGH)
    left = room - sum(each.size for each in new)
    known = [each for each in found if each not in unread]
    background = choose(known, worth, count=words, words=left, enough=_ENOUGH, before=new)
    if not background:
        background = _background(_in_one_language(old), new, left)
    return Told(summary=_readable(background), new=_readable(new))


def _background(old: Sequence[Numbered], new: Sequence[Candidate], words: int) -> list[Candidate]:
    """What was told of earlier days, where nothing fresh repeats it."""
    found = candidates(old)
    return choose(found, _worth(found, old, {}), count=words, words=words, before=new)


def _worth(
    found: Sequence[Candidate], told: Sequence[Numbered], density: Mapping[Candidate, float]
) -> Worth:
    titles = [stems(read.article.title, read.language) for _, read in told]
    return measure(found, titles, density)


def _originals(
    reads: Sequence[Read], origins: Sequence[int], wanted: Sequence[int]
) -> list[Numbered]:
    """Of each origin the longest report, with its index."""
    longest: dict[int, int] = {}
    for index in wanted:
        best = longest.setdefault(origins[index], index)
        if reads[index].article.words > reads[best].article.words:
            longest[origins[index]] = index
    return [(index, reads[index]) for index in sorted(longest.values())]


def _in_one_language(told: list[Numbered]) -> list[Numbered]:
    """The reports in the language that most of them have; of two such, the first one's."""
    languages = Counter(read.language for _, read in told)
    most = max(languages, key=languages.__getitem__, default="")
    return [(index, read) for index, read in told if read.language == most]


def _language(told: Sequence[Numbered]) -> str:
    return told[0][1].language if told else "en"


def _readable(chosen: Sequence[Candidate]) -> tuple[Sentence, ...]:
    """Leads first, the most telling of them at the head; what leans on a sentence behind it."""
    ordered: list[Candidate] = []
    for each in sorted(chosen, key=lambda each: each.place):  # stable: by worth within a place
        at = ordered.index(each.needs) + 1 if each.needs in ordered else len(ordered)
        ordered.insert(at, each)
    return tuple(each.sentence() for each in ordered)
