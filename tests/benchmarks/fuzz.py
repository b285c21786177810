"""How many spoilt texts, feeds and pages raise what they must not.

    python -m tests.benchmarks.fuzz [--quick] [--seed N] [--strings N] [--feeds N] [--pages N]

Feeds and pages are those of the tests and the newsroom, with pieces cut out, doubled,
overwritten or put in. A text must come out clean, a feed may only raise ParseError, a page
only ExtractError. The row "as they are" is the same without any spoiling.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from digest.clean import clean, clean_text, clean_url, masked
from digest.errors import ExtractError, ParseError
from digest.extract import extract
from digest.parse import parse
from tests.test_clean import forbidden

TESTS = Path(__file__).parents[1]
URL = "https://press.example/feed"
MOST = 200_000
"""Bytes of a spoilt document."""

SHARDS = (
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<item>", b"</item>", b"<entry>",
    b"<title>", b"&#27;", b"&#x9b;", b"&#xD800;", b"&nbsp;", b"\0", b"\x1b[2J", b"\x1b]0;t\x07",
    b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xae", b'"', b"'", b"=", b"\xef\xbb\xbf", b"{", b"[",
    b"null", b"<?xml version='1.0' encoding='utf-16'?>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"<x:y>", b'"items":', b"<a " * 50, b"xml:base='//['", b"<img src=x onerror=y>", b"<div>" * 300,
    b"<b><i>", b"<script>", b"</script>", b"<table><tr><td>", b"<p>", b"</p>",
    b"<meta charset=utf-7>",
    b'<script type="application/ld+json">{"@type":"NewsArticle","author":[[[',
    b"datetime='9999-99'", b"//", b"@", b":", b"?token=", b"http:", b"%", b"javascript:",
    "\u202e\u2066\u0301".encode() * 9,
)  # fmt: skip
STRING = (
    "https://ü:p@[::1]:80/a%20?b=c#d\u202e\x1b[31m 👨‍👩‍👧 שלום e\u0301 Eleven dead, says office. "
)

PAGE = (
    b"<html><head><title>%s</title></head><body><nav>Menu</nav><article>%s</article></body></html>"
)
PARAGRAPH = b"<p>The council of the town has decided to close the old bridge for the winter.</p>"


def spoilt(body: bytes, chance: random.Random) -> bytes:
    """`body` with one to six of its places changed."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(body))
        end = min(len(body), start + chance.choice((0, 1, 7, 80, 1000, len(body))))
        piece = chance.choice((chance.choice(SHARDS), chance.randbytes(4), body[start:end]))
        body = (body[:start] + piece * chance.choice((1, 1, 2, 300)) + body[end:])[:MOST]
    return body


def strings(number: int, chance: random.Random) -> Iterator[bytes]:
    for _ in range(number):
        yield spoilt(STRING.encode(), chance)[:2_000]


def documents(originals: Sequence[bytes], number: int, chance: random.Random) -> Iterator[bytes]:
    for _ in range(number):
        yield spoilt(chance.choice(originals), chance)


def clean_all(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    for gate in (clean, clean_text, clean_url, masked):
        once = gate(text)
        assert not forbidden(once) - {"\n"}, "not clean"
        assert gate(once) == once, "not idempotent"


def parse_one(data: bytes) -> None:
    for entry in parse(data, url=URL).entries:
        assert entry.title == clean(entry.title), "not clean"
        assert entry.summary == clean_text(entry.summary), "not clean"


def extract_one(data: bytes) -> None:
    article = extract(data, url="https://press.example/a")
    assert article.title == clean(article.title), "not clean"
    assert all(one.text == clean(one.text) for one in article.paragraphs), "not clean"


def row(
    name: str, work: Callable[[bytes], None], data: Iterable[bytes], fine: tuple[type, ...] = ()
) -> None:
    """Do `work` with each of `data`, and print what came of it."""
    number, refused, slowest, wrong = 0, 0, 0.0, Counter[str]()
    began = time.process_time()
    for each in data:
        number, start = number + 1, time.process_time()
        try:
            work(each)
        except fine:
            refused += 1
        except Exception as error:
            wrong[f"{type(error).__name__}: {error}"[:60]] += 1
        slowest = max(slowest, time.process_time() - start)
    seconds = time.process_time() - began
    print(f"{name:20} {number:8,} {refused:8,} {wrong.total():6} {slowest:8.2f} {seconds:8.1f}")
    for reason, times in wrong.most_common(5):
        print(f"    {times:6} {reason}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of everything")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--strings", type=int, default=100_000)
    parser.add_argument("--feeds", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=1_000)
    options = parser.parse_args()
    part = 10 if options.quick else 1
    chance = random.Random(options.seed)
    feeds = [path.read_bytes() for path in sorted((TESTS / "data" / "feeds").iterdir())]
    pages = [path.read_bytes() for path in sorted((TESTS / "data").rglob("*.html"))]
    pages.append(PAGE % (b"Old bridge closes", PARAGRAPH * 12))
    print(f"{'':20} {'tried':>8} {'refused':>8} {'wrong':>6} {'slowest':>8} {'CPU s':>8}")
    row("texts as they are", clean_all, [STRING.encode()])
    row("texts", clean_all, strings(options.strings // part, chance))
    row("feeds as they are", parse_one, feeds, (ParseError,))
    row("feeds", parse_one, documents(feeds, options.feeds // part, chance), (ParseError,))
    row("pages as they are", extract_one, pages, (ExtractError,))
    row("pages", extract_one, documents(pages, options.pages // part, chance), (ExtractError,))


if __name__ == "__main__":
    main()
