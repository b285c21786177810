"""The days of a story, a sentence each."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from digest.language.reading import Read
from digest.language.words import stems
from digest.news import Day
from digest.summarize.candidates import Candidate, Numbered, candidates
from digest.summarize.choice import choose, measure
from digest.summarize.novelty import unsaid

MOST_DAYS: Final = 7
"""The latest days of a story that are told."""

_SPAN: Final = timedelta(days=30)
"""A report that is older has come in by mistake, or is history."""

_WORDS: Final = 45
"""Of a day's sentence, where one is as short."""


def timeline(reads: Sequence[Read], days: Sequence[str]) -> tuple[Day, ...]:
    """What each day brought to a story that lasts; nothing for a story of one day.

    Args:
        reads: Its reports.
        days: For each, its paper day, as YYYY-MM-DD; none: no timeline is wanted.
    """
    oldest = (date.fromisoformat(max(days)) - _SPAN).isoformat() if days else ""
    dates = sorted({day: None for day in days if day >= oldest})[-MOST_DAYS:]
    line: list[Day] = []
    for today in dates if len(dates) > 1 else []:
        earlier = [read for read, day in zip(reads, days, strict=True) if day < today]
        of_day = [pair for pair in enumerate(reads) if days[pair[0]] == today]
        if best := _best(of_day, earlier):
            line.append(Day(day=today, text=best.text, article=best.article))
    return tuple(line) if len(line) > 1 else ()


def _best(reports: Sequence[Numbered], earlier: Sequence[Read]) -> Candidate | None:
    """The sentence that tells most of a day, of what was not told before it."""
    found = [each for each in candidates(reports) if each.needs is None]
    titles = [stems(read.article.title, read.language) for _, read in reports]
    worth = measure(found, titles, {})
    new = unsaid(found, earlier, (), language=reports[0][1].language)
    return next(iter(choose(new or found, worth, count=1, words=_WORDS)), None)
