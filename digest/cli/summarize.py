"""`digest summarize`: documents to sentences."""

from argparse import ArgumentParser, Namespace

from digest.clean import NOTHING, clean, clean_text
from digest.cli.exits import Exit
from digest.cli.filters import Row, row_text, rows
from digest.cli.printing import emit
from digest.cli.world import World, finish, read_input
from digest.errors import UsageError
from digest.news import Article, Paragraph, Sentence
from digest.workers import Workers


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("file", metavar="FILE", help="JSON Lines or plain text, or -")
    parser.add_argument("--sentences", type=int, default=3, metavar="N", help="of one document (3)")
    parser.add_argument(
        "--words", type=int, default=100, metavar="N", help="at most, of several documents (100)"
    )


def run(options: Namespace, world: World) -> int:
    """Do it."""
    return finish(_summarize(options, world))


async def _summarize(options: Namespace, world: World) -> int:
    body = read_input(options.file)
    async with world.workers() as workers:
        if not body.lstrip().startswith(b"{"):
            article = _article({"text": body.decode("utf-8", "replace")})
            told = await workers.summarize(article, sentences=options.sentences)
            emit("".join(f"{sentence.text}\n" for sentence in told), None)
            return Exit.DONE
        for row in rows(options.file, body):
            emit(row_text(await _row(row, options, workers)), None)
    return Exit.DONE


async def _row(row: Row, options: Namespace, workers: Workers) -> Row:
    docs = row.get("docs")
    if not isinstance(docs, list) or not all(isinstance(doc, dict) for doc in docs):
        raise UsageError(f"{row.get('id')}: docs must be a list of objects with a text.")
    articles = [_article(doc) for doc in docs]
    told: tuple[Sentence, ...]
    if len(articles) == 1:
        told = await workers.summarize(articles[0], sentences=options.sentences)
    else:
        telling = await workers.tell(articles, origins=range(len(articles)), words=options.words)
        told = telling.summary
    return {
        "id": row.get("id"),
        "text": " ".join(sentence.text for sentence in told),
        "sentences": [{"text": s.text, "doc": s.article, "paragraph": s.paragraph} for s in told],
    }


def _article(doc: Row) -> Article:
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
        paragraphs=tuple(Paragraph(clean(block)) for block in blocks if block.strip()),
    )
