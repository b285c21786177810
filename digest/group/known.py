"""Articles whose stories are known: what the model is fitted on and judged by."""

import gzip
import json
from datetime import datetime
from pathlib import Path

import msgspec

from digest.clean import clean, clean_text, clean_url
from digest.group.item import Item


class Row(msgspec.Struct, frozen=True):
    """An article with the story it is known to tell."""

    title: str
    story: str
    id: str = ""
    text: str | None = None
    date: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    part: str = ""
    """Rows of one part count as a set of their own."""

    def item(self) -> Item:
        """The same, as grouping sees it."""
        return Item(
            id=self.id,
            title=clean(self.title),
            text=clean_text(self.text or ""),
            url=clean_url(self.url or ""),
            publisher=clean(self.source or ""),
            language=clean(self.language or ""),
            published=datetime.fromisoformat(self.date).astimezone() if self.date else None,
        )


def rows(path: Path) -> list[Row]:
    """The articles of a file: JSON Lines, gzipped or not."""
    read = gzip.open if path.suffix == ".gz" else open
    with read(path, "rt", encoding="utf-8") as lines:
        return [msgspec.convert(json.loads(line), Row) for line in lines if line.strip()]
