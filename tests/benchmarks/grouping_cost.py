"""What grouping costs: ``python -m tests.benchmarks.grouping_cost [--sizes 2000 4000 ...]``.

The articles are made here: thousands of events over many days, a thousand articles a day, words as
rare as Zipf has them. Prints CPU seconds and peak memory of each size, each in a process of its
own, and the exponent that fits them; beside scikit-learn's agglomerative clustering (TF-IDF,
average link at .85) at the sizes that it can do, where it is installed. Then what a morning pays:
1,000 new articles and a store of ``--archive`` others, read and grouped as the pipeline does it.
"""

import argparse
import gc
import importlib.util
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final

from digest.clean import clean
from digest.group import Item, group
from digest.news import Article, Feed, Paragraph
from digest.pipeline.drafting import items, sources
from digest.pipeline.press import MEMORY
from digest.store.articles import articles_arrived, save_articles
from digest.store.database import Store

A_DAY: Final = 1000
FIRST: Final = datetime(2026, 1, 5, 6, 0, 7, tzinfo=UTC)
FEED: Final = Feed(url="https://feeds.example/all.xml")
SYLLABLES: Final = tuple(
    a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er")
)
SCIKIT_MOST: Final = 8000
"""Its matrix of distances has 512 MB there, and grows with the square."""


class Press:
    """Makes articles: each tells an event in words of its own, among the words of any day."""

    def __init__(self, seed: int = 3) -> None:
        self._chance = Random(seed)
        self._words = [self._word() for _ in range(30_000)]
        self._zipf = list(accumulate(1 / (rank + 3) for rank in range(30_000)))

    def _word(self) -> str:
        return "".join(self._chance.choices(SYLLABLES, k=self._chance.choice((1, 2, 2, 3, 3, 4))))

    def _said(self, count: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._zipf, k=count)

    def day(self, start: datetime, count: int) -> Iterator[Item]:
        """So many articles within a day: six in ten stand alone."""
        made = 0
        while made < count:
            own = [*self._said(14), *(self._word().title() for _ in range(3))]
            own += [str(self._chance.randrange(2, 5000)), self._word().title()]
            begins = self._chance.uniform(0, 20)
            for _ in range(min(count - made, 1 if self._chance.random() < 0.6 else 3)):
                hours = begins + self._chance.uniform(0, 6)
                yield self._article(own, start + timedelta(hours=hours))
                made += 1

    def _article(self, own: Sequence[str], published: datetime) -> Item:
        title = self._chance.sample(own, 5) + self._said(3)
        text = [*self._chance.choices(own, k=40), *self._said(90)]
        self._chance.shuffle(text)
        number = self._chance.getrandbits(60)
        return Item(
            id=f"{number:015x}",
            title=clean(" ".join(title)),
            text=f"{' '.join(text)}.",
            published=published,
            publisher=clean(f"Paper {number % 40}"),
            url=clean(f"https://paper{number % 40}.example/{number:x}"),
            language=clean("en"),
        )

    def days(self, count: int, a_day: int = A_DAY) -> list[Item]:
        """So many articles, day after day."""
        made: list[Item] = []
        while len(made) < count:
            start = FIRST + timedelta(days=len(made) // a_day)
            made += self.day(start, min(a_day, count - len(made)))
        return made


def grouped(count: int) -> None:
    """Group so many articles."""
    told = Press().days(count)
    began = time.process_time()
    stories = group(told)
    report(time.process_time() - began, len(stories))


def clustered(count: int) -> None:
    """The same with scikit-learn."""
    from sklearn.cluster import AgglomerativeClustering  # noqa: PLC0415 - not always there
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - 1.5 s, for one column

    texts = [f"{item.title} {item.title} {item.text}" for item in Press().days(count)]
    began = time.process_time()
    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2).fit_transform(texts)
    apart = 1 - (vectors @ vectors.T).toarray()  # of words and pairs the matrix would be larger
    labels = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=0.85
    ).fit_predict(apart)
    report(time.process_time() - began, len(set(labels)))


