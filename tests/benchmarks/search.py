"""How fast words are found, how large the store is beside its text, and what a day costs in it.

    python -m tests.benchmarks.search [ARTICLES]

Words are made of syllables and drawn as often as words of a language are (Zipf, Mandelbrot), so
that common words, rare ones and short beginnings are as many as in real texts. Searches are as a
reader types them: every beginning of one to three words.
"""

import random
import statistics
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path

from digest.clean import clean
from digest.news import Article, Entry, Paragraph
from digest.store.articles import articles_arrived, entries_wanting, latest_arrival, save_articles
from digest.store.database import Store
from digest.store.feeds import Outcome, save_feed
from digest.store.index import index_articles
from digest.store.rescue import make_copy
from digest.store.search import find

STARTS = (*"bcdfghklmnprstvwj", "tr", "pr", "th", "sh", "ch")
ENDS = (*"aeiou", "an", "er", "in", "on", "al", "or")
SYLLABLES = [start + end for start in STARTS for end in ENDS]
VOCABULARY = 300_000
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
A_DAY = 1000
FEED = "https://paper-{}.example/feed.xml"


class Language:
    """Words, and texts of them."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.words = list(self._made())
        self._weights = list(accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(VOCABULARY)))

    def _made(self) -> Iterator[str]:
        known: set[str] = set()
        while len(known) < VOCABULARY:
            length = (
                1 if len(known) < 150 else 2 if len(known) < 8000 else self.chance.choice((3, 4))
            )
            word = "".join(self.chance.choices(SYLLABLES, k=length))
            if word not in known:
                known.add(word)
                yield word

    def text(self, words: int) -> str:
        return " ".join(self.chance.choices(self.words, cum_weights=self._weights, k=words))

    def word(self, at_least: int = 0) -> str:
        """One, drawn as texts draw them; not one of the `at_least` most common."""
        low = self._weights[at_least - 1] if at_least else 0.0
        return self.words[bisect_left(self._weights, self.chance.uniform(low, self._weights[-1]))]

    def article(self, number: int) -> Article:
        """About 2.4 kB of text in six paragraphs."""
        url = f"https://paper-{number % 300}.example/2026/{number}-{self.words[number % 9999]}"
        return Article(
            id=f"{number:016x}",
            feed=FEED.format(number % 300),
            title=clean(self.text(9)),
            publisher=clean(f"Paper {number % 300}"),
            url=clean(url),
            published=FIRST + timedelta(seconds=86400 / A_DAY * number),
            language=clean("en"),
            paragraphs=tuple(
                Paragraph(clean(self.text(self.chance.randint(20, 110)))) for _ in range(6)
            ),
        )


def fill(store: Store, language: Language, count: int, start: int = 0) -> int:
    """Store articles with their entries, five hundred at once; the bytes of their text."""
    held = 0
    for first in range(start, start + count, 500):
        articles = [language.article(number) for number in range(first, first + 500)]
        held += sum(len(each.text.encode()) + len(each.title.encode()) for each in articles)
        with store.transaction():
            keep(store, articles)
            index_articles(store)
    return held


def keep(store: Store, articles: list[Article]) -> None:
    """As an update does it."""
    for article in articles:
        at = article.published or FIRST
        entry = Entry(
            id=article.id,
            feed=article.feed,
            title=article.title,
            url=article.url,
            published=at,
            summary=article.paragraphs[0].text,
        )
        save_feed(store, Outcome(url=article.feed, at=at), [entry])
        save_articles(store, [article], at)


def day(store: Store, start: int) -> float:
    """The store's part of a morning with 1,000 new articles of 300 feeds: milliseconds."""
    language = Language(start)
    articles = [language.article(number) for number in range(start, start + A_DAY)]
    return timed(lambda: one_morning(store, articles, FIRST + timedelta(days=start / A_DAY)))


def one_morning(store: Store, articles: list[Article], now: datetime) -> None:
    """As the pipeline does it."""
    entries_wanting(store, [FEED.format(n) for n in range(300)], now - timedelta(days=1))
    with store.transaction():
        keep(store, articles)
    articles_arrived(store, now, latest_arrival(store))
    articles_arrived(store, now - timedelta(days=3), now)
    while index_articles(store):
        pass


def typed(language: Language, several: int) -> Iterator[str]:
    """What a reader has in the search line, letter by letter."""
    for _ in range(several):
        words = [language.word(at_least=language.chance.choice((0, 0, 50, 500)))]
        words += [language.word() for _ in range(language.chance.randrange(3))]
        line = " ".join(words)
        yield from (line[:end] for end in range(1, len(line) + 1) if line[end - 1] != " ")


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def main(count: int) -> int:
    """Print the table; 1 if a bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        with closing(Store(Path(folder, "small.db"))) as store:
            fill(store, Language(), A_DAY)
            few = min(day(store, A_DAY * number) for number in (1, 2, 3))
        large = Path(folder, "large.db")
        with closing(Store(large)) as store:
            language = Language()
            held = fill(store, language, count)
            size = large.stat().st_size
            lines = list(typed(language, 100))
            cpu = time.process_time()
            takes = sorted(timed(partial(find, store, line)) for line in lines)
            cpu = (time.process_time() - cpu) / len(takes) * 1000
            many = min(day(store, count + A_DAY * number) for number in (0, 1, 2))
            copied = timed(partial(make_copy, store, datetime.now(UTC)))
    p95 = takes[len(takes) * 95 // 100]
    print(f"| {count:,} articles, {len(takes)} searches | |\n|---|---|")
    print(f"| search, median (CPU, mean) | {statistics.median(takes):.1f} ms ({cpu:.1f}) |")
    print(f"| search, 95th percentile, ≤ 50 | {p95:.1f} ms |")
    print(f"| store / text, ≤ 1.5 | {size / held:.2f} ({size:,} of {held:,} bytes) |")
    ratio = f"{many / few:.2f} ({many:.0f} of {few:.0f} ms)"
    print(f"| a day beside one with 1,000 stored, ≤ 1.3 | {ratio} |")
    print(f"| daily copy | {copied:.0f} ms |")
    return int(p95 > 50 or size > 1.5 * held or many > 1.3 * few)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
