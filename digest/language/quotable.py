"""What may be quoted alone: a whole sentence, the article's own, plain by itself."""

import re
from collections.abc import Collection


def _words(listed: str) -> frozenset[str]:
    """These words, and as they stand in "he's" and "I'd"."""
    endings = ("", "'s", "'t", "'re", "'ve", "'ll", "'d", "'m")
    return frozenset(word + ending for word in listed.split() for ending in endings)


_WHOLE = re.compile(r"[^\s.!?…][.!?…]+[\"'”’»›)\]]*$|[。！？।؟；][”」』）\"]*$")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\])[\s\"'”’»)\]]*$")
_TAIL = 16
"""Characters that tell how a sentence ends."""

_BEGINS = re.compile(r"[\"'“‘„«‹(「『（¿¡—–-]*\s*[^\W_]")
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ("「", "」"), ("（", "）"))

_DATELINE = re.compile(
    r"(?:[A-Z][\w.,'’/ -]{1,50}?\s*)?\((?:CNN|AP|AFP|Reuters|UPI|dpa|EFE|ANSA|Xinhua|[A-Z]{2,5})\)"
    r"\s*(?:--|[—–-])?\s*"
    r"|[A-Z][A-Z'’.-]{2,}[A-Z'’., -]{0,40}(?:[A-Z][a-z]+\.?,?\s*){0,2}(?:\d{1,2},?\s*)?"
    r"(?:\(\w+\)\s*)?(?:--|[—–])\s*"
)
_HEAD = 160
"""Characters that a dateline stands within."""

_PLEA = re.compile(
    r"\b(?:sign up|subscribe|newsletters?|click (?:here|on)|tap here|scroll down|read more|"
    r"more on this story|follow us|follow @|share this|download (?:the|our) app|advertisement|"
    r"all rights reserved|copyright|contribut(?:ed|ing) (?:to this|reporting)|"
    r"reporting by|edited by|editing by|writing by|compiled by|"
    r"this (?:article|story|post|transcript|page) (?:was|has been|is|originally|contains|may)|"
    r"an earlier version|we may earn|affiliate|getty images|file (?:photo|picture)|pictured|"
    r"image (?:credit|source|caption)|photos? (?:by|credit)|photographs? by|courtesy of|"
    r"(?:watch|listen)(?: to)? (?:the|this|our) (?:video|podcast|full)|cookies|privacy policy|"
    r"terms of (?:use|service)|lesen sie|abonnieren|lire aussi|abonnez|lea también|suscr[ií]b|"
    r"leggi anche|iscriviti|leia (?:também|mais)|assine|inscreva|lees ook|meld je aan|"
    r"читайте также|подпис(?:ывайтесь|аться)|διαβάστε)\b"
)
_PLEADING = _words(
    """sign subscribe newsletter newsletters click tap scroll read story follow share download
    advertisement reserved copyright contributed contributing reporting edited editing writing
    compiled this version earn affiliate getty photo picture pictured image photos photograph
    photographs courtesy watch listen cookies privacy terms lesen abonnieren lire abonnez lea
    suscrib suscríb leggi iscriviti leia assine inscreva lees meld читайте подписывайтесь
    подписаться διαβάστε"""
)
"""Of each plea the rarest word."""

_PLEAS_ELSEWHERE = ("関連記事", "続きを読む", "阅读更多", "اقرأ أيضا", "यह भी पढ़ें")
_BYLINE = re.compile(
    r"(?:By|Von|Par|Por|Di|Door) [A-Z][\w.'’-]+(?: (?:and|[A-Z])[\w.'’-]*){0,6}\s*\.?$"
    r"|(?:Also |More )?(?:[Rr]ead|[Ss]ee|[Ww]atch|[Rr]elated|[Vv]ideo|[Uu]pdate|[Ss]ource)[\w ]*:|©"
)
_CAPTION = re.compile(
    r"['\"‘“]?[A-Z][\w'’-]*(?: [\w'’-]+){0,3}[!?]?['\"’”]?: (?=[A-Z])"  # Retread: the shoes of
    r"|.{0,200}\((?:left|right|cent(?:re|er)|above|below|top|bottom|far left|far right)\)"
)
_SPEAKS = re.compile(r"\b(?:said|says|added|told|asked|wrote|tweeted|continued|explained)\b")

_LEANING = {
    "en": "he she it they his her hers its their theirs him them this that these those such both "
    "neither either another others there here then so also instead meanwhile however moreover "
    "furthermore nevertheless nonetheless still yet but and or nor thus therefore hence "
    "otherwise similarly likewise consequently",
    "de": "er sie es ihr ihre sein seine dies diese dieser dieses das aber und doch dort dabei",
    "fr": "il elle ils elles ce cet cette ces cela ceci mais et son sa ses leur leurs",
    "es": "él ella ellos ellas esto esta este estos estas eso esa ese pero y su sus además",
    "it": "lui lei loro egli ella essi questo questa questi queste ma e suo sua inoltre",
    "pt": "ele ela eles elas isso isto este esta esse essa mas e seu sua além",
    "nl": "hij zij ze het dit dat deze die maar en zijn haar hun",
    "ru": "он она они оно это этот эта эти но и его её их также",
    "el": "αυτός αυτή αυτό αυτοί αλλά και όμως",
}
"""Words that, at the head of a sentence, point back to the one before it."""

