"""Does what a worker is asked, one function for each kind of request."""

from functools import singledispatch

from digest.group import Because, Group, explain, group
from digest.group.meaning import installed
from digest.news import Article, Link, Parsed, Sentence, Telling
from digest.worker.requests import (
    ExplainStory,
    FindFeeds,
    GroupArticles,
    MakeVectors,
    ParseFeed,
    ReadEntry,
    ReadPage,
    Request,
    Summarize,
    TellStory,
)


@singledispatch
def answer(request: Request, body: bytes) -> object:
    """Do what `request` asks of the document `body`, or of what it holds itself.

    Raises:
        ParseError: The document is no feed.
        ExtractError: The page holds no article.
    """
    raise NotImplementedError(type(request).__name__)


@answer.register
def _(request: ParseFeed, body: bytes) -> Parsed:
    from digest.parse import parse  # noqa: PLC0415 - heavy

    return parse(body, url=request.url, content_type=request.content_type)


@answer.register
def _(request: FindFeeds, body: bytes) -> tuple[Link, ...]:
    from digest.parse.find import find_feeds  # noqa: PLC0415 - heavy

    return find_feeds(body, url=request.url, content_type=request.content_type)


@answer.register
def _(request: ReadPage, body: bytes) -> Article:
    from digest.extract import extract, extract_text  # noqa: PLC0415 - heavy

    if request.content_type.startswith("text/plain"):
        return extract_text(body.decode("utf-8", "replace"), url=request.url)
    return extract(body, url=request.url, content_type=request.content_type, entry=request.entry)


@answer.register
def _(request: ReadEntry, _: bytes) -> Article:
    from digest.extract import from_feed  # noqa: PLC0415 - heavy

    return from_feed(request.entry, note=request.note)


@answer.register
def _(request: Summarize, _: bytes) -> list[tuple[Sentence, ...]]:
    from digest.language.reading import read  # noqa: PLC0415 - heavy
    from digest.summarize import summarize  # noqa: PLC0415 - heavy

    return [summarize(*read([each]), sentences=request.sentences) for each in request.articles]


@answer.register
def _(request: GroupArticles, _: bytes) -> tuple[Group, ...]:
    return group(request.items)


@answer.register
def _(request: ExplainStory, _: bytes) -> Because:
    return explain(request.items, request.members)


@answer.register
def _(request: MakeVectors, _: bytes) -> list[bytes]:
    meaning = installed()
    return meaning.vectors(request.texts) if meaning else []


@answer.register
def _(request: TellStory, _: bytes) -> Telling:
    from digest.compare import compare  # noqa: PLC0415 - heavy
    from digest.edition.layout import difference_words, open_differences  # noqa: PLC0415 - heavy
    from digest.language.reading import read  # noqa: PLC0415 - heavy
    from digest.summarize import summarize_story, timeline  # noqa: PLC0415 - heavy

    reads = read(request.articles)
    compared = compare(reads, origins=request.origins)
    opened = open_differences(compared.differ, request.words)
    told = summarize_story(
        reads,
        origins=request.origins,
        words=request.words,
        fresh=request.fresh,
        said=request.said,
        beside=sum(map(difference_words, compared.differ[:opened])),
    )
    return Telling(
        summary=told.summary,
        new=told.new,
        differ=compared.differ,
        differ_open=opened,
        agree=compared.agree,
        only=compared.only,
        quote=compared.quote,
        timeline=timeline(reads, request.days),
    )
