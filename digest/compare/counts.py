"""What an English sentence counts: how many, of whom, and what became of them.

Precision goes before recall. What is doubtful is not counted: a part of a larger number, a
plan, a rate, money, an age, another year.
"""

import re
from typing import Final

from digest.compare.changing import change, subject_of, without_change
from digest.compare.count import Count
from digest.compare.sentence import Sentence
from digest.compare.wording import idle, is_earlier
from digest.language.numerals import Numeral, numerals
from digest.language.words import stems, stop_words

_ROLES: Final = {
    "killed": "killed|kills?|killing|dead|died|dies?|dying|deaths?|(?:death )?toll|fatalities|"
    "perished|lost their lives",
    "injured": "injured|injures?|injuring|injuries|wounded|wounding|wounds|hurt",
    "missing": "missing|unaccounted for",
    "arrested": "arrested|arrests?|arresting|detained|detaining|in custody",
    "evacuated": "evacuated|evacuating|evacuations?",
    "displaced": "displaced|displacing|homeless",
    "rescued": "rescued|rescuing|rescues",
}
_ROLE: Final = re.compile(
    "|".join(rf"\b(?P<{role}>{words})\b" for role, words in _ROLES.items()),
    re.IGNORECASE,
)
_PERSONS: Final = frozenset({"people", "residents", "victims"})
_SAME: Final = {
    "troops": "soldiers",
    "servicemen": "soldiers",
    "houses": "homes",
    "policemen": "officers",
    "employees": "workers",
    "staff": "workers",
    "kids": "children",
}
_PLURALS: Final = frozenset(
    {"people", "men", "women", "children", "police", "troops", "staff", "servicemen", "policemen"}
)
_PERSONS_BY_FORM: Final = re.compile(
    r"(?!(?:oth|numb|ord|quart|pap|memb|cent|tow|flow|riv|off|met|lit)ers|do?ors|mirrors)"
    r"\w+(?:ers|ors|ists|ians|men|women)"
)
_THINGS: Final = frozenset(
    re.findall(
        r"\w+",
        """people soldiers fighters militants rebels officers prisoners detainees hostages captives
        migrants refugees protesters demonstrators marchers workers jobs miners civilians students
        pupils patients passengers children women men residents families seekers volunteers homes
        buildings schools villages missiles rockets drones shells tanks planes aircraft helicopters
        ships vessels flights animals cattle mercenaries recruits police""",
    )
)
"""What is counted so that two reports of it can be compared: no goals, yards or years."""

_STOPS: Final = stop_words("en") - {"people"}

_ASIDE: Final = re.compile(
    r",? \(?(?:including|among them|(?:most|many|some|all|both|half) of (?:them|"
    r"whom))\b[^,;.)]*[,;)]?"
)
_CLAUSE: Final = re.compile(
    r"[;:—–()]|, |(?<= )(?:and|while|but|as|when|after|before|with|which|where|leaving|"
    r"bringing)(?= )"
)
_UNSURE: Final = re.compile(
    r"\b(?:could|would|may|might|should|will|plan(?:s|ned|ning)?|expect(?:s|ed)?|fear(?:s|ed)?|"
    r"hop(?:es|ed)|aim(?:s|ed)?|target|goal|capacity|capable|threaten(?:s|ed)?|if|until|every|each|"
    r"per|daily|annual(?:ly)?|yearly|average|rate|denied|false(?:ly)?|not|never|typically|usually|"
    r"normally|record|(?:last|previous|past|next) (?:year|month|decade|century|week|"
    r"winter|spring|summer|autumn|two|"
    r"three|five|ten)|"
    r"ago|since|so far this year|this year|another|additional|further|more(?! than)|adding|prior|"
    r"in (?:19|20)\d\d|during the|between|a (?:day|week|month|year))\b",
    re.IGNORECASE,
)
"""What makes a number a plan, a fear, a rate, a part or a memory."""

