"""What a page declares of itself: JSON-LD, OpenGraph and other meta tags, microdata."""

from html import unescape
from typing import Final, TypeAlias

from lxml.etree import _Element
from msgspec import Struct

from digest.extract import jsonld
from digest.extract.tree import text_of

Metas: TypeAlias = dict[str, list[str]]

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publishdate",
    "publish-date", "pubdate", "publication_date", "publication-date", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "article.published",
    "originalpublicationdate", "date", "rnews:datepublished", "article_date_original",
    "citation_publication_date", "iso-8601-publish-date", "dcsext.articlefirstpublished",
    "datecreated", "ptime", "created", "vr:published_time", "mediator_published_time",
)  # fmt: skip
_UPDATED: Final = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revised",
    "dateupdated", "article.updated", "updated_time",
)  # fmt: skip
_AUTHORS: Final = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator", "byl", "cxenseparse:author", "dc.author", "og:author",
    "citation_author", "article.author", "mediator_author", "creator",
)  # fmt: skip


class Declared(Struct, frozen=True, kw_only=True):
    """The page's own word, best source first; raw text, not yet cleaned."""

    headlines: tuple[str, ...] = ()
    headline: str = ""
    """JSON-LD's."""

    social: str = ""
    """OpenGraph's headline."""

    page_title: str = ""
    publishers: tuple[str, ...] = ()
    authors: tuple[tuple[str, ...], ...] = ()
    """Names by source: JSON-LD, meta tags, microdata."""

    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    description: str = ""
    language: str = ""
    links: tuple[str, ...] = ()
    """Canonical addresses."""

    image: str = ""
    image_text: str = ""
    kinds: tuple[str, ...] = ()
    body: str = ""
    """The article's text, as JSON-LD gives it: often without its paragraphs."""

    free: bool = True


def declared(tree: _Element) -> Declared:
    """Everything that the head of a page says, and its microdata."""
    metas, item = _metas(tree), jsonld.article(tree)
    micro = _microdata(tree)
    own, social = jsonld.strings(item.get("headline")), _of(metas, "og:title")
    other = _of(metas, "twitter:title", "dc.title", "headline", "parsely-title")
    return Declared(
        headlines=_texts(own, social, other, micro.get("headline", [])),
        headline=_first(own),
        social=_first(social),
        page_title=next((text_of(title) for title in tree.iter("title")), ""),
        publishers=_texts(
            _of(metas, "og:site_name"),
            jsonld.names(item.get("publisher")),
            _of(metas, "application-name", "dc.publisher", "publisher"),
        ),
        authors=(
            _texts(jsonld.writers(item.get("author")), jsonld.writers(item.get("creator"))),
            _texts(_of(metas, *_AUTHORS)),
            _texts(micro.get("author", [])),
        ),
        published=_texts(
            jsonld.strings(item.get("datePublished")),
            _of(metas, *_PUBLISHED),
            micro.get("datepublished", []),
            jsonld.strings(item.get("dateCreated")),
        ),
        updated=_texts(
            jsonld.strings(item.get("dateModified")),
            _of(metas, *_UPDATED),
            micro.get("datemodified", []),
        ),
        description=_first(_of(metas, "og:description", "description", "twitter:description")),
        language=_language(tree, metas, item),
        links=_links(tree, metas),
        image=next(
            iter(_of(metas, "og:image", "og:image:url", "twitter:image") + _image(item)), ""
        ),
        image_text=next(iter(_of(metas, "og:image:alt", "twitter:image:alt")), ""),
        kinds=tuple(jsonld.kinds(item)),
        body=next(iter(jsonld.strings(item.get("articleBody"))), ""),
        free=str(item.get("isAccessibleForFree", True)).lower() != "false",
    )


def _metas(tree: _Element) -> Metas:
    """The contents of meta tags by lower-case name."""
    metas: Metas = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv") if content else ():
            if name := meta.get(key):
                metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _microdata(tree: _Element) -> Metas:
    """What elements with an itemprop say of headline, author and dates."""
    found: Metas = {}
    for element in tree.iter("h1", "h2", "span", "div", "time", "a", "p"):
        name = (element.get("itemprop") or "").lower()
        if name in {"headline", "author", "datepublished", "datemodified"}:
            text = element.get("datetime") or element.get("content") or text_of(element)
            found.setdefault(name, []).append(text[:500])
    return found


def _of(metas: Metas, *names: str) -> list[str]:
    return [value for name in names for value in metas.get(name, ())]


def _texts(*sources: list[str]) -> tuple[str, ...]:
    """All that the sources say, each once, in order; nothing long enough to be an attack."""
    said = (unescape(text[:2000]).strip() for source in sources for text in source)
    return tuple(dict.fromkeys(text for text in said if text))[:50]


def _first(texts: list[str]) -> str:
    return next(iter(_texts(texts)), "")


def _language(tree: _Element, metas: Metas, item: jsonld.Item) -> str:
    said = [
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        *jsonld.strings(item.get("inLanguage")),
        *_of(metas, "og:locale", "content-language", "dc.language", "language"),
    ]
    return next((code.strip() for code in said if code.strip()), "")


def _links(tree: _Element, metas: Metas) -> tuple[str, ...]:
    canonical = [
        link.get("href") or ""
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    return _texts(canonical, _of(metas, "og:url"))


def _image(item: jsonld.Item) -> list[str]:
    value = item.get("image") or item.get("thumbnailUrl")
    first = value[0] if isinstance(value, list) and value else value
    return jsonld.strings(first.get("url") if isinstance(first, dict) else first)
