"""Makes the page up: puts drafts right, lays them out, and has them told."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time

from msgspec.structs import replace

from digest.clean import Clean
from digest.config.settings import Settings
from digest.edition import (
    MORE_WORDS,
    Draft,
    Layout,
    Place,
    ReadersHand,
    Source,
    Turn,
    Wishes,
    allot,
    distinct,
    lay_out,
    mentions,
    place,
    told,
)
from digest.errors import WorkerError
from digest.news import Story, Telling, Window
from digest.paper import paper_day
from digest.pipeline.drafting import items
from digest.pipeline.pages import Page, Standing
from digest.pipeline.telling import Teller
from digest.pipeline.wishes import wishes
from digest.store.editions import Membership
from digest.store.shelf import Shelf
from digest.workers import Workers


class MakeUp:
    """Makes pages, by what the reader wishes."""

    def __init__(
        self,
        *,
        workers: Workers,
        teller: Teller,
        hand: ReadersHand,
        wishes: Wishes,
        window: Window,
    ) -> None:
        self._workers = workers
        self._window = window
        self._teller = teller
        self._hand = hand
        self._wishes = wishes

    async def page(self, base: Sequence[Draft], standing: Standing) -> Page:
        """The page of the drafts as grouping found them, and of what is `standing`."""
        drafts, changed = await self._put_right(base, standing)
        shown = self._shown(drafts)
        places = {id_: standing.places[id_] for id_ in standing.kept} | self._places(shown)
        stays = [i for i in standing.front if i in places and (places[i].leads or i not in changed)]
        layout, tellings = await self._told(shown, places, standing, stays)
        by_id = {each.id: each for each in shown}

        def stories(ids: Sequence[str]) -> tuple[Story, ...]:
            return tuple(
                told(by_id[id_], _rank(id_, places, layout), tellings[id_])
                if id_ in by_id
                else standing.stories[id_]
                for id_ in ids
            )

        return Page(
            front=stories(layout.front),
            more=stories(layout.more),
            alone=stories(layout.alone),
            places={id_: places[id_] for id_ in layout.everything},
            unchanged=len(places) - len(layout.everything),
            memberships=_memberships(drafts),
        )

    async def _put_right(
        self, base: Sequence[Draft], standing: Standing
    ) -> tuple[list[Draft], set[str]]:
        """The drafts after the reader's hand, and the ids of those that it changed.

        What it changed has its reasons looked for anew.
        """
        before = {each.id: each for each in base}
        after = distinct(self._hand.put_right(base), others=standing.kept)
        changed = {each.id for each in after if before.get(each.id) is not each}
        drafts = [await self._reasoned(each) if each.id in changed else each for each in after]
        return drafts, changed

    async def _reasoned(self, draft: Draft) -> Draft:
        try:
            found = await self._workers.explain(items(draft.sources), range(len(draft.sources)))
        except WorkerError:
            return draft
        return replace(draft, together=(*draft.together, *found.together))

    def _shown(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Those with something fresh that are not muted."""
        fresh = [each for each in drafts if each.fresh]
        muted = self._hand.muted(fresh)
        return [
            each
            for each in fresh
            if each.id not in muted and not any(mentions(each, word) for word in self._wishes.mute)
        ]

    def _places(self, drafts: Sequence[Draft]) -> dict[str, Place]:
        followed = self._hand.followed(drafts)
        return {
            each.id: place(
                each, window=self._window, wishes=self._wishes, followed=each.id in followed
            )
            for each in drafts
        }

    async def _told(
        self,
        drafts: Sequence[Draft],
        places: Mapping[str, Place],
        standing: Standing,
        stays: Sequence[str],
    ) -> tuple[Layout, dict[str, Telling]]:
        """Lay out and tell, until no update is left that has nothing new to say."""
        there = {each.id: each for each in drafts}
        tellings = {
            id_: _telling(standing.stories[id_])
            for id_, each in there.items()
            if _is_as_printed(each, standing)
        }
        final = set(tellings)
        while True:
            ids = [*standing.kept, *there]
            layout = lay_out({i: places[i] for i in ids}, wishes=self._wishes, printed=stays)
            tellings |= await self._tell(layout, there, tellings, final)
            final.update(layout.front)
            idle = {
                id_
                for id_, each in there.items()
                if each.update and not tellings[id_].new and id_ not in stays
            }
            if not idle:
                return layout, tellings
            there = {id_: each for id_, each in there.items() if id_ not in idle}

    async def _tell(
        self,
        layout: Layout,
        drafts: Mapping[str, Draft],
        tellings: Mapping[str, Telling],
        final: set[str],
    ) -> dict[str, Telling]:
        """Tell what has not been told, or only at the length of More and is on the front now."""
        budget = zip(layout.front, allot(len(layout.front), self._wishes.minutes), strict=True)
        untold = drafts.keys() - tellings.keys()
        wanted = [(drafts[i], words) for i, words in budget if i in drafts and i not in final]
        wanted += [(drafts[i], MORE_WORDS) for i in layout.more if i in untold]
        return await self._teller.tell(wanted, [drafts[i] for i in layout.alone if i in untold])


async def prepared(
    shelf: Shelf,
    workers: Workers,
    settings: Settings,
    due: Turn,
    *,
    hand: ReadersHand,
    found: Sequence[Source],
    now: datetime,
) -> MakeUp:
    """The make-up of the edition that is due, whose sources are `found`."""
    return MakeUp(
        workers=workers,
        teller=Teller(
            shelf=shelf,
            workers=workers,
            day=due.day,
            day_of=_paper_days(now, settings.digest.morning_hour),
        ),
        hand=hand,
        wishes=await wishes(shelf, settings, found, now),
        window=due.window,
    )


def _paper_days(now: datetime, morning: time) -> Callable[[datetime], str]:
    """What names the paper day of a moment, in the reader's zone."""

    def day_of(moment: datetime) -> str:
        if moment.time() == time():  # a page that gives its day alone
            return moment.date().isoformat()
        return paper_day(moment.astimezone(now.tzinfo), morning).isoformat()

    return day_of


def _is_as_printed(draft: Draft, standing: Standing) -> bool:
    """Whether the edition has the same reports as one story already."""
    story = standing.stories.get(draft.id)
    return story is not None and draft.reports == story.articles


def _telling(story: Story) -> Telling:
    return Telling(
        summary=story.summary,
        new=story.new,
        differ=story.differ,
        differ_open=story.differ_open,
        agree=story.agree,
        only=story.only,
        quote=story.quote,
        timeline=story.timeline,
    )


def _rank(id_: str, places: Mapping[str, Place], layout: Layout) -> tuple[Clean, ...]:
    """Why a story stands where it does, in words."""
    reasons = places[id_].reasons
    if id_ not in layout.waiting:
        return reasons
    return (*reasons, Clean("its publisher leads enough stories of the front"))


def _memberships(drafts: Sequence[Draft]) -> tuple[Membership, ...]:
    return tuple(
        Membership(article=source.article.id, story=each.id)
        for each in drafts
        for source in each.sources
    )
