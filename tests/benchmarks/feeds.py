"""Which reader of feeds finds the most, in the least time.

    python -m tests.benchmarks.feeds --data DIR

DIR holds real_manifest.jsonl.gz, a JSON object a line with "file", "url" and "n_raw", the
number of entries that the document really has, and the documents, gzipped, at those paths.
All readers run in this one process, by turns; seconds are of CPU, for each feed the best of
`--runs`. An entry counts as found also if its key repeats that of another.
"""

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import fastfeedparser
import feedparser
from lxml import etree

from digest.errors import ParseError
from digest.parse import parse

Document = tuple[str, bytes, int]
Reader = Callable[[str, bytes], int]


def documents(data: Path) -> Iterator[Document]:
    """URL, bytes and number of entries of each feed."""
    with gzip.open(data / "real_manifest.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            body = gzip.decompress((data / f"{row['file']}.gz").read_bytes())
            yield row.get("url") or "https://feeds.example/feed", body, row["n_raw"]


def ours(url: str, body: bytes) -> int:
    try:
        parsed = parse(body, url=url)
    except ParseError:
        return 0
    return len(parsed.entries) + parsed.repeated


def with_feedparser(url: str, body: bytes) -> int:
    return len(feedparser.parse(body, response_headers={"content-location": url}).entries)


def with_feedparser_unsanitized(url: str, body: bytes) -> int:
    return len(feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False).entries)


def with_fastfeedparser(url: str, body: bytes) -> int:
    try:
        return len(fastfeedparser.parse(body).entries)
    except Exception:  # whatever it raises, the file is not read
        return 0


def with_lxml(url: str, body: bytes) -> int:
    """The least that could be called reading: no dates, no links, no plain text."""
    root = etree.fromstring(body, etree.XMLParser(recover=True, resolve_entities=False))
    if root is None:
        return 0
    nodes = root.iter("{*}item", "{*}entry")
    return len([{child.tag: child.text for child in node} for node in nodes])


def with_lxml_strict(url: str, body: bytes) -> int:
    try:
        etree.fromstring(body, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return 0
    return with_lxml(url, body)


class Score:
    """What a reader has done so far."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.right = 0
        self.found = 0

    def add(self, seconds: float, found: int, wanted: int) -> None:
        self.seconds += seconds
        self.right += found == wanted
        self.found += found


READERS: dict[str, Reader] = {
    "digest.parse": ours,
    "feedparser": with_feedparser,
    "feedparser, both switches off": with_feedparser_unsanitized,
    "fastfeedparser": with_fastfeedparser,
    "plain lxml, recovering": with_lxml,
    "plain lxml, strict": with_lxml_strict,
}


def measure(feeds: list[Document], runs: int) -> dict[str, Score]:
    """Every reader on every feed, by turns, so that a busy machine slows all of them alike."""
    scores = {name: Score() for name in READERS}
    for url, body, wanted in feeds:
        for name, reader in READERS.items():
            seconds = []
            for _ in range(runs):
                start = time.process_time()
                found = reader(url, body)
                seconds.append(time.process_time() - start)
            scores[name].add(min(seconds), found, wanted)
    return scores


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--runs", type=int, default=1)
    told = arguments.parse_args()
    feeds = list(documents(told.data))
    wanted = sum(want for _, _, want in feeds)
    megabytes = sum(len(body) for _, body, _ in feeds) / 1e6
    print(f"{len(feeds)} feeds, {megabytes:.1f} MB, {wanted} entries\n")
    print(f"{'parser':32}{'seconds':>9}{'times':>7}{'files ok':>10}{'entries':>9}")
    scores = measure(feeds, told.runs)
    first = scores["digest.parse"].seconds
    for name, score in scores.items():
        times = score.seconds / first
        print(f"{name:32}{score.seconds:9.2f}{times:7.1f}{score.right:10}{score.found:9}")


if __name__ == "__main__":
    main()
