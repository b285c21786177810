"""The newsroom's files, read: who prints, and what they printed when.

An article is a file: the fields of `Piece` as TOML between two lines of ``+++``, then its
paragraphs with blank lines between them. ``## `` begins a heading, ``> `` a quote, ``- `` an item
of a list. A later file of the same outlet and slug is a new version of the page.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from msgspec import Struct, convert, structs

from digest.clean import clean
from digest.news import Kind, Paragraph

HERE: Final = Path(__file__).parent
_TYPES: Final = {
    "rss2": "application/rss+xml",
    "rss1": "application/rdf+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
_MARKS: Final = {"## ": Kind.HEADING, "> ": Kind.QUOTE, "- ": Kind.LIST}


class Channel(Struct, frozen=True, kw_only=True):
    """A feed that an outlet offers."""

    title: str
    path: str
    section: str
    form: str = "rss2"
    """"rss2", "atom", "rss1" or "json"."""

    text: str = "teaser"
    """How much of an article it carries: "teaser", "full" or "none"."""

    takes: tuple[str, ...] = ()
    """The sections it lists; empty: all of the outlet's."""

    fails: tuple[date, ...] = ()
    """The days on which its server is broken."""

    @property
    def media_type(self) -> str:
        """The Content-Type that its server declares: the document itself names the encoding."""
        return _TYPES[self.form]


class Outlet(Struct, frozen=True, kw_only=True):
    """Somebody who prints."""

    name: str
    host: str
    page: str
    """The path of its articles, from $year, $month, $day, $section and $slug."""

    template: str
    language: str = "en"
    encoding: str = "utf-8"
    by: str = "By"
    conjunction: str = "and"
    channels: tuple[Channel, ...]

    @property
    def home(self) -> str:
        """Its front page."""
        return f"http://{self.host}/"

    def url(self, path: str) -> str:
        """The address of a path on its site."""
        return f"http://{self.host}{path}"


class Piece(Struct, frozen=True, kw_only=True):
    """An article as it left the desk, or a later version of it."""

    outlet: str
    """The outlet's key in outlets.toml."""

    time: datetime
    """When this version went out; the first version's is the time of publication."""

    slug: str
    title: str
    section: str
    byline: tuple[str, ...] = ()
    agency: str = ""
    teaser: str = ""
    """What the feed says; empty: the first paragraph."""

    caption: str = ""
    story: str = ""
    """The event it tells, where others tell it too."""

    origin: str = ""
    """The wire report it prints, where others print it too."""

    status: int = 200
    wall: bool = False
    """Its page asks for consent and shows nothing else."""

    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def summary(self) -> str:
        """What the feed says of it."""
        return self.teaser or self.paragraphs[0].text


class Printed(Struct, frozen=True, kw_only=True):
    """A piece at its address, as it stands at some moment."""

    url: str
    outlet: Outlet
    piece: Piece
    published: datetime
    updated: datetime | None = None


@cache
def outlets() -> Mapping[str, Outlet]:
    """Every outlet by its key, in the order of outlets.toml."""
    table = tomllib.loads((HERE / "outlets.toml").read_text("utf-8"))
    return {key: convert(row, Outlet) for key, row in table.items()}


@cache
def pieces() -> tuple[Piece, ...]:
    """Every version of every article, oldest first."""
    read = (_piece(path.read_text("utf-8")) for path in (HERE / "articles").glob("*.txt"))
    return tuple(sorted(read, key=lambda piece: (piece.time, piece.outlet, piece.slug)))


def printed(until: datetime) -> Mapping[str, Printed]:
    """What stands on the sites at `until`, by URL, oldest first."""
    standing: dict[str, Printed] = {}
    for piece in pieces():
        if piece.time > until:
            break
        page = _page(piece)
        first = standing.get(page.url)
        if first:
            page = structs.replace(
                page, url=first.url, published=first.published, updated=piece.time
            )
        standing[page.url] = page
    return standing


def _page(piece: Piece) -> Printed:
    outlet = outlets()[piece.outlet]
    path = Template(outlet.page).substitute(
        year=piece.time.year,
        month=f"{piece.time.month:02}",
        day=f"{piece.time.day:02}",
        section=piece.section.lower(),
        slug=piece.slug,
    )
    return Printed(url=outlet.url(path), outlet=outlet, piece=piece, published=piece.time)


def _piece(text: str) -> Piece:
    _, front, body = text.split("+++\n", 2)
    piece = convert(tomllib.loads(front), Piece)
    return structs.replace(piece, paragraphs=tuple(_paragraphs(body)))


def _paragraphs(body: str) -> Iterator[Paragraph]:
    for block in body.strip().split("\n\n"):
        kind = _MARKS.get(block[: block.find(" ") + 1], Kind.TEXT)
        if kind is Kind.LIST:
            yield from (Paragraph(clean(line[2:]), kind) for line in block.splitlines())
        else:
            text = block if kind is Kind.TEXT else block[block.find(" ") :]
            yield Paragraph(clean(text), kind)