_LEANING_WORDS = {language: frozenset(words.split()) for language, words in _LEANING.items()}
_FIRST_WORD = re.compile(r"[^\s,.'’]*")
_KNOWN_THING = re.compile(
    r"the (?:other|latter|former|same|two|three|pair|couple|trio|duo|company|firm|group|agency|"
    r"organi[sz]ation|ministry|department|office|suspects?|victims?|man|woman|men|women|boy|girl|"
    r"teen(?:ager)?|child|officers?|officials?|bill|law|measure|proposal|plan|move|decision|"
    r"ruling|report|study|survey|poll|deal|agreement|statement|letter|incident|attack|crash|fire|"
    r"vote|announcement|comments?|remarks|last|first|second|third|stock|shares|mission|team|trial|"
    r"researchers|contract|makers|incumbent|quake|storm|project|program(?:me)?|scheme|charges|"
    r"allegations|complaint|lawsuit|figures?|number|total|price|cost)\b"
    r"(?! (?:of|that|which|who|to|for|between|against|on|in|from|at)\b)"
)
_SAYS_A_PRONOUN = re.compile(
    r"[,!?.]['’”\"]\s*(?:(?:he|she|they)\s\w|(?:said|says|added|wrote)\s(?:he|she|they)\b)"
)
_ONLY_SAID = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]")
"""Somebody's words, and nothing of who says them."""

_PERSONS = _words("he she him her his")
_PERSON = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is)\b")
_SOMEBODY = re.compile(r"(?<=\w )[A-Z][\w’-]+|\b[A-Z]\.|[a-z][A-Z]|(?i:\b(?:an?|one|who|\w+one)\b)")
_FIRST_PERSONS = _words("i we my our us you your")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|[Yy]ou|[Yy]our)\b")
_COLOURED = frozenset(
    """extraordinary extraordinarily stunning stunningly shocking shockingly disastrous catastrophic
    brutal brutally heroic shameful shameless shamelessly disgraced disgraceful outrageous infamous
    notorious so-called scathing blistering fiery bombshell jaw-dropping unsurprising unsurprisingly
    famously raucous ridiculous absurd predictable predictably desperate desperately slam slams
    slammed lambasts lambasted lambasting torched eviscerates eviscerated hysteria hysterical
    hand-wringing diehard die-hard smear smears smeared crusade purge purges purged propaganda
    propagandistic cronies puppet dubious bogus sham farce debacle fiasco unhinged meltdown thug
    thugs lackey lackeys cruel cruelly cruelty""".split()  # noqa: SIM905 - a list to be read
)
"""Words that judge what they tell."""

_JUDGING = _words(" ".join(word.rpartition("-")[2] for word in sorted(_COLOURED)))

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|(?<!\w)['‘](?:[^'’]|['’]\w)*['’]")


def without_dateline(sentence: str) -> str:
    """`sentence` from its first word on, behind a "(CNN)" or "PARIS, Nov. 3 (Reuters) —"."""
    match = _DATELINE.match(sentence[:_HEAD])
    return sentence[match.end() :] if match else sentence


def is_whole(sentence: str) -> bool:
    """Whether it begins and ends as a sentence does, with all that it opens closed.

    An aside in brackets is none, and neither is what an ellipsis cuts off.
    """
    return (
        bool(_WHOLE.search(sentence[-_TAIL:]))
        and bool(_BEGINS.match(sentence))
        and not sentence[0].islower()
        and not _CUT_OFF.search(sentence[-_TAIL:])
        and not (sentence[0] == "(" and sentence[-1] == ")")
        and all(sentence.count(a) == sentence.count(b) for a, b in _PAIRS)
        and sentence.count('"') % 2 == 0
    )


def is_furniture(sentence: str, said: Collection[str]) -> bool:
    """Whether it is the site's and not the article's: a plea, a credit, a byline, a caption.

    Args:
        sentence: One.
        said: Its words. Most questions to a sentence are answered by these in no time.
    """
    if _BYLINE.match(sentence) or _pleads(sentence, said):
        return True
    label = _CAPTION.match(sentence) if "(" in sentence or ": " in sentence else None
    return label is not None and not _SPEAKS.search(label[0])


def _pleads(sentence: str, said: Collection[str]) -> bool:
    if not _PLEADING.isdisjoint(said) and _PLEA.search(sentence.lower()):
        return True
    return not sentence.isascii() and any(plea in sentence for plea in _PLEAS_ELSEWHERE)


def leans(
    sentence: str, said: Collection[str], language: str = "en", *, opens: bool = False
) -> bool:
    """Whether it speaks of somebody or something that only the one before it names.

    The sentence that opens a text may say "the plan" of what nobody has heard of yet.
    """
    opening = sentence[:60].lower().lstrip("\"'“‘„«([—– ")
    first = _FIRST_WORD.match(opening)
    if first and first[0] in _LEANING_WORDS.get(language, frozenset()):
        return True
    if not opens and _KNOWN_THING.match(opening):
        return True
    if _SAYS_A_PRONOUN.search(sentence) or _ONLY_SAID.fullmatch(sentence):
        return True
    if _PERSONS.isdisjoint(said) or not (person := _PERSON.search(_QUOTED.sub("", sentence))):
        return False
    return not _SOMEBODY.search(sentence.partition(person[0])[0])


def is_coloured(sentence: str, said: Collection[str]) -> bool:
    """Whether it judges what it tells, outside of quotation marks."""
    return not _JUDGING.isdisjoint(said) and _judges(_QUOTED.sub("", sentence))


def _judges(text: str) -> bool:
    return not _COLOURED.isdisjoint(_WORD.findall(text.lower()))


def speaks_of_itself(sentence: str, said: Collection[str]) -> bool:
    """Whether it asks, or says "I", "we" or "you" outside of quotation marks."""
    return sentence.endswith("?") or bool(
        not _FIRST_PERSONS.isdisjoint(said) and _FIRST_PERSON.search(_QUOTED.sub("", sentence))
    )
