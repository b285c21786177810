"""The documents that the filters `summarize` and `compare` take, as articles."""

from datetime import UTC

from digest.clean import NOTHING, clean, clean_text
from digest.cli.filters import Row
from digest.dates import read_date
from digest.errors import UsageError
from digest.news import Article, Paragraph


def articles_of(row: Row) -> list[Article]:
    """The documents of a row.

    Raises:
        UsageError: It has no list of them.
    """
    docs = row.get("docs")
    if not isinstance(docs, list) or not all(isinstance(doc, dict) for doc in docs):
        raise UsageError(f"{row.get('id')}: docs must be a list of objects with a text.")
    return [article_of(doc) for doc in docs]


def article_of(doc: Row) -> Article:
    """A document as an article: its paragraphs are apart by a blank line, or by lines."""
    text = doc.get("text") or ""
    blocks = clean_text(text).split("\n\n")
    if len(blocks) == 1:
        blocks = [clean(line) for line in text.splitlines()]
    return Article(
        id="",
        feed="",
        title=clean(doc.get("title") or ""),
        publisher=clean(doc.get("source") or ""),
        url=NOTHING,
        published=read_date(doc.get("date") or "", default=UTC),
        paragraphs=tuple(Paragraph(clean(block)) for block in blocks if block.strip()),
    )
