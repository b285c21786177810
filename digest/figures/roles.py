"""What becomes of those that an English sentence counts: killed, injured, missing, shot down."""

import re
from functools import cache
from typing import Final

from digest.figures.terms import term

_ROLES: Final = {
    "killed": r"killed|kills?|killing|dead|died|dies?|dying|deaths?|(?:death )?toll|fatalities|"
    r"perished|lost their (?:lives|life)|lives|bodies|remains|drowned|claimed",
    "injured": r"injured|injures?|injuring|injuries|wounded|wounding|wounds|hurt",
    "missing": r"missing|unaccounted for",
    "trapped": r"trapped|stranded",
    "arrested": r"arrested|arrests?|arresting|detained|detaining|in custody|rounded up",
    "evacuated": r"evacuated|evacuating|evacuations?",
    "displaced": r"displaced|displacing|homeless",
    "rescued": r"rescued|rescuing|rescues|saved|pulled (?:out|from)",
    "freed": r"freed|released|releases?",
    "taken": r"abducted|kidnapped|seized|taken hostage",
    "treated": r"hospitali[sz]ed|treated|taken to hospital",
    "aboard": r"aboard|on board|carrying",
    "sheltered": r"sheltering|sheltered|living in|staying in|in shelters|housed",
    "gathered": r"joined|attended|marched|took part|turned out|gathered|rallied|"
    r"filled the streets",
    "downed": r"shot down|brought down|downed|intercepted|destroyed|neutrali[sz]ed",
    "launched": r"launched|fired|sent",
    "cancelled": r"cancell?ed|called off|scrapped|cancell?ing|grounded",
    "delayed": r"delayed",
}
GATHERED: Final = "gathered"
"""The role of a crowd, of which a number stands alone: "put it at 18,000"."""

OF_THINGS: Final = frozenset({"downed", "launched", "cancelled", "delayed"})
"""Roles of flights and missiles; the others are those of persons."""

_ROLE: Final = re.compile(
    "|".join(rf"\b(?P<{role}>{words})\b" for role, words in _ROLES.items()), re.IGNORECASE
)
_TOLLS: Final = {
    "death": "killed",
    "deaths": "killed",
    "fatalities": "killed",
    "bodies": "killed",
    "corpses": "killed",
    "lives": "killed",
    "dead": "killed",
    "injuries": "injured",
    "arrests": "arrested",
    "releases": "freed",
    "casualties": "",
}
"""Words for persons by what became of them."""

_TOLL: Final = re.compile(
    r"\b(?:toll|body count)\b.*\b(?:to|at|is|was|now|reach(?:es|ed)?|hits?|passed|topped)\s*$",
    re.IGNORECASE,
)
_BODIES_OF: Final = re.compile(
    r"\b(?:bodies|remains|deaths?|lives|killing) of (?:at least |about |some )?$"
)
_BARE: Final = re.compile(
    r"\s*(?:who |that )?(?:(?:was|were|are|is|been|have|had|has|be|remain(?:s|ed)?|still|reported|"
    r"others?|now|confirmed|more)\b\s*)*"
)
_VERB: Final = re.compile(
    r"\s*(?:[\w’'-]+ ){0,7}?(?:was|were|been|be|have|had|has|remained|remain|are|is) "
    r"(?:now |still |later |already |also )?"
)
_WINDOW_BEFORE, _WINDOW_BEHIND = 3, 7
"""Words."""

_PERSONS: Final = (
    "people person resident victim soldier fighter militant rebel officer police prisoner "
    "detainee hostage captive migrant refugee protester demonstrator marcher worker miner "
    "civilian student pupil schoolchild patient passenger child woman man family seeker volunteer "
    "recruit climber tourist pilgrim worshipper defendant suspect crew fan spectator employee "
    "staff guest survivor teacher nurse doctor player voter customer inhabitant villager "
    "firefighter sailor journalist lawmaker senator member supporter activist"
)
_BY_FORM: Final = re.compile(
    r"(?!(?:oth|numb|ord|quart|pap|memb|cent|tow|flow|riv|off|met|lit|fli|lay|pow|sup|cov|ti|wat|"
    r"mat|shelt|temp|clust)ers|do?ors|mirrors|factors|sectors|reactors|tractors|motors|colors|"
    r"errors)\w+(?:ers|ors|ists|ians|men|women)"
)
PERSON: Final = "person"
"""The head of a count of persons of no kind."""


def role(before: str, after: str, noun: str, subject: str) -> str:
    """What became of those that a number counts; empty: that is not said.

    Args:
        before: The words before the number, in its clause.
        after: Those behind the noun, or behind the number if there is none.
        noun: What is counted, as written; or empty.
        subject: The words that name it elsewhere: "of American troops hurt"; or empty.
    """
    if noun in _TOLLS:
        return _TOLLS[noun]
    if _BODIES_OF.search(before) or (not noun and _TOLL.search(before)):
        return "killed"
    if subject and (found := _ROLE.search(subject)):
        return str(found.lastgroup)
    return _close(before, after) or _wide(after)


def _close(before: str, after: str) -> str:
    """By the verb at its side: "were killed", "killing at least", or else "trapped below"."""
    auxiliary = _BARE.match(after)
    begin = auxiliary.end() if auxiliary else 0
    behind = _ROLE.match(after, begin)
    ahead = list(_ROLE.finditer(before))
    near = ahead and len(before[ahead[-1].end() :].split()) <= _WINDOW_BEFORE
    if behind and not (near and not after[:begin].strip()):
        return str(behind.lastgroup)
    return str(ahead[-1].lastgroup) if near else ""


def _wide(after: str) -> str:
    """By the verb of the clause, or what stands somewhere behind it."""
    verb = _VERB.match(after)
    if verb and (found := _ROLE.match(after, verb.end())):
        return str(found.lastgroup)
    found = _ROLE.search(" ".join(after.split(" and ", maxsplit=1)[0].split()[:_WINDOW_BEHIND]))
    return str(found.lastgroup) if found else ""


def is_role(word: str) -> bool:
    """Whether a word says what became of somebody."""
    return bool(_ROLE.fullmatch(word))


def is_person(noun: str) -> bool:
    """Whether a plural counts persons."""
    return noun in _TOLLS or term(noun) in _persons() or bool(_BY_FORM.fullmatch(noun))


def head_of(noun: str) -> str:
    """What is counted, by its term; `PERSON` for persons of no kind."""
    if noun in _TOLLS or term(noun) in _anybody():
        return PERSON
    return term(noun)


@cache
def _persons() -> frozenset[str]:
    return frozenset(map(term, _PERSONS.split())) | _anybody()


@cache
def _anybody() -> frozenset[str]:
    return frozenset(map(term, "people resident victim individual".split()))  # noqa: SIM905 - read
