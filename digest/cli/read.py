"""`digest read`: the article in a page."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import msgspec

from digest.clean import clean
from digest.cli.filters import Row, finished, row_text
from digest.cli.printing import emit, view
from digest.cli.world import World, finish, read_input
from digest.errors import DigestError
from digest.fetch import Client, Fetched, Want
from digest.news import Article, Sentence
from digest.render import article_text
from digest.workers import Workers

_PAGE = (
    "an address, a file, or -; a page that you name is read as you would read it:"
    " robots.txt is for what digest reads by itself"
)

SENTENCES = 3
"""Of the summary."""


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("pages", nargs="+", metavar="PAGE", help=_PAGE)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    return finish(_read(options, world))


async def _read(options: Namespace, world: World) -> int:
    failed = 0
    addresses = [page for page in options.pages if _is_address(page)]
    async with world.workers() as workers, world.client(None, *addresses) as client:
        for page in options.pages:
            try:
                article = await _article(page, client, workers)
                (summary,) = await workers.summarize([article], sentences=SENTENCES)
            except (DigestError, OSError) as error:
                failed += 1
                _complain(page, _reason(error), json=options.json)
            else:
                emit(_written(page, article, summary, json=options.json), None)
    return finished(failed, len(options.pages))


def _is_address(page: str) -> bool:
    return page.startswith(("http://", "https://"))


async def _article(page: str, client: Client, workers: Workers) -> Article:
    if not _is_address(page):
        body = read_input(page)
        return await workers.read(body, url="", content_type=_file_type(page, body))
    fetched = await client.fetch(page, want=Want.PAGE)
    assert isinstance(fetched, Fetched)
    return await workers.read(fetched.body, url=fetched.url, content_type=fetched.content_type)


def _file_type(name: str, body: bytes) -> str:
    """A file is HTML unless it looks like text: by its name, or for want of a tag."""
    plain = Path(name).suffix in {".txt", ".text", ".md"} or b"<" not in body[:2000]
    return "text/plain" if plain else "text/html"


def _reason(error: Exception) -> str:
    return str(error.strerror) if isinstance(error, OSError) and error.strerror else str(error)


def _complain(page: str, reason: str, *, json: bool) -> None:
    if json:
        emit(row_text({_key(page): page, "error": clean(reason)}), None)
    else:
        print(f"digest: {clean(page)}: {clean(reason)}", file=sys.stderr)


def _key(page: str) -> str:
    return "url" if _is_address(page) else "file"


def _written(page: str, article: Article, summary: tuple[Sentence, ...], *, json: bool) -> str:
    return _json(page, article, summary) if json else article_text(article, summary, view())


def _json(page: str, article: Article, summary: tuple[Sentence, ...]) -> str:
    fields: Row = msgspec.to_builtins(article, builtin_types=())
    row = {_key(page): page, **fields, "summary": msgspec.to_builtins(summary)}
    if _key(page) == "url":
        row["canonical"] = fields["url"]
        row["url"] = page
    row["text"] = article.text
    row["words"] = article.words
    row["published"] = article.published.isoformat() if article.published else None
    row["updated"] = article.updated.isoformat() if article.updated else None
    return row_text({key: value for key, value in row.items() if key not in ("id", "feed")})