def archived(count: int) -> None:
    """Fill a store with `count` articles, 500 a day, and group the 1,000 of the next morning."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "digest.db"
        subprocess.run(
            [sys.executable, "-m", __spec__.name, "--fill", f"{count}:{path}"], check=True
        )
        store = Store(path)
        start = FIRST + timedelta(days=math.ceil(count / 500))
        began = time.process_time()
        arrived = articles_arrived(store, start, start + timedelta(days=1))
        context = articles_arrived(store, start - MEMORY, start)
        told = items(sources([FEED], arrived, context))
        read = time.process_time() - began
        stories = group(told)
        report(time.process_time() - began, len(stories))
        print(f"{len(arrived)} {len(context)} {read:.2f}")
        store.close()


def fill(count: int, path: Path) -> None:
    """Store `count` articles of earlier days, and 1,000 of a new one."""
    press, store = Press(), Store(path)
    for day in range(math.ceil(count / 500)):
        start = FIRST + timedelta(days=day)
        kept = [as_article(item) for item in press.day(start, min(500, count - 500 * day))]
        save_articles(store, kept, start + timedelta(hours=12))
    start = FIRST + timedelta(days=math.ceil(count / 500))
    save_articles(
        store, [as_article(item) for item in press.day(start, 1000)], start + timedelta(hours=12)
    )
    store.close()


def as_article(item: Item) -> Article:
    """The article behind an item."""
    return Article(
        id=item.id,
        feed=FEED.url,
        title=item.title,
        publisher=item.publisher,
        url=item.url,
        published=item.published,
        language=item.language,
        paragraphs=(Paragraph(clean(item.text)),),
    )


def report(seconds: float, stories: int) -> None:
    """What the process that asked reads: seconds, megabytes, stories."""
    print(f"{seconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024} {stories}")


def asked(task: str, count: int) -> list[str]:
    """The lines that a process of its own answers with."""
    command = [sys.executable, "-m", __spec__.name, f"--{task}", str(count)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """How time grows: the slope of its logarithm over that of the size, by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(each) for each in seconds]
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    slopes = sum((x - middle) * (y - level) for x, y in zip(xs, ys, strict=True))
    return slopes / sum((x - middle) ** 2 for x in xs)


def table(sizes: Sequence[int], archive: int) -> None:
    """Print it all."""
    print(f"{'method':14}{'articles':>9}{'stories':>9}{'CPU s':>9}{'ms each':>9}{'MB':>7}")
    methods = {"digest": ("grouped", sizes)}
    if importlib.util.find_spec("sklearn"):
        methods["scikit-learn"] = ("clustered", [n for n in sizes if n <= SCIKIT_MOST])
    for method, (task, counts) in methods.items():
        spent = []
        for count in counts:
            seconds, megabytes, stories = map(float, asked(task, count)[0].split())
            spent.append(seconds)
            print(
                f"{method:14}{count:9}{stories:9.0f}{seconds:9.2f}{1000 * seconds / count:9.2f}"
                f"{megabytes:7.0f}",
                flush=True,
            )
        if len(spent) > 1:
            print(f"{method}: time grows with the power {exponent(counts, spent):.2f}")
    first, second = asked("archived", archive)
    seconds, megabytes, _ = map(float, first.split())
    new, context, read = second.split()
    print(
        f"a morning: {new} new beside {archive} stored, {context} of them from the last three days:"
        f" {seconds:.2f} s of CPU ({read} to read them), {megabytes:.0f} MB"
    )


def main() -> None:
    """Do one task, or print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[2000, 5000, 10_000, 20_000, 50_000, 100_000]
    )
    parser.add_argument("--archive", type=int, default=100_000)
    for task in ("grouped", "clustered", "archived"):
        parser.add_argument(f"--{task}", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--fill", help=argparse.SUPPRESS)
    options = parser.parse_args()
    gc.set_threshold(50_000, 20, 50)  # as a worker has it
    if options.fill:
        count, _, path = options.fill.partition(":")
        fill(int(count), Path(path))
    elif options.grouped:
        grouped(options.grouped)
    elif options.clustered:
        clustered(options.clustered)
    elif options.archived:
        archived(options.archived)
    else:
        table(options.sizes, options.archive)


if __name__ == "__main__":
    main()
