"""What sets the part that an English figure is of apart from the whole or another part."""

import re
from functools import lru_cache
from typing import Final

_PARTS: Final = {
    "core": r"core|underlying|strips? out|leaves? out",
    "food": r"(?:food|energy) (?:inflation|prices)|excluding",
    "women": r"women|girls|female|woman",
    "young": r"young\w*|youth|teen\w*|under-?\d+s?|over-?\d+s",
    "dose": r"dose|booster",
    "operating": r"operating",
    "unit": r"unit|division|segment|subsidiary|arm",
    "line": r"broadcast\w*|commercial|matchday|advertising|cloud|data cent\w+|streaming",
    "public": r"public[- ]sector|state-owned",
    "private": r"private[- ]sector|privately",
    "outside": r"outside of|outside (?:the )?(?:capital|city|country|state|region|cent(?:re|er)|eu|"
    r"euro zone)",
    "neighbour": r"neighbou?ring|adjoining|adjacent",
    "aftershock": r"aftershock\w*",
    "separate": r"separate|earlier attack|earlier \w+ on|another attack|"
    r"previous \w+ (?:attack|strike|blast|crash)",
    "alone": r"alone",
    "able": r"licen[sc]ed|capacity|designed|able to carry|built for|room for",
    "limit": r"limit\w*|allowed|permitted|threshold",
    "deposit": r"deposit",
    "forecast": r"economists|analysts|forecasters|wall street|consensus|median estimate|"
    r"expectations",
    "span": r"over (?:the )?(?:next|past|coming|last)(?: [a-z]+)? "
    r"(?:decades?|years?|months?|weeks?)|over (?:a|the) decade",
    "together": r"totals|combined|together with|altogether",
    "against": r"against|oppos(?:e|es|ed|ing)",
    "deficit": r"deficits?|shortfall",
    "gust": r"gusts?|gusting",
}
_PART: Final = {
    part: re.compile(rf"\b(?:{listed})\b", re.IGNORECASE) for part, listed in _PARTS.items()
}
_WIDELY: Final = frozenset(
    "core dose public private separate".split()  # noqa: SIM905 - read
)
"""Parts that the whole sentence is of, wherever it says so."""

_STAGES: Final = (
    (r"demand\w*|wants?|seek\w*|sought|asked for|called for|requested", r"offer\w*|sentenced"),
    (r"propos\w*|recommend\w*", r"approv\w*|pass(?:ed|es)|adopt\w*|sign(?:ed|s)"),
    (r"accus\w*|charg\w*|alleg\w*|indict\w*|faces", r"convict\w*|guilty|sentenced|jailed"),
    (r"w[io]n|winning", r"los[et]|losing"),
    (r"women|girls|female", r"men|boys|male"),
    (r"adults?", r"students?|children|child|pensioners?|seniors?"),
    (r"destroy\w*|flatten\w*|razed|burn\w* down", r"damag\w*"),
    (r"beg[aiu]n\w*|start\w*|broke out|opened", r"end(?:s|ed|ing)?|over|finish\w*|closed"),
)
_STAGE: Final = [
    tuple(re.compile(rf"\b(?:{listed})\b", re.IGNORECASE) for listed in stage) for stage in _STAGES
]
"""What comes before something, and what comes of it: figures of the two are not compared."""

_QUANTITIES: Final = [
    re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)
    for listed in (
        r"profits?|net income|earnings",
        r"revenues?|turnover|sales",
        r"orders",
        r"dividends?",
        r"debts?",
        r"imports?",
        r"exports?",
        r"fine[ds]?|penalt(?:y|ies)",
        r"wages?|salar(?:y|ies)",
        r"inflation|consumer prices",
        r"unemployment|jobless",
        r"turnout",
        r"brent",
        r"west texas|wti|u\.?s\.? crude",
        r"gold",
        r"silver",
        r"wheat",
        r"corn|maize",
        r"soy\w*",
        r"diesel",
        r"petrol|gasoline",
        r"nasdaq",
        r"dow jones|the dow|dow",
        r"s&p(?: 500)?",
        r"strokes?",
        r"heart (?:attacks?|failure)",
        r"cancers?",
        r"diabetes",
    )
]


@lru_cache(maxsize=512)
def parts(clause: str, sentence: str) -> frozenset[str]:
    """What part of something a clause speaks of, by the words that say so."""
    return frozenset(
        part
        for part, pattern in _PART.items()
        if pattern.search(sentence if part in _WIDELY else clause)
    )


def are_two_stages(one: str, other: str) -> bool:
    """Whether one clause tells what was asked or charged, the other what came of it."""
    for before, after in _STAGE:
        stages = [(bool(before.search(each)), bool(after.search(each))) for each in (one, other)]
        if sorted(stages) == [(False, True), (True, False)]:
            return True
    return False


def are_two_quantities(one: str, other: str) -> bool:
    """Whether one clause speaks of a profit or of wheat, the other of a revenue or of corn."""
    first, second = _quantities(one), _quantities(other)
    return bool(first and second and first.isdisjoint(second))


@lru_cache(maxsize=512)
def _quantities(clause: str) -> frozenset[int]:
    return frozenset(n for n, quantity in enumerate(_QUANTITIES) if quantity.search(clause))
