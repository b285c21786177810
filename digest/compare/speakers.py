"""Who says what an English sentence tells, and the sentence without them."""

import re
from typing import Final

_SAYS: Final = (
    r"(?:said|says?|claim(?:s|ed)?|alleg(?:es?|ed)|insist(?:s|ed)?|believe[sd]?|argue[sd]?|"
    r"told (?:reporters|staff|\w+)|(?:estimate[sd]?|report(?:s|ed)?|announced?|confirm(?:s|ed)?|"
    r"f(?:ound|inds)|show(?:s|ed)|suggest(?:s|ed)?|admit(?:s|ted)|acknowledged?|concluded?|"
    r"testified|calculated|wrote) that)"
)
_TELLS: Final = (
    r"(?:said|says?|told \w+|measured|report(?:s|ed)|announced|estimate[sd]?|ruled|claim(?:s|ed)?|"
    r"alleg(?:es?|ed)|insist(?:s|ed)?|confirm(?:s|ed)|admitted|acknowledged|believes?|showed|"
    r"wrote|found|shows)"
)
_COUNTS: Final = (
    r"(?:(?:has|have|had) )?(?:(?:so far|now|later|also|first) )?(?:confirm(?:s|ed)?|"
    r"report(?:s|ed)?|announced?|estimate[sd]?|count(?:s|ed)?|list(?:s|ed)?|puts?|gave|gives|"
    r"spoke of|knows? of)(?= (?:the|un|an?|at|about|some|more|just|only|around|\d)\w*)"
)
_AUTHORITY: Final = (
    r"(?:officials?|authorit(?:y|ies)|ministry|ministers?|agency|department|government|"
    r"commission|committee|office|officers?|police|union|organi[sz]ers?|organi[sz]ation|council|"
    r"service|rescuers|doctors|analysts|observers|investigators|prosecutors|lawyers?|residents|"
    r"witnesses|experts?|economists|monitors|firefighters|workers|board|bureau|institute|"
    r"associations?|charit(?:y|ies)|groups?|federation|medics|activists|survivors|relatives|guards|"
    r"rangers|campaigners|sources?|spokes\w+)"
)
_SHOW: Final = r"(?:tally|figures|data|pictures|images|records) show(?:s|ed)?"
_ATTRIBUTION: Final = re.compile(
    r"^[^,;]{2,60}? (?:puts?|gave|gives|estimates?)(?= (?:the|un)\w* )"
    rf"|^(?:[^,;]{{2,80}}? (?:{_SAYS}|{_SHOW})(?: (?:late )?(?:on )?\w+day)?(?: that)? )"
    r"|,? according to [^,;]+"
    rf"|, [^,;]{{2,60}}? {_TELLS}\b[^,;]*"
    r"|,? (?:[\w’'-]+ ){1,6}(?:said|says)(?: (?:on )?\w+day)?(?=[.,;]|$)"
)
_COUNTED_BY: Final = re.compile(
    rf"^(?=[^,;]{{0,60}}?\b{_AUTHORITY}\b)[^,;]{{2,70}}? {_COUNTS}"
    r"|^[^,;]{2,60}? (?:cut|raised|lowered|revised|updated|increased)"
    r"(?= (?:the|its|their) (?:number|estimate|toll|figure|count|forecast|tally)\b)",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"^(?:In|On|At|Among|For|By|Since|During|Before|Until|After|Across|Of|Nation\w+|Overall|World\w+)\b"
    r"[^,;]{0,40}, "
)
_ITSELF: Final = re.compile(
    r"\W*(?:\w+ )?(?:it|its|they|their|he|his|she|her|we|our)\b", re.IGNORECASE
)
"""What is said is of whoever says it."""

_COMMON: Final = re.compile(r"(?<![\w’'-])[a-z][\w’'-]*")


def without_speaker(sentence: str) -> str:
    """The sentence with spaces in place of who says it, unless it is of whoever that is."""

    def silenced(said: re.Match[str]) -> str:
        told = sentence[said.end() :] if said.start() == 0 else sentence
        return said[0] if _ITSELF.match(told) else " " * len(said[0])

    plain = _ATTRIBUTION.sub(silenced, _OPENING.sub(_joined, sentence))
    return _COUNTED_BY.sub(lambda said: _COMMON.sub(_blank, said[0]), plain)


def _joined(opening: re.Match[str]) -> str:
    """A phrase that opens a sentence, as a part of the clause behind it."""
    return opening[0].replace(",", " ")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
