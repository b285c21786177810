"""Each field of each entry beside feedparser's: where the two differ, and why.

    python -m tests.benchmarks.fields --data DIR [--show KIND]

DIR is as for `feeds.py`. Texts are compared by their letters and figures, addresses and dates by
what they mean. Every difference falls into the first kind that explains it; what none explains
is listed as such, and `--show` prints the differences of one kind.
"""

import argparse
import calendar
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import feedparser

from digest.clean import clean, clean_url
from digest.errors import ParseError
from digest.news import Entry
from digest.parse import parse
from digest.parse.text import from_markup, line_from_markup
from tests.benchmarks.feeds import documents

Fields = dict[str, Any]
Why = Callable[[Any, Any, Fields], bool]


def letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def ours(entry: Entry) -> Fields:
    published = entry.published and entry.published.astimezone(UTC).replace(microsecond=0)
    return {
        "title": letters(entry.title),
        "url": entry.url,
        "published": published,
        "authors": letters(" ".join(entry.authors)),
        "summary": letters(entry.summary),
        "content": letters(entry.content),
        "categories": {letters(one) for one in entry.categories},
        "enclosures": {link.url for link in entry.enclosures},
        "images": {link.url for link in entry.images},
        "source": letters(entry.publisher),
        "language": entry.language,
    }


def theirs(entry: Fields, language: str) -> Fields:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    people = (
        person.get("name") or person.get("email") or "" for person in entry.get("authors", [])
    )
    texts = [from_markup(one.value) for one in entry.get("content", [])]
    media = [*entry.get("media_thumbnail", []), *entry.get("media_content", [])]
    return {
        "title": letters(line_from_markup(entry.get("title", ""))),
        "url": clean_url(entry.get("link", "")),
        "published": moment and datetime.fromtimestamp(calendar.timegm(moment), UTC),
        "authors": letters(" ".join(people)),
        "summary": letters(from_markup(entry.get("summary", ""))),
        "content": letters(max(texts, key=len, default="")),
        "categories": {
            letters(clean(tag.term or tag.label or "")) for tag in entry.get("tags", [])
        },
        "enclosures": {clean_url(one.get("href", "")) for one in entry.get("enclosures", [])}
        - {""},
        "images": {clean_url(one.get("url", "")) for one in media if not is_recording(one)} - {""},
        "source": letters(clean(entry.get("source", {}).get("title", ""))),
        "language": (entry.get("language") or language).lower().replace("_", "-"),
    }


def is_recording(media: Fields) -> bool:
    kind = media.get("medium") or media.get("type") or ""
    return bool(kind.startswith(("video", "audio")))


KINDS: Final[list[tuple[str, str, Why]]] = [
    (
        "url",
        "relative, and feedparser does not start from the feed's own home",
        lambda a, b, _: urlsplit(b).path.endswith(urlsplit(a).path),
    ),
    ("url", "a guid that is a link", lambda a, b, _: bool(a) and not b),
    (
        "published",
        "a clock that was never set, not believed",
        lambda a, b, _: a is None and b.year < 1990,
    ),
    (
        "published",
        "year/month/day, read as year/day/month",
        lambda a, b, _: bool(a and b) and (a.month, a.day) == (b.day, b.month),
    ),
    (
        "published",
        "written in a form that feedparser does not read or cuts",
        lambda a, b, _: bool(a) and (b is None or a.date() == b.date() or b.day == 1),
    ),
    ("authors", "the feed's own, which Atom's entries inherit", lambda a, b, _: bool(a) and not b),
    ("authors", "named twice, or again by another vocabulary", lambda a, b, _: bool(a) and a in b),
    (
        "authors",
        "character references left in",
        lambda a, b, _: a == b.replace("nbsp", "").replace("amp", ""),
    ),
    ("categories", "label, where feedparser gives the term", lambda a, b, _: len(a) == len(b)),
    ("categories", "media keywords, or empty ones", lambda a, b, _: a >= b - {""}),
    ("enclosures", "recordings that media:content names", lambda a, b, _: a > b),
    ("images", "the first of the text as well", lambda a, b, _: a > b),
    ("images", "recordings and players left out", lambda a, b, _: a <= b or bool(a & b)),
    ("images", "sized 0 or 1, or of no web address", lambda a, *_: not a),
    (
        "content",
        "stands in the summary here: iTunes' or media's",
        lambda a, b, own: not a and b in own["summary"],
    ),
    (
        "content",
        "the entry's short text, which feedparser gives twice",
        lambda a, _, own: not a and bool(own["summary"]),
    ),
    (
        "summary",
        "a copy of the content, which stands once here",
        lambda a, b, own: not a and b in own["content"],
    ),
    (
        "summary",
        "a copy of the content, sanitized otherwise",
        lambda a, b, own: not a and b[:200] == own["content"][:200],
    ),
    (
        "summary",
        "description, where feedparser gives another vocabulary's",
        lambda a, b, _: bool(a and b),
    ),
    (
        "content",
        "what the sanitizer drops or keeps of code, styles and entities",
        lambda a, b, _: a[:40] == b[:40] or abs(len(a) - len(b)) < 0.05 * len(a),
    ),
    (
        "content",
        "content:encoded, where feedparser takes the longer media:description",
        lambda a, b, _: bool(a and b),
    ),
    ("title", "an escaped <...> that is no tag of HTML", lambda a, b, _: b in a),
    ("language", "the document's own xml:lang", lambda a, b, _: bool(a) and not b),
]


def why(field: str, one: object, other: object, own: Fields) -> str:
    found = (text for name, text, fits in KINDS if name == field and fits(one, other, own))
    return next(found, "NOT EXPLAINED")


def pairs(data: Path) -> Iterator[tuple[str, Fields, Fields]]:
    """The entries that both read, where they agree on how many there are."""
    for url, body, _ in documents(data):
        try:
            parsed = parse(body, url=url)
        except ParseError:
            continue
        other = feedparser.parse(body, response_headers={"content-location": url})
        if len(other.entries) == len(parsed.entries):
            for entry, their in zip(parsed.entries, other.entries, strict=True):
                yield url, ours(entry), theirs(their, other.feed.get("language", ""))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--show", default="")
    told = arguments.parse_args()
    same, kinds = Counter[str](), Counter[tuple[str, str]]()
    for url, own, other in pairs(told.data):
        for field, value in own.items():
            if value == other[field]:
                same[field] += 1
                continue
            kind = why(field, value, other[field], own)
            kinds[field, kind] += 1
            if told.show and told.show in f"{field}: {kind}":
                print(f"{url}\n    {str(value)[:150]}\n    {str(other[field])[:150]}")
    for field, count in sorted(same.items()):
        print(f"{field:12}{count:6}  the same")
        for (name, kind), differ in kinds.most_common():
            if name == field:
                print(f"{'':12}{differ:6}  {kind}")


if __name__ == "__main__":
    main()