_OF_SOMETHING_ELSE: Final = re.compile(
    r"(?:\b(?:another|additional|further|other|extra|first|last|next|every|each|these|those|of|"
    r"his|her|its|their|of the|of its|of their|between|aged?|flight|route|than|by|into|from|"
    r"remaining|final|top)"
    r"|[A-Z][\w.]*|\bno\.)\s*$"
)
_POINTS_BACK: Final = re.compile(r"(?:That|Those|These|It|He|She|They|His|Her|Their)\b")
_TOLL: Final = re.compile(
    r"\b(?:death toll|body count|toll|number of (?:dead|deaths|people killed))\b.*"
    r"\b(?:to|at|is|was|now|reached|reaches|hit|hits)\s*$",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(
    r"\b(?:toll|number|count|tally)\b[^,;]* (?:reached|hit|passed|topped)\s*$", re.IGNORECASE
)
_BARE: Final = re.compile(
    r"\s*(?:(?:was|were|are|is|been|have|had|remain(?:s|ed)?|still|reported|others?)\b\s*)+"
)
_OTHER_TIME: Final = re.compile(
    r"\b(?:January|February|March|April|June|(?<!Fourth of )July|August|September|October|"
    r"November|December|"
    r"(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|(?i:in|of|since|during|early|late|mid) (?:May|"
    r"(?:19|20)\d\d)|"
    r"(?i:previous(?:ly)?|earlier (?:attack|quake|this)|(?:year|month|decade)s? (?:ago|"
    r"before|earlier)|"
    r"(?:second|third|fourth|fifth) (?:such|in|death|attack)))\b"
)
"""Agencies name the weekday of what has just happened, and the month of what is long past."""


_TELLING: Final = re.compile(
    r"\b(?:said|says|told|officials?|reports?|reported|reporters?|according|police|people|least|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)


_PLACE: Final = re.compile(r"\b(?:in|at|near) (?:the )?(?:[a-z]+ern )?((?:[A-Z][\w’'-]+,? ?)+)")


_DOING: Final = re.compile(r"\b(?:for|while|by|who were|of) (\w+ing)\b")


def counts(said: Sentence) -> list[Count]:
    """What a sentence counts, in order."""
    if not said.counts_something:
        return []
    if _OTHER_TIME.search(said.whole) or _POINTS_BACK.match(said.whole):
        return []
    text = _ASIDE.sub(lambda aside: " " * len(aside[0]), said.text)
    found = said.numbers if text == said.text else tuple(numerals(text))
    beside = tuple(each.value for each in found if not is_earlier(text[: each.start]))
    return [count for number in found if (count := _count(said, text, number, beside))]


def _count(
    said: Sentence, sentence: str, number: Numeral, beside: tuple[float, ...]
) -> Count | None:
    """What one number counts, if that is plain."""
    before, after = sentence[: number.start], sentence[number.end :]
    near_before = _CLAUSE.split(before)[-1]
    near_after = _CLAUSE.split(after)[0]
    if number.value < 2 or _UNSURE.search(near_before) or _UNSURE.search(near_after):
        return None
    found = _noun(near_after)
    if found is None:
        return None
    kind, thing, rest = found
    role = _role(near_before, rest, bare=not thing)
    if not thing and (subject := subject_of(before)):
        role = _role("", subject, bare=False)
        kind, thing, _ = _noun(subject) or ([], "", "")
    if not (thing or role) and _TOLL.search(near_before):
        role = "killed"
    elif not (role or _SAME.get(thing, thing) in _THINGS) or _OF_SOMETHING_ELSE.search(before):
        return None
    noun = thing if thing in _SAME else ""
    thing = "people" if role and (not thing or thing in _PERSONS) else _SAME.get(thing, thing)
    kinds = frozenset(stems(" ".join(kind)))
    told = _ROLE.sub(" ", _TELLING.sub(" ", without_change(before) + after))
    silent = idle() | kinds | frozenset(stems(thing + " " + number.text))
    context = frozenset(stem for stem in stems(told) if not (stem in silent or stem[0].isdigit()))
    return Count(
        number=number,
        thing=thing,
        noun=noun,
        words=tuple(kind),
        kind=kinds,
        role=role,
        places=frozenset(stem for place in _PLACE.findall(sentence) for stem in stems(place)),
        context=context,
        doing=frozenset(stems(" ".join(_DOING.findall(near_after)))),
        beside=beside,
        said=said,
        change="up" if _REACHED.search(before) else change(said.whole[: number.end]),
    )


def _noun(after: str) -> tuple[list[str], str, str] | None:
    """The words before the noun that follows a number, the noun, and what comes behind it.

    The noun may be missing ("12 were killed"); nothing at all: it is none that we compare.
    """
    kind: list[str] = []
    for match in re.finditer(r"([^\W\d_][\w'’-]*)|\S", after):
        word = match[0].lower()
        idle = word in _STOPS and match[0] != "US"
        if not match[1] or idle or len(kind) > 3 or _ROLE.fullmatch(word):
            break
        plural = word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "'s", "’s")))
        if plural:
            rest = after[match.end() :]
            known = _SAME.get(word, word) in _THINGS or _PERSONS_BY_FORM.fullmatch(word)
            return (kind, word, rest) if known else None
        kind.append(match[0])
    return [], "", after


def _role(before: str, after: str, *, bare: bool) -> str:
    """What became of those that stand between two pieces of a clause."""
    if bare and (auxiliary := _BARE.match(after)):
        after = after[auxiliary.end() :]
    behind = _ROLE.search(" ".join(after.split()[: 2 if bare else 6]))
    if behind:
        return str(behind.lastgroup)
    ahead = list(_ROLE.finditer(" ".join(before.split()[-5:])))
    return str(ahead[-1].lastgroup) if ahead else ""
