"""The reader's hand: what each correction of a story says, and how it is kept and taken back."""

from datetime import datetime, timedelta

from digest.news import Correction, Edition, Hand, Story
from digest.tui.desk import Desk
from digest.tui.marking import Marking, MutedWord
from digest.tui.outside import Subscriptions


def _ids(story: Story) -> tuple[str, ...]:
    return tuple(report.id for report in story.articles)


def split(story: Story, number: int, now: datetime) -> Correction:
    """One report out of its story; `number` is its index there."""
    ids = _ids(story)
    rest = (*ids[:number], *ids[number + 1 :])
    return Correction(hand=Hand.APART, articles=(ids[number],), others=rest, made=now)


def merged(story: Story, other: Story, now: datetime) -> Correction:
    """Two stories into one."""
    return Correction(hand=Hand.TOGETHER, articles=_ids(story), others=_ids(other), made=now)


def muted(story: Story, days: int, now: datetime) -> Correction:
    """A story out of sight for some days."""
    until = now + timedelta(days=days)
    return Correction(hand=Hand.MUTE, articles=_ids(story), until=until, made=now)


def followed(story: Story, now: datetime) -> Correction:
    """A story lifted for as long as it lasts."""
    return Correction(hand=Hand.FOLLOW, articles=_ids(story), made=now)


class Correcting:
    """Hands corrections to the desk, and remembers them for undo."""

    def __init__(self, desk: Desk, marking: Marking, feeds: Subscriptions) -> None:
        self._desk = desk
        self._marking = marking
        self._feeds = feeds

    async def make(self, correction: Correction) -> Edition:
        """Keep a correction; the edition with it.

        Raises:
            DigestError: It could not be kept.
        """
        edition = await self._desk.correct(correction)
        kept = await self._desk.corrections()
        self._marking.corrected(kept[-1])
        return edition

    async def take_back(self, correction: Correction) -> Edition:
        """Take a correction back; the edition without it.

        Raises:
            DigestError: It could not be taken back; it can be tried again.
        """
        try:
            return await self._desk.take_back(correction.id)
        except BaseException:
            self._marking.corrected(correction)
            raise

    async def mute(self, word: MutedWord) -> Edition:
        """Mute a word for good, or no longer; the edition without what it is said in, or with it.

        Raises:
            DigestError: It could not be written down, or only counts from the next edition on.
        """
        await self._feeds.mute(word.word, on=word.on)
        if word.on:
            self._marking.corrected(word)
        return await self._desk.reword(word.word)

    async def followed(self, story: Story) -> Correction | None:
        """The correction by which a story is followed already, if it is."""
        ids = frozenset(_ids(story))
        made = await self._desk.corrections()
        return next(
            (c for c in made if c.hand is Hand.FOLLOW and not ids.isdisjoint(c.articles)), None
        )
