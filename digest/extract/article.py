"""Page → article: what the page declares and what it shows, weighed and put together."""

from collections.abc import Iterable
from typing import Final

from lxml.etree import _Element
from lxml.html import HtmlElement
from msgspec import Struct

from digest.clean import NOTHING, Clean, clean, clean_url
from digest.errors import ExtractError
from digest.extract import agency, walls
from digest.extract.address import canonical
from digest.extract.blocks import Block, blocks
from digest.extract.body import body
from digest.extract.byline import Credit, credit, shown_bylines
from digest.extract.captions import take_captions
from digest.extract.dateline import Head, foot, head
from digest.extract.declared import Declared, declared
from digest.extract.decode import decode
from digest.extract.furniture import clear
from digest.extract.rescue import programs, rescued
from digest.extract.times import shown_dates, times
from digest.extract.title import headings, letters, title
from digest.extract.tree import grow, quiet
from digest.extract.trim import trim
from digest.language.identify import language_of
from digest.news import Article, Entry, Kind, Link, Paragraph

MAX_BYTES: Final = 5 << 20


class _Page(Struct, frozen=True, kw_only=True):
    """A page, read once: what it declares, and what it shows before it is cleared."""

    tree: HtmlElement
    url: str
    entry: Entry | None
    says: Declared
    programs: list[str]
    unscripted: Clean
    """What it says to browsers that run no programs."""

    blocks: list[Block]
    title: Clean
    publisher: Clean
    credit: Credit


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
    read = _read(grow(decode(page, content_type)), url, entry)
    return _article(read)


def _read(tree: HtmlElement, url: str, entry: Entry | None) -> _Page:
    says, own, held = declared(tree), headings(tree), programs(tree)
    hint = entry.title if entry else ""
    outlet = entry.publisher if entry else ""
    name = title(
        own, says.headlines, says.page_title, outlets=[*says.publishers, outlet], hint=hint
    )
    publisher = clean(next(iter(says.publishers), outlet))
    unscripted = " ".join(element.text_content() for element in tree.iter("noscript"))
    quiet(tree)
    shown = blocks(_shown(tree))
    bylines = shown_bylines(tree, shown, letters(name))
    return _Page(
        tree=tree,
        url=url,
        entry=entry,
        says=says,
        programs=held,
        unscripted=clean(unscripted[:2_000]),
        blocks=shown,
        title=name,
        publisher=publisher,
        credit=_credit([*says.authors, *bylines], publisher),
    )


def _shown(tree: HtmlElement) -> _Element:
    """What a browser shows of a page: all but its head."""
    shown: _Element = next(tree.iter("body"), tree)
    return shown


def _credit(sources: Iterable[Iterable[str]], publisher: str) -> Credit:
    """The names of the first source that has any; a wire service from whichever says so."""
    found = [credit(lines, publisher) for lines in sources]
    return Credit(
        names=next((one.names for one in found if one.names), ()),
        agency=next((one.agency for one in found if one.agency), NOTHING),
    )


def _article(page: _Page) -> Article:
    titles = [page.title, *page.says.headlines]
    visible = " ".join(block.text for block in page.blocks)[:60_000]
    dates = shown_dates(page.blocks, {letters(text) for text in titles})
    image = _image(page)
    clear(page.tree)
    captions = take_captions(page.tree)
    found = body(page.tree, blocks(_shown(page.tree)), titles=titles, lead=page.says.description)
    kept = trim(found, titles=titles, names=page.credit.names, captions=captions)
    shown = [Paragraph(block.text, block.kind) for block in kept]
    if sum(len(one.text) for one in shown) < walls.STUB:
        shown = _rescued(page, shown)
    paragraphs, line = _told(shown)
    note = _judge(page, paragraphs, captions, visible)
    said = times(page.says.published, page.says.updated, dates, page.entry)
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
        image=_whole(image, captions),
        note=clean(note),
    )


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


def _rescued(page: _Page, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """What the page holds of its text elsewhere, if that is twice what it shows."""
    shown = [one.text for one in paragraphs]
    held = rescued(page.says.body, page.programs, title=page.title, shown=shown)
    if sum(map(len, held)) < max(walls.ENOUGH, 2 * sum(map(len, shown))):
        return paragraphs
    return [Paragraph(text) for text in held]


def _judge(page: _Page, paragraphs: list[Paragraph], captions: Iterable[str], visible: str) -> str:
    """What is to be said of a text that is not whole.

    Raises:
        ExtractError: There is no text to speak of.
    """
    told = sum(len(one.text) for one in paragraphs if one.kind is not Kind.HEADING)
    if told < walls.ENOUGH:
        reason = walls.wall(f"{visible} {page.unscripted}")
        if reason != "no article text" or told < walls.ENOUGH // 3:
            raise ExtractError(reason)
    if walls.is_gallery(paragraphs, list(captions)):
        raise ExtractError("a gallery")
    if walls.is_live(page.says.kinds, page.url, page.title):
        if walls.is_ticker(visible):
            raise ExtractError("a live blog")
        return "live blog"
    return "paywall" if walls.is_stub(paragraphs, free=page.says.free, page=visible) else ""


def _image(page: _Page) -> Link | None:
    """The picture that the page declares, else the first with a description below the title."""
    images = [image for image in page.tree.iter("img") if image.get("alt") and image.get("src")]
    told = (image.get("src") or "" for image in images if len(image.get("alt") or "") > 20)
    url = clean_url(page.says.image or next(told, ""), base=page.url)
    if not url or url == clean_url(page.url):
        return None
    shown = (image.get("alt") or "" for image in images if _same(image.get("src") or "", url))
    return Link(url=url, text=clean(page.says.image_text or next(shown, "")))


def _same(source: str, url: str) -> bool:
    name = url.rpartition("/")[2].partition("?")[0]
    return len(name) > 5 and name in source


def _whole(image: Link | None, captions: Iterable[Clean]) -> Link | None:
    """The picture; a description cut short gives way to the caption that it begins."""
    if image is None or not image.text.endswith(("...", "…")):
        return image
    begun = image.text.rstrip(".… ")
    whole = next((text for text in captions if text.startswith(begun)), image.text)
    return Link(url=image.url, text=whole)
