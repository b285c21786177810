"""Who says what an English sentence tells, and the sentence without them."""

import re
from collections.abc import Iterator
from typing import Final

_CLAIMS: Final = (
    r"claim(?:ed|s?(?= (?:that|the|to (?:have|be)|it|he|she|they|an?|at|about|more|some|"
    r"responsib\w+|\w+ (?:was|were|is|are|had|has|have))\b|[.,]|$))"
)
"""The verb: those out of work file claims too."""

_SAYS: Final = (
    rf"(?:said|says?|{_CLAIMS}|alleg(?:es?|ed)|insist(?:s|ed)?|believe[sd]?|argue[sd]?|"
    r"told (?:reporters|staff|\w+)|(?:estimate[sd]?|report(?:s|ed)?|announced?|confirm(?:s|ed)?|"
    r"f(?:ound|inds)|show(?:s|ed)|suggest(?:s|ed)?|admit(?:s|ted)|acknowledged?|concluded?|"
    r"testified|calculated|wrote) that)"
)
_TELLS: Final = (
    rf"(?:said|says?|told \w+|measured|report(?:s|ed)|announced|estimate[sd]?|ruled|{_CLAIMS}|"
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
_AUXILIARY: Final = r"(?:have|has|had|was|were|is|are)"
_ATTRIBUTION: Final = re.compile(
    r"^(?P<puts>[^,;]{2,60}?) (?:puts?|gave|gives|estimates?)(?= (?:the|un)\w* )"
    rf"|^(?:(?P<says>[^,;]{{2,80}}?) (?:{_SAYS}|{_SHOW})(?: (?:late )?(?:on )?\w+day)?(?: that)? )"
    rf"|^(?P<titled>[^,;]{{2,60}}), [^,;]{{2,60}}, {_SAYS}(?: (?:late )?(?:on )?\w+day)?(?: that)? "
    r"|, (?:said|says) (?P<behind>[^,;.]+)"
    r"|,? [Aa]ccording to (?:the |an? )?(?P<according>[^,;]+)"
    rf"|, (?!{_AUXILIARY} )(?P<tells>[^,;]{{2,60}}?) {_TELLS}\b(?P<rest>[^,;]*)"
    r"|,? (?P<last>(?:[\w’'-]+ ){1,6})(?:said|says)(?: (?:on )?\w+day)?(?=[.,;]|$)"
)
_COUNTED_BY: Final = re.compile(
    rf"^(?=[^,;]{{0,60}}?\b{_AUTHORITY}\b)(?P<counts>[^,;]{{2,70}}?) {_COUNTS}"
    r"|^(?P<changes>[^,;]{2,60}?) (?:cut|raised|lowered|revised|updated|increased)"
    r"(?= (?:the|its|their) (?:number|estimate|toll|figure|count|forecast|tally)\b)",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"^(?:In|On|At(?! least)|Among|For|By|Since|During|Before|Until|After|Across|Nation\w+|"
    r"Overall|World\w+)\b"
    r"[^,;]{0,40}, "
)
_ITSELF: Final = re.compile(
    r"\W*(?:\w+ )?(?:it|its|they|their|he|his|she|her|we|our)\b", re.IGNORECASE
)
"""What is said is of whoever says it."""

_COMMON: Final = re.compile(r"(?<![\w’'-])[a-z][\w’'-]*")

_BEFORE: Final = re.compile(
    r"^(?:.*  |\W+|(?:But|And|Still|However|Earlier|Later|Meanwhile|while|but|and|though|although)"
    r" |(?:[Tt]he|[Aa]n?) )+"
)
_BEHIND: Final = re.compile(
    r"(?: (?:has|have|had|will|would|could|can|also|later|now|so far|first|late|early|previously|"
    r"initially|already|(?:on )?\w+day))+$"
    r"|(?<=\w{3}) (?:who|that|which|whose|on \w+day|in a) .*"
)
_PERSON: Final = re.compile(
    r"^(?:[\w’'-]+ ){0,7}(?!of|for|and|the|in|at|on)[a-z][\w’'-]{2,} "
    r"((?:[A-Z][\w.’'-]+ )+[A-Z][\w.’'-]+)$"
)
_ASIDE: Final = re.compile(r"\W*(?:$|(?:on|in|at|late|early|during|after|to|\w+day)\b)")
"""What stands behind a verb that tells who has said what went before it."""

_NOBODY: Final = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Yy]ou|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|"
    r"[Ww]ho|[Ww]hich|[Tt]hat|[Tt]his|[Tt]hese|[Tt]hose|"
    r"is|are|was|were|be|been|because|if|when|percent)\b|[\d%“”\"]"
)
_SOURCE: Final = re.compile(
    rf"\b(?:{_AUTHORITY}|compan(?:y|ies)|firm|operator|airline|bank|club|coast ?guard|mayor|"
    r"governor|embassy|army|military|navy|rebels|regulator|team|hospital|court|judge|study|report|"
    r"researchers|scientists|owners?|brigade|carrier|insurers?|lender|retailer|maker)\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"(?!\w+day\b)[A-Z]")
_LONGEST: Final = 7
"""Words that a label holds at most."""

_TURN: Final = re.compile(r";|\b(?:while|but|whereas|although|though)\b")


def without_speaker(sentence: str) -> str:
    """The sentence with spaces in place of who says it, unless it is of whoever that is."""

    def silenced(said: re.Match[str]) -> str:
        told = sentence[said.end() :] if said.start() == 0 else sentence
        if _ITSELF.match(told):
            return said[0]
        rest = said["rest"] or ""
        rest = "" if _ASIDE.match(rest) else rest
        return " " * (len(said[0]) - len(rest)) + rest

    plain = _ATTRIBUTION.sub(silenced, _joined(sentence))
    return _COUNTED_BY.sub(lambda said: _COMMON.sub(_blank, said[0]), plain)


def speaker(sentence: str, place: int) -> str:
    """Who says what stands at a place of it, in its own words: "US officials"; empty: nobody."""
    plain = _joined(sentence)
    ahead = ""
    for said in _attributions(plain):
        if said.end() <= place:
            ahead = _who(said)
        elif place < said.start() and not _TURN.search(plain, place, said.start() + 8):
            return _who(said)
    return ahead


def names_speaker(sentence: str) -> bool:
    """Whether it names somebody for what it tells."""
    return any(map(_who, _attributions(_joined(sentence))))


def _attributions(plain: str) -> Iterator[re.Match[str]]:
    counted = _COUNTED_BY.match(plain)
    if counted:
        yield counted
    for said in _ATTRIBUTION.finditer(plain):
        if not (counted and said.start() == 0):
            yield said


def _who(said: re.Match[str]) -> str:
    """The words of an attribution that name somebody, a person by name alone."""
    form, who = next((form, who) for form, who in said.groupdict().items() if who)
    if form == "tells" and not _ASIDE.match(said["rest"]):
        return ""
    who = _BEFORE.sub("", _BEHIND.sub("", who.rstrip(" .,")), count=1)
    if named := _PERSON.match(who):
        who = named[1]
    if _NOBODY.search(who) or len(who.split()) > _LONGEST:
        return ""
    known = said.start() == 0 or _NAMED.search(who) or _SOURCE.search(who)
    return who if known else ""


def _joined(sentence: str) -> str:
    """It with a phrase that opens it as a part of the clause behind."""
    return _OPENING.sub(lambda opening: opening[0].replace(",", " "), sentence)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
