"""A draft: a group of articles in the order of a story, before it is told."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain, count
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from digest.clean import NOTHING, Clean, masked
from digest.language.words import stems
from digest.news import Article, Report, Update

Known: TypeAlias = Mapping[str, tuple[str, Update | None]]
"""Of articles that an edition has told, by id: the story, and the update that it would be today.

None: the story began today.
"""

_LONGEST_HEADLINE = 110
"""Characters: a longer title is chosen only if all are longer."""

_TITLES_COMPARED = 30
"""Titles that are weighed for a headline, each with each."""


class Source(Struct, frozen=True, kw_only=True):
    """An article, with what the edition must know beside it."""

    article: Article
    published: datetime
    publisher: str
    """Key under which all feeds of one publisher count once."""

    section: Clean = NOTHING
    fresh: bool = True
    """It arrived in this edition's window; an older one stands behind an update."""

    always: bool = False
    prefer: bool = False


class Draft(Struct, frozen=True, kw_only=True):
    """A story before it is told. Its first sources are one of each origin."""

    id: str
    headline: Clean
    section: Clean
    sources: tuple[Source, ...]
    origins: tuple[int, ...]
    """Beside the sources: equal numbers are reprints of one text."""

    together: tuple[Clean, ...] = ()
    update: Update | None = None
    added: datetime | None = None
    """When a later revision of the day's edition brought it; None: there from the first."""

    @property
    def publishers(self) -> int:
        """How many publishers tell it."""
        return len({source.publisher for source in self.sources})

    @property
    def fresh(self) -> tuple[Source, ...]:
        """The sources that arrived in the window."""
        return tuple(source for source in self.sources if source.fresh)

    @property
    def newest(self) -> datetime:
        """When the last of them was published."""
        return max(source.published for source in self.fresh)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of all sources."""
        return tuple(source.article for source in self.sources)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The sources as the edition cites them."""
        return tuple(map(_report, self.sources, self.origins))


def draft(
    sources: Sequence[Source],
    origins: Sequence[int],
    *,
    together: Sequence[Clean] = (),
    known: Known | None = None,
) -> Draft:
    """The story that `sources` tell; `origins` beside them number the reprints.

    The story of most articles that are `known` goes on.
    """
    order = _order(sources, origins)
    placed, numbers = [sources[i] for i in order], [origins[i] for i in order]
    first_seen = {
        origin: rank for rank, origin in reversed(list(enumerate(dict.fromkeys(numbers))))
    }
    id_, update = _identity(placed, known or {})
    return Draft(
        id=id_,
        headline=_headline([source for source in placed if source.fresh] or placed),
        section=_section(placed, numbers),
        sources=tuple(placed),
        origins=tuple(first_seen[origin] for origin in numbers),
        together=tuple(together),
        update=update,
    )


def distinct(drafts: Sequence[Draft], *, others: Collection[str] = ()) -> tuple[Draft, ...]:
    """The drafts, no two with one id, and none with an id of the `others` on the page.

    Where an earlier story has split, it goes on in the draft with most of its articles; the
    others are new stories.
    """
    by_size = sorted(drafts, key=_claim)
    taken: dict[str, Draft] = {}
    for each in by_size:
        if each.id not in taken and each.id not in others:
            taken[each.id] = each
            continue
        own = (source.article.id for source in each.sources if source.fresh)
        numbered = (f"{each.id}-{number}" for number in count(2))
        free = (id_ for id_ in chain(own, numbered) if id_ not in taken and id_ not in others)
        id_ = next(free)
        taken[id_] = replace(each, id=id_, update=None)
    return tuple(taken.values())


def _claim(each: Draft) -> tuple[int, bool, str]:
    """Who keeps a story's name: the larger part, then the one with the article it is named by."""
    named = any(source.article.id == each.id for source in each.sources)
    return (-len(each.sources), not named, each.sources[0].article.url)


def _order(sources: Sequence[Source], origins: Sequence[int]) -> list[int]:
    """One copy of each origin first, the latest told of them first; then the reprints."""
    by_origin: dict[int, list[int]] = {}
    credited = frozenset(source.article.agency.casefold() for source in sources)
    for index in sorted(range(len(sources)), key=lambda i: _copy_rank(sources[i], credited)):
        by_origin.setdefault(origins[index], []).append(index)
    shown = sorted(
        by_origin.values(),
        key=lambda copies: (
            not any(sources[i].fresh for i in copies),
            -len(copies),
            sources[copies[0]].published,
            sources[copies[0]].article.url,
        ),
    )
    return [copies[0] for copies in shown] + [i for copies in shown for i in copies[1:]]


def _copy_rank(
    source: Source, credited: frozenset[str]
) -> tuple[bool, bool, int, bool, datetime, str]:
    """Among reprints: what arrived now, the readable, the agency's own, the preferred feed's."""
    article = source.article
    return (
        not source.fresh,
        bool(article.note),
        _distance(article, credited),
        not source.prefer,
        source.published,
        article.url,
    )


def _distance(article: Article, credited: frozenset[str]) -> int:
    """0: the agency that others credit published it; 1: it credits none; 2: it is a reprint."""
    if article.agency:
        return 2
    name = article.publisher.casefold()
    return 0 if any(agency and name.startswith(agency) for agency in credited) else 1


def _identity(sources: Sequence[Source], known: Known) -> tuple[str, Update | None]:
    """The story of most articles that have one; of as many, that of the first article."""
    by_time = sorted(sources, key=lambda source: (source.published, source.article.url))
    earlier = [known[source.article.id] for source in by_time if source.article.id in known]
    if not earlier:
        return by_time[0].article.id, None
    counts = Counter(story for story, _ in earlier)
    story = max(counts, key=lambda story: counts[story])
    return story, next(update for id_, update in earlier if id_ == story)


def _section(sources: Sequence[Source], origins: Sequence[int]) -> Clean:
    """The section of most origins; of as many, the one that comes first."""
    of_origin: dict[int, Clean] = {}
    for source, origin in zip(sources, origins, strict=True):
        if source.section:
            of_origin.setdefault(origin, source.section)
    counts = Counter(of_origin.values())
    return max(counts, key=lambda section: counts[section], default=NOTHING)


def _headline(sources: Sequence[Source]) -> Clean:
    """The plainest title: the one that shares most of its words with the others."""
    titles = [source.article.title for source in sources[:_TITLES_COMPARED]]
    bags = [frozenset(stems(title)) for title in titles]

    def plainness(index: int) -> tuple[bool, float, int]:
        bag, others = bags[index], [each for place, each in enumerate(bags) if place != index]
        shared = sum(2 * len(bag & other) / (len(bag) + len(other) or 1) for other in others)
        return (_is_plain(titles[index]), round(shared, 6) if len(titles) > 2 else 0.0, -index)

    return titles[max(range(len(titles)), key=plainness)]


def _is_plain(title: str) -> bool:
    return len(title) <= _LONGEST_HEADLINE and not title.endswith("?") and not title.isupper()


def _report(source: Source, origin: int) -> Report:
    article = source.article
    return Report(
        id=article.id,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published=(article.published or source.published).astimezone(UTC),
        origin=origin,
        language=article.language,
        feed=masked(article.feed),
        agency=article.agency,
        words=article.words,
        note=article.note,
        fresh=source.fresh,
    )
