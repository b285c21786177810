"""Whether a sentence may be quoted alone: whole, the article's own, plain without what went before."""

import re

_WHOLE = re.compile(r"[^\s.][.!?…]*[.!?…]+[\"'”’»›)\]]*$|[。！？।؟;][”」』）\"]*$")
_BEGINS = re.compile(r"[\"'“‘„«‹(「『（¿¡—–-]*\s*(?:\d|[^\W\d_])")

_DATELINE = re.compile(
    r"^(?:[A-Z][\w.,'’/ -]{1,50}?\s*)?\((?:CNN|AP|AFP|Reuters|UPI|dpa|EFE|ANSA|Xinhua|[A-Z]{2,5})\)"
    r"\s*(?:--|[—–-])?\s*"
    r"|^[A-Z][A-Z'’.-]{2,}[A-Z'’., -]*(?:[A-Z][a-z]+\.?,?\s*)?(?:\(\w+\)\s*)?(?:--|[—–])\s+"
)
_FURNITURE = re.compile(
    r"\b(?:sign up|subscribe|newsletters?|click (?:here|on)|tap here|scroll down|read more|"
    r"more (?:here|on this story)|follow us|share this|download (?:the|our) app|all rights reserved|"
    r"copyright|contributed to this|contributed reporting|(?:additional )?reporting by|edited by|"
    r"editing by|(?:writing|compiled) by|this (?:article|story|post|transcript|page) (?:was|has been|is|"
    r"originally|contains|may)|an earlier version|we (?:may earn|are not responsible)|"
    r"getty images|file photo|pictured|file picture|image (?:credit|source|caption)|photo(?:graph)?s? (?:by|credit)|"
    r"courtesy of|(?:watch|listen)(?: to)? (?:the|this|our) (?:video|podcast|full)|advertisement|"
    r"cookies|privacy policy|terms of (?:use|service)|follow @|affiliate|"
    r"lesen sie|abonnieren|lire aussi|abonnez|lea también|suscr[ií]b|leggi anche|iscriviti|"
    r"leia (?:também|mais)|assine|inscreva|lees ook|meld je aan|читайте также|подпис(?:ывайтесь|аться)|"
    r"διαβάστε)\b|関連記事|续读|اقرأ أيضا|यह भी पढ़ें",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:By|Von|Par|Por|Di|Door) [A-Z][\w.'’-]+(?: (?:and|[A-Z])[\w.'’-]*){0,6}\s*\.?$"
)
_LABEL = re.compile(
    r"(?:(?:also |more )?(?:read|see|watch|related|photos?|video|update|source)[: ]*:|©)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"['\"‘“]?[A-Z][\w'’-]*(?: [\w'’-]+){0,3}[!?]?['\"’”]?: (?=[A-Z])"  # Retread: the shoes
    r"|.*\((?:left|right|centre|center|above|below|top|bottom|far left|far right)\)"
)
_SPEAKS = re.compile(r"\b(?:said|says|added|told|asked|wrote|tweeted|continued|explained)\b")

_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ("「", "」"), ("（", "）"))

_LEANING = re.compile(
    r"[\"'“‘«(]*(?:"
    r"(?:he|she|it|they|his|her|hers|its|their|theirs|him|them|this|that|these|those|such|both|neither|"
    r"either|another|others|the (?:other|latter|former|same|two|three|pair|couple|trio|duo|company|firm|"
    r"group|agency|organi[sz]ation|ministry|department|office|suspect|victims?|man|woman|men|women|boy|girl|"
    r"teen(?:ager)?|child|officer|official|officials|bill|law|measure|proposal|plan|move|decision|ruling|"
    r"report|study|survey|poll|deal|agreement|statement|letter|incident|attack|crash|fire|vote|"
    r"announcement|comments?|remarks)|"
    r"there|here|then|so|also|instead|meanwhile|however|moreover|furthermore|nevertheless|nonetheless|"
    r"still|yet|but|and|or|nor|thus|therefore|hence|otherwise|similarly|likewise|consequently|"
    r"er|sie|es|ihr|sein|dies\w*|das|aber|und|doch|dort|il|elle|ils|elles|ce|cet|cette|ces|cela|mais|et|"
    r"él|ella|ellos|ellas|esto|esta|este|eso|pero|y|lui|lei|loro|questo|questa|ma|ele|ela|eles|isso|mas|"
    r"hij|zij|ze|het|dit|dat|maar|en|он|она|они|оно|это|но|αυτός|αυτή|αυτό|αλλά"
    r")(?:['’]\w+)?\b|他|她|它|他们|但|しかし|彼|これ|それ|وهو|وهي|لكن|उन्होंने|वह|लेकिन"
    r")",
    re.IGNORECASE,
)
_SAYS_A_PRONOUN = re.compile(
    r"[,!?.]['’”\"]\s*(?:he|she|they)\s\w+|[,!?.]['’”\"]\s*(?:said|says|added|wrote)\s(?:he|she|they)\b",
    re.IGNORECASE,
)
_NAMELESS_PERSON = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?<=[a-z,;:’'“\"(] )[A-Z][\w’-]+|^[A-Z][\w’-]+ (?=[A-Z])|\b[A-Z]\.|\b[A-Z][a-z]+[A-Z]\w+"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|you|your)\b(?!\.)", re.IGNORECASE)
_QUOTED = re.compile(
    r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|(?<!\w)['‘][^'’]*(?:['’]\w[^'’]*)*['’](?!\w)"
)


def without_dateline(sentence: str) -> str:
    """`sentence` from its first word on, behind a "(CNN)" or "PARIS, Nov. 3 (Reuters) —"."""
    return sentence[match.end() :] if (match := _DATELINE.match(sentence)) else sentence


def is_whole(sentence: str, size: int) -> bool:
    """Whether it begins and ends as a sentence does, with all that it opens closed.

    Args:
        sentence: The text.
        size: Its length in words. Fewer than 5 or more than 70 are left out.
    """
    return (
        5 <= size <= 70
        and bool(_WHOLE.search(sentence))
        and bool(_BEGINS.match(sentence))
        and not sentence[0].islower()
        and all(sentence.count(a) == sentence.count(b) for a, b in _PAIRS)
        and sentence.count('"') % 2 == 0
    )


def is_furniture(sentence: str) -> bool:
    """Whether it is the site's and not the article's: a plea, a credit, a byline, a label."""
    return bool(
        _BYLINE.match(sentence)
        or _LABEL.match(sentence)
        or _FURNITURE.search(sentence)
        or ((label := _CAPTION.match(sentence)) and not _SPEAKS.search(label[0]))
    )


def leans(sentence: str) -> bool:
    """Whether it says "he", "the company" or "but" of something only told before it."""
    if _LEANING.match(sentence) or _SAYS_A_PRONOUN.search(sentence):
        return True
    person = _NAMELESS_PERSON.search(_QUOTED.sub("", sentence))
    return person is not None and not _NAME.search(sentence[: sentence.find(person[0])])


def speaks_of_itself(sentence: str) -> bool:
    """Whether "I", "we" or "you" stand in it outside of quotation marks, or it asks."""
    return sentence.endswith("?") or bool(_FIRST_PERSON.search(_QUOTED.sub("", sentence)))
