"""Where a report was written, and for which wire service: parsed off its first paragraph."""

import re
from typing import Final

from msgspec import Struct

from digest.clean import NOTHING, Clean, clean
from digest.extract.agency import agency, pattern

_DASH: Final = r"\s{0,2}(?:--|[-–—―:])\s{0,2}"
_UPPER: Final = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*){0,3}"
_MIXED: Final = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?: [A-Za-zÀ-ÿ][\w.'’-]*){0,3}"
_REGION: Final = rf"(?:, {_MIXED}){{0,2}}"
_DAY: Final = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Za-z]{3,9}\.?)(?:, \d{4})?)?"
_SERVICE: Final = rf"(?P<service>(?:{pattern()})(?:[/,] ?[\w ]{{2,20}})?)"
_FORMS: Final = (
    # KYIV, Ukraine (AP) —   Berlin (dpa) -   GENEVA, March 3 (Reuters) -
    re.compile(
        rf"^(?P<place>{_MIXED}(?:/{_MIXED})?{_REGION}){_DAY}[,.]? \({_SERVICE}\)(?:{_DASH}|[.:]? )",
        re.IGNORECASE,
    ),
    # (CNN) A group   (Reuters) -
    re.compile(rf"^\({_SERVICE}\)(?:{_DASH}|[.:]? ?)", re.IGNORECASE),
    # CNN —   Reuters -
    re.compile(rf"^{_SERVICE}\s{{0,2}}[–—]\s{{0,2}}(?=\S)", re.IGNORECASE),
    # KYIV, Ukraine —   TEHRAN –
    re.compile(rf"^(?P<place>{_UPPER}{_REGION}){_DAY}\s{{0,2}}(?:--|[–—―]|- )\s{{0,2}}(?=\S)"),
    # 【ソウル＝小池和樹】
    re.compile(r"^【(?P<place>[^】＝=]{1,12})[＝=](?P<service>[^】]{0,20})】"),
)
_TAIL: Final = re.compile(rf"\s*[(（[]\s*{_SERVICE}\s*[)）\]]\s*$", re.IGNORECASE)


class Head(Struct, frozen=True, kw_only=True):
    """A first paragraph, taken apart."""

    text: Clean
    dateline: Clean = NOTHING
    agency: Clean = NOTHING


def head(text: str) -> Head:
    """The paragraph without its dateline and credit, and what these say."""
    for form in _FORMS:
        found = form.match(text[:160])
        if not found:
            continue
        parts = found.groupdict()
        place = parts.get("place") or ""
        if len(place) > 60 or (place and not place[0].isupper() and place.isascii()):
            continue
        rest = text[found.end() :].lstrip()
        if rest:
            service = agency(parts.get("service") or "")
            return Head(text=clean(rest), dateline=clean(place.strip(" ,-")), agency=service)
    return Head(text=clean(text))


def foot(text: str) -> Head:
    """A last paragraph without the credit in brackets at its end: "(Reuters)", "© dpa-infocom"."""
    found = _TAIL.search(text, max(0, len(text) - 60))
    if not found:
        return Head(text=clean(text))
    return Head(text=clean(text[: found.start()]), agency=agency(found["service"]))
