"""A page, read once: what it declares, and what it shows before it is cleared."""

from collections.abc import Iterable

from lxml.etree import Element, _Element
from msgspec import Struct

from digest.clean import NOTHING, Clean, clean
from digest.extract.blocks import Block, blocks
from digest.extract.byline import Credit, credit, is_marked, shown_bylines
from digest.extract.declared import Declared, declared
from digest.extract.furniture import is_furniture
from digest.extract.letters import letters
from digest.extract.rescue import programs
from digest.extract.title import headings, title
from digest.extract.tree import quiet, text_of
from digest.news import Entry


class Page(Struct, frozen=True, kw_only=True):
    """Everything about a page but its text."""

    tree: _Element
    furniture: list[_Element]
    """What calls itself no part of the text."""

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


def read(tree: _Element, url: str, entry: Entry | None) -> Page:
    """What there is to know of a page before it is cleared; programs and styles go."""
    says, own, held = declared(tree), headings(tree), programs(tree)
    hint = entry.title if entry else ""
    outlet = entry.publisher if entry else ""
    name = title(own, says, outlets=[*says.publishers, outlet], hint=hint, url=url)
    publisher = clean(next(iter(says.publishers), outlet))
    unscripted = " ".join(text_of(element) for element in tree.iter("noscript"))
    quiet(tree)
    shown = blocks(visible(tree))
    credited, furniture = _called(tree)
    bylines = shown_bylines(credited, shown, letters(name))
    return Page(
        tree=tree,
        furniture=furniture,
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


def visible(tree: _Element) -> _Element:
    """What a browser shows of a page: all but its head."""
    shown: _Element = next(tree.iter("body"), tree)
    return shown


def _called(tree: _Element) -> tuple[list[_Element], list[_Element]]:
    """The elements that call themselves bylines or furniture: attributes are read but once."""
    credited, furniture = list[_Element](), list[_Element]()
    for element in tree.iter(Element):
        said: dict[str, str] = dict(element.items())  # type: ignore[arg-type] # never bytes
        if is_marked(said):
            credited.append(element)
        if is_furniture(element.tag, said):
            furniture.append(element)
    return credited, furniture


def _credit(sources: Iterable[Iterable[str]], publisher: str) -> Credit:
    """The names of the first source that has any; a wire service from whichever says so."""
    found = [credit(lines, publisher) for lines in sources]
    return Credit(
        names=next((one.names for one in found if one.names), ()),
        agency=next((one.agency for one in found if one.agency), NOTHING),
    )
