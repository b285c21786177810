"""Whole sentences: what `sentencex` finds, with its known slips mended around it."""

import re
from collections.abc import Iterator

from sentencex import segment

_AT_ONCE = 3_000
"""Characters given to sentencex at a time: 500 kB of opening quotes took it 8 minutes."""

_TOO_LONG = 500
"""Characters: sentencex keeps a quotation whole, one that is never closed as well."""

_OPENING = "\"'“‘„«([—–- "
_CAPITAL = "A-ZÀ-ÖØ-ÞΑ-ΩА-Я"

_STOP = re.compile(r"[.!?][\"'”’»)\]]*\s|[。！？।]")
_QUOTES = "\"'“‘«"
_INNER_STOP = re.compile(r"[.!?]\)?\s")
"""Without one there is but one sentence: one look instead of two searches."""

_ANOTHER = re.compile(
    rf"(?<=[.!?])\s+(?=[“‘\"'][{_CAPITAL}])"  # a quotation opens
    rf"|(?<=[.!?]\))\s+(?=[“‘\"']?[{_CAPITAL}])"  # an aside in brackets has ended
)
_ANY_OTHER = re.compile(rf"(?<=\w{{2}}[.!?])[”’\"']?\s+(?=[“‘\"']?[{_CAPITAL}])")

_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“„«\"'’-])(?:"
    r"[DRI]-(?:[A-Z]|[A-Z][a-z]+)|"  # D-N.Y., R-Calif.
    r"approx|deg|Mt|Pt|Maj|Capt|Cmdr|Lt|Sgt|Cpl|Pvt|Adm|Gen|Col|Gov|Sen|Rep|Rev|Hon|"
    r"Supt|Det|Insp|Atty|Messrs|vs|Nos|Dr|Mr|Mrs|Ms|Prof|St|Ft|"
    r"Mme|Mlle|MM|Mgr|Sra|Srta|Dra|sig|dott|on|avv|av|Abs|Art|art|"
    r"janv|févr|avr|juil|bzw|ca|Nr|mld|mln|Mio|Mrd|dhr|mevr|drs|"
    r"κ|κα|тыс|млн|млрд|им|ул|г-н|г-жа|डॉ|श्री|[^\W\d_]\.-[^\W\d_]"
    r")\.$"
)
_ABBREVIATION_OF = {"fr": re.compile(r"(?:^|\s)M\.$"), "de": re.compile(r"(?:^|\s)\d{1,2}\.$")}
_LIST_NUMBER = re.compile(r"(?:^|[:;] )\d{1,2}\.$")
_PART_OF_DAY = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_OF_THE_CLOCK = re.compile(
    r"(?:Eastern|Central|Mountain|Pacific|Atlantic|Alaska|Hawaii|Greenwich|[A-Z]{1,4}T\b|UTC\b|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|"
    r"January\b|February\b|March\b|April\b|May \d|June\b|July\b|August\b|"
    r"September\b|October\b|November\b|December\b)"
)


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of one paragraph, in order, each word for word a piece of it."""
    whole: list[str] = []
    for piece in _pieces(text, language):
        if whole and _one_sentence(whole[-1], piece, language):
            whole[-1] += piece
        else:
            whole.append(piece)
    return [part for sentence in whole for part in _apart(sentence.strip())]


def _pieces(text: str, language: str) -> Iterator[str]:
    """What sentencex takes for sentences, each opening quote moved to what it opens."""
    behind = ""
    for portion in _portions(text):
        for piece in segment(language, portion):
            bare = piece.rstrip(_QUOTES)
            end = len(bare) if bare[-1:].isspace() else len(piece)
            whole, behind = behind + piece[:end], piece[end:]
            if whole.strip():
                yield whole


def _portions(text: str) -> Iterator[str]:
    """`text` in parts that are short enough, cut where a sentence may end."""
    start = 0
    while len(text) - start > _AT_ONCE:
        window = text[start : start + _AT_ONCE]
        stops = [match.end() for match in _STOP.finditer(window)]
        end = stops[-1] if stops else window.rfind(" ") + 1 or _AT_ONCE
        yield window[:end]
        start += end
    yield text[start:]


def _one_sentence(before: str, after: str, language: str) -> bool:
    """Whether sentencex has cut a sentence in two here."""
    if len(before) > _AT_ONCE:
        return False
    before = before.rstrip()
    if before[-1] in "。！？」』":
        return after[0] in "と」』"
    if before[-1] == "." and _abbreviated(before, after, language):
        return True
    opening = after.lstrip(_OPENING)[:2]
    return after[0] == "-" or (opening[:1].islower() and not opening[1:].isupper())


def _abbreviated(before: str, after: str, language: str) -> bool:
    """Whether the stop that ends `before` only shortens its last word."""
    tail = before[-24:]
    special = _ABBREVIATION_OF.get(language)
    return bool(
        _ABBREVIATION.search(tail)
        or (special and special.search(tail))
        or _LIST_NUMBER.search(tail)
        or (_PART_OF_DAY.search(tail) and _OF_THE_CLOCK.match(after))
    )


def _apart(sentence: str) -> list[str]:
    """The sentences that sentencex has taken for one."""
    quotations = _ANOTHER.split(sentence) if _INNER_STOP.search(sentence) else [sentence]
    return [
        part
        for quotation in quotations
        for part in (_cut(quotation) if len(quotation) > _TOO_LONG else [quotation])
    ]


def _cut(text: str) -> list[str]:
    """Too long a text, cut after every word that a stop ends."""
    ends = [match.end() for match in _ANY_OTHER.finditer(text)]
    return [
        text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True)
    ]
