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
from itertools import accumulate
from pathlib import Path

from digest.clean import clean
from digest.news import Article, Entry, Paragraph
from digest.store import (
    Outcome,
    Store,
    articles_arrived,
    entries_wanting,
    find,
    index_articles,
    latest_arrival,
    make_copy,
    save_articles,
    save_feed,
)

SYLLABLES = [
    start + end
    for start in "b c d f g h k l m n p r s t v w j tr pr th sh ch".split()
    for end in "a e i o u an er in on al or".split()
]
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
            few = 1 if len(known) < 150 else 2 if len(known) < 8000 else 3
            word = "".join(
                self.chance.choices(
                    SYLLABLES, k=self.chance.randint(few, max(few, 4) if few == 3 else few)
                )
            )
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


def day(store: Store, language: Language, start: int) -> None:
    """The store's part of one morning: 300 feeds with 1,000 new articles, and their edition."""
    now = FIRST + timedelta(days=start / A_DAY)
    entries_wanting(store, [FEED.format(n) for n in range(300)], now - timedelta(days=1))
    with store.transaction():
        keep(store, [language.article(number) for number in range(start, start + A_DAY)])
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
        small, large = Path(folder) / "small.db", Path(folder) / "large.db"
        with closing(Store(small)) as store:
            fill(store, Language(), 5000)
            few = statistics.median(
                timed(lambda start=start: day(store, Language(start), start))  # type: ignore[misc]
                for start in (5000, 6000, 7000)
            )
        with closing(Store(large)) as store:
            language = Language()
            held = fill(store, language, count)
            many = statistics.median(
                timed(lambda start=start: day(store, Language(start), start))  # type: ignore[misc]
                for start in (count, count + 1000, count + 2000)
            )
            held += 3000 * held // count
            takes = sorted(timed(lambda w=w: find(store, w)) for w in typed(language, 100))  # type: ignore[misc]
            copied = timed(lambda: make_copy(store, datetime.now(UTC)))
        size = large.stat().st_size
    p95 = takes[len(takes) * 95 // 100]
    print(f"| search, {count:,} articles, {len(takes)} times | ms |\n|---|---|")
    print(f"| median | {statistics.median(takes):.1f} |\n| 95th percentile, ≤ 50 | {p95:.1f} |")
    print(f"| longest | {takes[-1]:.1f} |")
    print(f"| store / text, ≤ 1.5 | {size / held:.2f} ({size:,} of {held:,} bytes) |")
    print(
        f"| a day of 1,000, {count:,} stored / 5,000, ≤ 1.3 | {many / few:.2f} ({many:.0f} of {few:.0f}) |"
    )
    print(f"| daily copy | {copied:.0f} |")
    return int(p95 > 50 or size > 1.5 * held or many > 1.3 * few)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
