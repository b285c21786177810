"""Article text, titles, days and bylines, measured beside trafilatura on the same pages.

    python -m tests.benchmarks.extraction --data DIR [--out FILE]

DIR holds folders of pages, each with `items.jsonl.gz` (id, html, url, body; title, date and
authors where known) and the pages it names. `--out` keeps our texts as JSON Lines.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from trafilatura import bare_extraction

from digest.clean import clean
from digest.errors import ExtractError
from digest.extract import extract
from digest.extract.decode import decode

WORD = re.compile(r"[぀-ヿ一-鿿가-힯]|\w+")
ORGANIZATION = re.compile(
    r"\b(?:redaktion|news|presse?|agentur|associated|reuters|online|dpa|staff|institute|school|"
    r"university|times|citizen|monde|echos|nachrichten|euronews)\b|\.(?:de|is|com|tr)\b",
    re.IGNORECASE,
)


class Reading(Struct, kw_only=True):
    """What one of the two makes of a page."""

    text: str = ""
    title: str = ""
    day: str = ""
    names: tuple[str, ...] = ()


def ours(page: bytes, url: str) -> Reading:
    try:
        article = extract(page, url=url)
    except ExtractError:
        return Reading()
    day = article.published.date().isoformat() if article.published else ""
    return Reading(text=article.text, title=article.title, day=day, names=article.byline)


def theirs(page: bytes, url: str) -> Reading:
    found = bare_extraction(decode(page), url=url, include_comments=False, with_metadata=True)
    if found is None:
        return Reading()
    names = tuple((found.author or "").split("; ")) if found.author else ()
    return Reading(
        text=found.text or "", title=found.title or "", day=found.date or "", names=names
    )


def overlap(gold: str, said: str) -> float:
    """F1 of the words of two texts."""
    one, other = (Counter(WORD.findall(text.lower())) for text in (gold, said))
    both = sum((one & other).values())
    return 2 * both / (one.total() + other.total()) if one or other else 1.0


def persons(names: object, publisher: str = "") -> set[str]:
    """Names of persons, lower case, without degrees."""
    listed = names if isinstance(names, list | tuple) else re.split(r",\s+", str(names or ""))
    people = (clean(str(name)).strip(". ") for name in listed)
    return {
        name.casefold()
        for name in people
        if name and name != publisher and " " in name and not ORGANIZATION.search(name)
    }


def pages(folder: Path) -> Iterator[tuple[dict[str, Any], bytes]]:
    with gzip.open(folder / "items.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            yield item, gzip.decompress((folder / item["html"]).read_bytes())


def measure(folder: Path, read: Callable[[bytes, str], Reading], out: list[dict[str, str]]) -> str:
    """One line of the table."""
    score, spent, count = 0.0, 0.0, 0
    right = Counter[str]()
    known = Counter[str]()
    for item, page in pages(folder):
        start = time.process_time()
        reading = read(page, item["url"])
        spent += time.process_time() - start
        count += 1
        score += overlap(item["body"], reading.text)
        out.append({"id": item["id"], "text": reading.text, "title": reading.title})
        if item.get("title"):
            known["titles"] += 1
            right["titles"] += clean(item["title"]) == reading.title
        if item.get("date"):
            known["days"] += 1
            right["days"] += item["date"][:10] == reading.day
        gold = persons(item.get("authors"), item.get("publisher", ""))
        if gold:
            known["bylines"] += 1
            right["bylines"] += gold == persons(list(reading.names))
    shares = "  ".join(
        f"{right[what]:>3}/{known[what]:<3}" if known[what] else "   -   "
        for what in ("titles", "days", "bylines")
    )
    return f"{score / count:.4f}  {shares}  {1000 * spent / count:5.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--ours", action="store_true", help="leave trafilatura out")
    options = parser.parse_args()
    kept: list[dict[str, str]] = []
    print("set     by           text F1  titles   days     bylines  ms a page")
    for folder in sorted(path.parent for path in options.data.glob("*/items.jsonl.gz")):
        print(f"{folder.name:<7} digest       {measure(folder, ours, kept)}", flush=True)
        if not options.ours:
            print(f"{folder.name:<7} trafilatura  {measure(folder, theirs, [])}", flush=True)
    if options.out:
        options.out.write_text("".join(json.dumps(line) + "\n" for line in kept))


if __name__ == "__main__":
    main()
