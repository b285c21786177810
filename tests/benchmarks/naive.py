"""The baseline: what anyone would write in an afternoon, with the same libraries.

    python -m tests.benchmarks.naive --proxy http://127.0.0.1:8900 --feeds feeds.opml

httpx with 16 threads, feedparser, trafilatura, sumy's LexRank, one stage after another; no
grouping, no store. Prints a line a stage.
"""

import argparse
import resource
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import httpx
import trafilatura
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer


class Tokenizer:
    """The smallest thing that sumy takes: its own needs a download."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return tuple(part.strip() + "." for part in text.replace("\n", " ").split(". ") if part)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(sentence.lower().split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proxy", required=True)
    parser.add_argument("--feeds", required=True, type=Path)
    options = parser.parse_args()
    outlines = ElementTree.parse(options.feeds).iter("outline")
    feeds = [url for each in outlines if (url := each.get("xmlUrl"))]
    start = began = time.perf_counter()

    def stage(name: str, count: int) -> None:
        nonlocal start
        now = time.perf_counter()
        print(f"{name:<12} {now - start:7.2f} s  {count:6}", flush=True)
        start = now

    with httpx.Client(proxy=options.proxy, timeout=30) as client, ThreadPoolExecutor(16) as pool:
        documents = list(pool.map(lambda url: client.get(url).content, feeds))
        stage("feeds", len(documents))
        entries = [e for document in documents for e in feedparser.parse(document).entries]
        stage("parse", len(entries))
        pages = list(pool.map(lambda entry: client.get(entry.link).content, entries))
        stage("pages", len(pages))
    texts = [trafilatura.extract(page) or "" for page in pages]
    stage("extract", sum(map(bool, texts)))
    tokenizer, summarize = Tokenizer(), LexRankSummarizer()
    for text in texts:
        summarize(PlaintextParser.from_string(text, tokenizer).document, 3)
    stage("summarize", len(texts))
    print(f"{'all':<12} {time.perf_counter() - began:7.2f} s")
    print(f"memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB")


if __name__ == "__main__":
    main()
