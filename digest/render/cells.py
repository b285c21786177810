"""How wide text is in a terminal, and where its lines break.

A terminal gives most characters one cell, those of East Asia and emoji two, and marks that
stand on the letter before them none (Unicode Standard Annex 11).
"""

import re
from collections.abc import Iterator
from typing import Final

_JOINER: Final = "\u200d"
_EMOJI_LOOK: Final = "\ufe0f"

_UNSPACED: Final = "\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003fffd"
"""Scripts that write their words without spaces between."""

_CLOSING: Final = "、。〉》」』】！），：；？"
"""Points and brackets of these scripts that begin no line."""

_PIECE: Final = re.compile(rf"( *)([{_UNSPACED}][{_CLOSING}]*|[^ {_UNSPACED}]+)")


def cells(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    wide, before = 0, ""
    for sign in text:
        if before == _JOINER:  # one picture, made of several
            own = 0
        elif sign == _EMOJI_LOOK:
            own = 1 if before and _own(before) == 1 else 0
        else:
            own = _own(sign)
        wide, before = wide + own, sign
    return wide


def wrap(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """`text` in lines of at most `width` cells, the first behind `first`, others behind `rest`.

    It breaks at spaces, between characters of East Asia, and in a word that is longer than a
    line; not at a no-break space, nor in an address, however long. `rest` is as many spaces as
    `first` is wide, unless said.
    """
    rest = " " * cells(first) if rest is None else rest
    width = max(width, cells(first) + 20)
    lines, line, taken = [], first, cells(first)
    fresh = True
    for gap, piece in _pieces(text, width - max(cells(first), cells(rest))):
        gap = "" if fresh else gap  # noqa: PLW2901 - a line begins without a gap
        wide = len(gap) + cells(piece)
        if not fresh and taken + wide > width:
            lines.append(line)
            line, taken, gap, wide = rest, cells(rest), "", cells(piece)  # noqa: PLW2901 - the same
        line, taken, fresh = line + gap + piece, taken + wide, False
    return [each.replace("\xa0", " ") for each in ([*lines, line] if not fresh else lines)]


def _pieces(text: str, room: int) -> Iterator[tuple[str, str]]:
    """What may not be torn apart, each with the space before it."""
    for match in _PIECE.finditer(text):
        gap, word = match[1], match[2]
        for piece in _torn(word, room):
            yield gap, piece
            gap = ""


def _torn(word: str, room: int) -> Iterator[str]:
    """A word in parts of at most `room` cells, if it is not an address."""
    if len(word) * 2 <= room or "://" in word or cells(word) <= room:
        yield word
        return
    start, taken = 0, 0
    for index, sign in enumerate(word):
        own = _own(sign)
        if taken + own > room:
            yield word[start:index]
            start, taken = index, 0
        taken += own
    yield word[start:]


def _own(sign: str) -> int:
    """The cells of one character by itself."""
    if sign < "\u0300":
        return 1
    import unicodedata  # noqa: PLC0415 - 1 MB that a page in English does without

    if unicodedata.category(sign) in ("Mn", "Me", "Cf") or "\u1160" <= sign <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
