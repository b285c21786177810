"""Is every entry in exactly one day's edition, for 400 days of clocks that jump?

    python -m tests.benchmarks.days [DAYS]

A reader who updates now and then, and reads in the morning, at noon, late or not at all for a
week, in zones whose clocks change by an hour, by half an hour, at a minute past midnight and by
a whole day; their own clock jumps two hours ahead or back now and then, and again.
"""

import random
import sys
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from digest.clean import clean
from digest.edition import Turn, turn
from digest.news import Article, Counts, Edition
from digest.store.articles import articles_arrived, first_arrival, latest_arrival, save_articles
from digest.store.database import Store
from digest.store.editions import find_edition, save_edition

ZONES = {
    "Europe/London": date(2026, 1, 1),
    "America/St_Johns": date(2010, 9, 1),  # clocks change at 00:01
    "Pacific/Apia": date(2011, 6, 1),  # 30 December 2011 never was
    "Australia/Lord_Howe": date(2026, 1, 1),  # by half an hour
}
MORNINGS = (time(6), time(0), time(1, 30), time(23, 45))
JUMP = timedelta(hours=2)


@dataclass
class Reader:
    """A store, and a clock that is sometimes wrong."""

    zone: ZoneInfo
    morning: time
    chance: random.Random
    store: Store = field(default_factory=lambda: Store(None))
    wrong: timedelta = timedelta()
    stored: list[str] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    told: dict[str, set[str]] = field(default_factory=dict)

    def live(self, first: date, days: int) -> None:
        """As many days, each with some runs at any time of the day."""
        midnight = datetime(first.year, first.month, first.day, tzinfo=UTC)
        away = 0
        for number in range(days):
            away = away - 1 if away else self.chance.choice([0] * 30 + [7])
            hours = sorted(self.chance.uniform(0, 24) for _ in range(self.chance.randrange(6)))
            for hour in hours:
                if self.chance.random() < 0.02:
                    self.wrong = self.chance.choice((timedelta(), JUMP, -JUMP))
                real = midnight + timedelta(days=number, hours=hour)
                self.run((real + self.wrong).astimezone(self.zone), reads=not away)

    def run(self, now: datetime, *, reads: bool) -> None:
        """An update that brings up to three entries, and the edition if it is asked for."""
        for _ in range(self.chance.randrange(4)):
            self.stored.append(str(len(self.stored)))
            save_articles(self.store, [article(self.stored[-1])], now)
        if reads and self.chance.random() < 0.7:
            self.print(now)

    def print(self, now: datetime) -> None:
        """As the press does it."""
        last, latest = find_edition(self.store), latest_arrival(self.store)
        due = turn(
            last,
            now=now,
            morning=self.morning,
            earliest=first_arrival(self.store),
            latest=latest,
        )
        if latest <= (last.window.end if last else due.window.start):
            return
        arrived = articles_arrived(self.store, due.window.start, due.window.end)
        self.told[due.day] = {each.article.id for each in arrived}
        self.turns.append(due)
        save_edition(self.store, edition(due), [])


def faults(reader: Reader) -> list[str]:
    """What is wrong with a life, in words."""
    found = [
        f"{id_} is told on {days}"
        for id_ in reader.stored
        if len(days := [day for day, ids in reader.told.items() if id_ in ids]) != 1
    ]
    days = [due.day for due in reader.turns]
    found += [] if days == sorted(days) else ["days run backwards"]
    for before, after in zip(reader.turns, reader.turns[1:], strict=False):
        begin = before.window.start if before.day == after.day else before.window.end
        if after.window.start != begin:
            found.append(f"{after.day}.{after.revision}: its window does not meet the one before")
    return found


def life(zone: str, morning: time, days: int, seed: int = 1) -> Reader:
    """A reader's days, and on the last of them a run that leaves nothing over."""
    reader = Reader(ZoneInfo(zone), morning, random.Random(f"{zone}{morning}{seed}"))
    reader.live(ZONES[zone], days)
    end = datetime(*ZONES[zone].timetuple()[:3], tzinfo=UTC) + timedelta(days=days + 1)
    reader.print(end.astimezone(reader.zone))
    return reader


def article(id_: str) -> Article:
    """One that only has a name."""
    return Article(id=id_, feed="", title=clean(id_), publisher=clean(""), url=clean(""))


def edition(due: Turn) -> Edition:
    """One that only has a window."""
    counts = Counts(articles=0, publishers=0, stories=0, feeds=0, missed=0)
    return Edition(
        day=due.day,
        revision=due.revision,
        made=due.window.end,
        window=due.window,
        minutes=1,
        counts=counts,
        stories=(),
    )


def main(days: int) -> int:
    """Live in every zone and print a line for each."""
    wrong = 0
    for zone in ZONES:
        for morning in MORNINGS:
            reader = life(zone, morning, days)
            found = faults(reader)
            wrong += len(found)
            print(
                f"{zone:<22} {morning:%H:%M}  {days} days  {len(reader.stored):5} entries"
                f"  {len(reader.told):4} papers  {len(reader.turns):5} editions"
                f"  {len(found)} faults {found[:2] or ''}"
            )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
