"""`digest summarize`: documents to sentences."""

from argparse import ArgumentParser, Namespace

from digest.cli.documents import article_of, articles_of
from digest.cli.exits import Exit
from digest.cli.filters import Row, row_text, rows
from digest.cli.printing import emit
from digest.cli.world import World, finish, read_input
from digest.news import Sentence
from digest.workers import Workers


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument("file", metavar="FILE", help="JSON Lines or plain text, or -")
    parser.add_argument("--sentences", type=int, default=3, metavar="N", help="of one document (3)")
    parser.add_argument(
        "--words", type=int, default=120, metavar="N", help="at most, of several documents (120)"
    )


def run(options: Namespace, world: World) -> int:
    """Do it."""
    return finish(_summarize(options, world))


async def _summarize(options: Namespace, world: World) -> int:
    body = read_input(options.file)
    async with world.workers() as workers:
        if not body.lstrip().startswith(b"{"):
            article = article_of({"text": body.decode("utf-8", "replace")})
            (told,) = await workers.summarize([article], sentences=options.sentences)
            emit("".join(f"{sentence.text}\n" for sentence in told), None)
            return Exit.DONE
        for row in rows(options.file, body):
            emit(row_text(await _row(row, options, workers)), None)
    return Exit.DONE


async def _row(row: Row, options: Namespace, workers: Workers) -> Row:
    articles = articles_of(row)
    told: tuple[Sentence, ...]
    if len(articles) == 1:
        (told,) = await workers.summarize(articles[:1], sentences=options.sentences)
    else:
        telling = await workers.tell(articles, origins=range(len(articles)), words=options.words)
        told = telling.summary
    return {
        "id": row.get("id"),
        "text": " ".join(sentence.text for sentence in told),
        "sentences": [{"text": s.text, "doc": s.article, "paragraph": s.paragraph} for s in told],
    }
