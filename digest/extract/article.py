"""Page → article: what the page declares and what it shows, weighed and put together."""

from typing import Final

from digest.clean import NOTHING, Clean, clean
from digest.errors import ExtractError
from digest.extract import agency, walls
from digest.extract.address import canonical
from digest.extract.blocks import blocks
from digest.extract.body import body
from digest.extract.captions import take_captions
from digest.extract.dateline import Head, foot, head
from digest.extract.decode import decode, is_binary
from digest.extract.furniture import clear, remove, weigh
from digest.extract.letters import letters
from digest.extract.page import Page, read, visible
from digest.extract.picture import picture, whole
from digest.extract.rescue import rescued
from digest.extract.teasers import teasers
from digest.extract.times import shown_dates, times
from digest.extract.tree import grow
from digest.extract.trim import trim
from digest.language.identify import language_of
from digest.news import Article, Entry, Kind, Paragraph

MAX_BYTES: Final = 5 << 20


def extract(
    page: bytes, *, url: str, content_type: str = "", entry: Entry | None = None
) -> Article:
    """The article that a page holds.

    Args:
        page: The page's bytes, decompressed.
        url: Where it came from.
        content_type: The HTTP header, for its charset.
        entry: The feed's entry that led here: further evidence.

    Raises:
        ExtractError: It holds none: says what it is instead, in a few lower-case words.
    """
    if len(page) > MAX_BYTES:
        raise ExtractError("too large a page")
    text = decode(page, content_type)
    if is_binary(text):
        raise ExtractError("no page but binary data")
    return _article(read(grow(text), url, entry))


def _article(page: Page) -> Article:
    seen = " ".join(block.text for block in page.blocks)[:60_000]
    titles = [page.title, *page.says.headlines]
    dates = shown_dates(page.blocks, {letters(text) for text in titles})
    said = times(page.says.published, page.says.updated, dates, page.entry)
    image = picture(page)
    weights = weigh(page.tree)
    clear(page.tree, page.furniture, weights)
    remove(teasers(page.tree))
    captions = take_captions(page.tree, weights)
    paragraphs, line = _told(_text(page, titles, captions))
    note = _judge(page, paragraphs, captions, seen)
    service = line.agency or page.credit.agency
    text = " ".join(one.text for one in paragraphs[:12])
    return Article(
        id=page.entry.id if page.entry else "",
        feed=page.entry.feed if page.entry else "",
        title=page.title,
        publisher=page.publisher,
        url=canonical(page.url, page.says.links),
        byline=page.credit.names,
        agency=NOTHING if agency.same(service, page.publisher) else service,
        dateline=line.dateline,
        published=said.published,
        updated=said.updated,
        language=clean(language_of(text, page.says.language)),
        paragraphs=tuple(paragraphs),
        captions=tuple(captions),
        image=whole(image, captions),
        note=clean(note),
    )


def _text(page: Page, titles: list[str], captions: list[Clean]) -> list[Paragraph]:
    """The paragraphs of a page that has been cleared."""
    lead = page.says.description
    found = body(page.tree, blocks(visible(page.tree)), titles=titles, lead=lead)
    kept = trim(found, titles=titles, names=page.credit.names, captions=captions)
    shown = [Paragraph(block.text, block.kind) for block in kept]
    whole_text = sum(len(one.text) for one in shown) >= walls.STUB
    return shown if whole_text else _rescued(page, shown)


def _told(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], Head]:
    """The paragraphs without dateline and credit, and what these say."""
    said = Head(text=NOTHING)
    told = list(paragraphs)
    for index, one in enumerate(told[:4]):
        first = head(one.text)
        if one.kind is Kind.TEXT and (first.dateline or first.agency):
            told[index], said = Paragraph(first.text, one.kind), first
            break
    if told and told[-1].kind is Kind.TEXT:
        last = foot(told[-1].text)
        told[-1] = Paragraph(last.text, Kind.TEXT)
        said = Head(text=NOTHING, dateline=said.dateline, agency=said.agency or last.agency)
    return [one for one in told if one.text], said


def _rescued(page: Page, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """What the page holds of its text elsewhere, if that is twice what it shows."""
    shown = [one.text for one in paragraphs]
    held = rescued(page.says.body, page.programs, title=page.title, shown=shown)
    if sum(map(len, held)) < max(walls.ENOUGH, 2 * sum(map(len, shown))):
        return paragraphs
    return [Paragraph(text) for text in held]


def _judge(page: Page, paragraphs: list[Paragraph], captions: list[Clean], seen: str) -> str:
    """What is to be said of a text that is not whole.

    Raises:
        ExtractError: There is no text to speak of.
    """
    told = sum(len(one.text) for one in paragraphs if one.kind is not Kind.HEADING)
    if told < walls.ENOUGH:
        reason = walls.wall(f"{seen} {page.unscripted}")
        if reason != "no article text" or told < walls.ENOUGH // 3:
            raise ExtractError(reason)
    if walls.is_consent(paragraphs):
        raise ExtractError("consent wall")
    if walls.is_gallery(paragraphs, captions):
        raise ExtractError("a gallery")
    if walls.is_live(page.says.kinds, page.url, page.title):
        if walls.is_ticker(seen):
            raise ExtractError("a live blog")
        return "live blog"
    return "paywall" if walls.is_stub(paragraphs, free=page.says.free, page=seen) else ""
