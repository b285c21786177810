"""From stored articles to drafts of stories: what grouping needs, and what it found."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from digest.edition import Draft, Grouped, Known, Source, distinct, draft
from digest.group import Group, Item, publisher_of
from digest.news import Feed, Update
from digest.store.articles import Arrived
from digest.store.editions import Told

ITEM_CHARACTERS: Final = 8000
"""Of a text, at most, for grouping: news says what it is about early."""


def sources(
    feeds: Sequence[Feed], arrived: Sequence[Arrived], context: Sequence[Arrived]
) -> list[Source]:
    """The articles as sources; a page that several feeds link to counts once."""
    by_url = {feed.url: feed for feed in feeds}
    order = {feed.url: number for number, feed in enumerate(feeds)}
    found: dict[tuple[str, str], Source] = {}
    for fresh, several in ((False, context), (True, arrived)):
        known = [each for each in several if each.article.feed in by_url]
        for each in sorted(known, key=lambda each: order[each.article.feed]):
            article = each.article
            source = _source(each, by_url[article.feed], fresh=fresh)
            found.setdefault((article.url or article.id, article.title), source)
    return list(found.values())


def _source(arrived: Arrived, feed: Feed, *, fresh: bool) -> Source:
    article = arrived.article
    return Source(
        article=article,
        published=min(article.published or arrived.stored, arrived.stored),
        publisher=publisher_of(article.publisher, article.url),
        section=feed.section,
        fresh=fresh,
        always=feed.always,
        prefer=feed.prefer,
    )


def items(sources: Sequence[Source]) -> list[Item]:
    """What grouping needs of each."""
    return [_item(each) for each in sources]


def alone(sources: Sequence[Source]) -> list[Group]:
    """Each source as a group of its own."""
    return [Group(members=(index,), origins=(0,), why=()) for index in range(len(sources))]


def _item(source: Source) -> Item:
    article = source.article
    return Item(
        id=article.id,
        title=article.title,
        text=article.text[:ITEM_CHARACTERS],
        published=source.published,
        publisher=article.publisher,
        url=article.url,
        agency=article.agency,
        language=article.language,
    )


def drafts(
    groups: Sequence[Group],
    sources: Sequence[Source],
    known: Known,
    *,
    wanted: Callable[[Sequence[str]], bool],
) -> tuple[Draft, ...]:
    """The stories of the groups that hold something new, or articles that are `wanted`."""
    members = [[sources[member] for member in group.members] for group in groups]
    return distinct(
        [
            draft(its, group.origins, together=group.why, known=known)
            for its, group in zip(members, groups, strict=True)
            if any(each.fresh for each in its) or wanted([each.article.id for each in its])
        ]
    )


def drafted_again(story: Grouped, found: Mapping[str, Source]) -> Draft | None:
    """The draft that a galley remembers, as far as its sources are `found` still."""
    there = [
        (found[article], origin)
        for article, origin in zip(story.articles, story.origins, strict=True)
        if article in found
    ]
    if not there:
        return None
    sources, origins = zip(*there, strict=True)
    known = dict.fromkeys(story.articles, (story.id, story.update))
    again = draft(sources, origins, together=story.together, known=known)
    return replace(again, added=story.added)


def continued(told: Mapping[str, Told], day: str) -> Known:
    """For each article that an edition has told: its story, and what update it is on `day`."""
    return {id_: (each.story, _update(each, day)) for id_, each in told.items()}


def _update(earlier: Told, day: str) -> Update | None:
    if earlier.last_day is None:
        return None
    days = date.fromisoformat(day) - date.fromisoformat(earlier.first_day)
    return Update(day=days.days + 1, since=earlier.last_day)
