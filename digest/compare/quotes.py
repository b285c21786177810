"""The strongest words that a report quotes, with who said them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from digest.clean import Clean
from digest.compare.statements import Statement
from digest.news import Quote

_SAID: Final = r"(?:said|says|told|added|wrote|warned|insisted|argued|announced|declared|explained)"
_NAME: Final = r"[A-Z][\w.’'-]+(?: (?:(?:de|da|van|von|der|bin|al) )?[A-Z][\w.’'-]+){0,4}"
_QUOTED: Final = r"[“\"](?P<text>[^“”\"]{20,300})[”\"]"
_TITLE: Final = r"(?:(?:[\w’'-]+ ){0,6}?)"
_ATTRIBUTED: Final = (
    re.compile(
        rf"{_QUOTED},? (?:{_SAID} {_TITLE}(?P<speaker>{_NAME})|(?P<name>{_NAME}) {_SAID}\b)"
    ),
    re.compile(
        rf"^{_TITLE}(?P<speaker>{_NAME})(?:, [^,“\"]{{1,60}},)? {_SAID}\b[^“\"]{{0,40}} {_QUOTED}"
    ),
)
_NOBODY: Final = re.compile(
    r"He|She|They|It|I|We|The|But|And|.*['’]s|\w+day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December"
)
_HONORIFIC: Final = re.compile(r"^(?:Mr|Mrs|Ms|Dr)\.? ")
_BEST_LENGTH: Final = 18
"""Words: long enough to say something, short enough to remember."""


def strongest_quote(statements: Sequence[Statement]) -> Quote | None:
    """The quotation that most origins have; then the earlier in its report; then the handier."""
    found = [(each, text, speaker) for each in statements for text, speaker in _quoted(each.text)]
    if not found:
        return None

    def weakness(item: tuple[Statement, str, str]) -> tuple[int, float, int]:
        by, text, _ = item
        key = text[:40].lower()
        origins = {each.origin for each, other, _ in found if other[:40].lower() == key}
        return -len(origins), by.place / 4 + abs(len(text.split()) - _BEST_LENGTH) / 6, by.article

    by, text, speaker = min(found, key=weakness)
    return Quote(
        text=Clean(text),
        speaker=Clean(_full_name(speaker, by, statements)),
        article=by.article,
        paragraph=by.paragraph,
    )


def _full_name(speaker: str, by: Statement, statements: Sequence[Statement]) -> str:
    """The name as the report first gives it: "Ida Voss" for "Voss" or "Ms. Voss"."""
    surname = _HONORIFIC.sub("", speaker)
    own = (name for each in statements if each.article == by.article for name in each.names)
    full = (name for name in own if name.endswith(f" {surname}") and not _HONORIFIC.match(name))
    return next(full, speaker)


def _quoted(sentence: str) -> Iterator[tuple[str, str]]:
    """Its quotations of a whole thought, each with the full name of who speaks."""
    for pattern in _ATTRIBUTED:
        if match := pattern.search(sentence):
            groups = match.groupdict()
            text = groups["text"].rstrip(",")
            speaker = (groups.get("speaker") or groups.get("name") or "").rstrip(".,")
            if len(text.split()) >= 5 and text[0].isupper() and not _NOBODY.fullmatch(speaker):
                yield text, speaker
                return
