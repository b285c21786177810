"""The captions of an article's pictures, apart from its text and each once."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from lxml.etree import _Element

from digest.clean import Clean, clean
from digest.extract.blocks import blocks
from digest.extract.furniture import Weights, opening, remove
from digest.extract.letters import letters

MAX_CAPTIONS: Final = 30
MAX_FIGURES: Final = 200
MAX_CAPTION: Final = 1_000
RISE: Final = 3
"""Elements from a picture to the box that holds its text too."""

SURE: Final = 16
"""Letters: fewer may be the same by chance."""

_BOXES: Final = frozenset({"div", "span", "p", "picture", "center", "font", "td", "dt", "dl"})
_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:wp-)?(?:caption|legend|bildunterschrift|cutline|photo-?credit|image-?credit|img-?credit|image-?description|image-?text|picture-?(?:text|caption)|credit)s?(?:$|[\s_-])",
    re.IGNORECASE,
)
_SIGNS: Final = ("caption", "legend", "bildunterschrift", "cutline", "credit", "image", "picture")
"""No such name is without one of these."""

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CUT_SHORT: Final = re.compile(r"(?:\.\.\.|…)$")


def take_captions(tree: _Element, weights: Weights) -> list[Clean]:
    """The captions in `tree`, which loses its figures and everything called a caption."""
    most = weights.get(tree, 0) * 0.3
    found = [
        element
        for element in tree.iter(
            "figure", "figcaption", "div", "p", "span", "small", "dd", "td", "cite", "section"
        )
        if weights.get(element, 0) <= most and _is_caption(element)
    ]
    found += [box for box in _boxes(tree) if weights.get(box, 0) <= most]
    texts = [text for element in found[:MAX_FIGURES] for text in _texts(element)]
    remove(found)
    return each_once(texts)


def _boxes(tree: _Element) -> list[_Element]:
    """Boxes of a picture and a text, no figures, whose text is the picture's by all signs."""
    seen: set[_Element] = set()
    found: dict[_Element, None] = {}
    for image in islice(tree.iter("img"), MAX_FIGURES):
        for box in islice(image.iterancestors(), RISE):
            if box.tag not in _BOXES or box in seen:
                break
            seen.add(box)
            if any(above in found for above in box.iterancestors()):
                break
            if said := opening(box, MAX_CAPTION):
                if len(said) <= MAX_CAPTION and _tells(box, said, image):
                    found[box] = None
                break
    return list(found)


def _tells(box: _Element, said: str, image: _Element) -> bool:
    """Whether a box says what the picture's alternative text does, or all in slanted type."""
    key, known = letters(said), letters((image.get("alt") or "")[:MAX_CAPTION])
    if any(letters(opening(link, MAX_CAPTION)) for link in box.iter("a")):
        return False
    slanted = sum(len(letters(opening(one, MAX_CAPTION))) for one in box.iter("i", "em", "small"))
    return (len(known) >= SURE and key.startswith(known)) or slanted >= len(key) >= SURE


def each_once(texts: Iterable[str]) -> list[Clean]:
    """The captions, without those that another one holds or continues."""
    kept: dict[str, Clean] = {}
    for text in texts:
        caption, key = clean(text), letters(text)
        if len(key) < 3 or len(caption) > MAX_CAPTION or any(key in other for other in kept):
            continue
        for other in [other for other in kept if other in key]:
            del kept[other]
        kept[key] = caption
    return [text for text in kept.values() if not _CUT_SHORT.search(text)][:MAX_CAPTIONS]


def _is_caption(element: _Element) -> bool:
    if element.tag in {"figure", "figcaption"}:
        return not _holds_text(element)
    return _is_name(f"{element.get('class') or ''} {element.get('itemprop') or ''}"[:300])


@lru_cache(maxsize=20_000)
def _is_name(words: str) -> bool:
    """Whether a class or a property is what captions are called."""
    plain = words.lower()
    likely = any(sign in plain for sign in _SIGNS)
    return likely and _NAMED.search(_CAMEL.sub("-", words)) is not None


def _holds_text(element: _Element) -> bool:
    """Whether a figure frames a quotation or a table."""
    return next(element.iter("blockquote", "table"), None) is not None


def _texts(element: _Element) -> Iterator[str]:
    """The text of a figure's caption; of anything else, its own."""
    if element.tag in _BOXES and next(element.iter("img"), None) is not None:
        yield from (block.text for block in blocks(element))
        return
    if element.tag != "figure":
        if not any(above.tag in {"figure", "figcaption"} for above in element.iterancestors()):
            yield _joined(element)
        return
    for caption in element.iter("figcaption"):
        yield _joined(caption)
    if next(element.iter("figcaption"), None) is None:
        yield from (_joined(child) for child in element.iter("p", "span", "div") if len(child) == 0)


def _joined(element: _Element) -> str:
    """The text of a caption; a credit that it holds twice, once."""
    text, known = "", ""
    for piece in map(str, element.itertext()):
        key = letters(piece)
        if len(key) < 12 or key not in known:
            text, known = f"{text} {piece}", known + key
    return text
