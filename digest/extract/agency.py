"""Wire services: by what names outlets credit them."""

import re
from typing import Final

from digest.clean import NOTHING, Clean, clean

_ALIASES: Final = {
    "AFP": "agence france-presse, agence france presse, afp.com, afp news",
    "AP": "associated press, the associated press, ap news, apnews, apnews.com, the ap",
    "Reuters": "thomson reuters, reuters.com, reuters staff",
    "CNN": "cnn newsource, cnn wire, cnn.com, cnn international",
    "dpa": "deutsche presse-agentur, deutsche presse agentur, dpa international, dpa-infocom",
    "Bloomberg": "bloomberg news, bloomberg.com",
    "UPI": "united press international, upi.com",
    "PA": "press association, pa media, pa news agency, pa wire",
    "APA": "austria presse agentur, apa ots",
    "SDA": "keystone-sda, schweizerische depeschenagentur, ats",
    "ANSA": "agenzia ansa",
    "EFE": "agencia efe, agencias efe",
    "Europa Press": "",
    "Lusa": "agência lusa, agencia lusa",
    "ANP": "algemeen nederlands persbureau",
    "Belga": "belga news agency, agence belga",
    "NTB": "norsk telegrambyrå",
    "TT": "tidningarnas telegrambyrå",
    "Ritzau": "",
    "STT": "suomen tietotoimisto",
    "PAP": "polska agencja prasowa",
    "CTK": "čtk, česká tisková kancelář",
    "TASS": "тасс, itar-tass",
    "Interfax": "интерфакс, interfax-ukraine",
    "RIA Novosti": "риа новости, ria",
    "Ukrinform": "укринформ, укрінформ",
    "Anadolu": "anadolu agency, anadolu ajansı, aa",
    "DHA": "demirören haber ajansı",
    "IHA": "i̇ha, ihlas haber ajansı",
    "Xinhua": "新华社, 新華社, xinhua news agency",
    "Kyodo": "共同通信, 共同, kyodo news, 共同通信社",
    "Jiji Press": "時事通信, 時事, jiji, 時事通信社",
    "Yonhap": "연합뉴스, yonhap news agency, yonhap news",
    "PTI": "press trust of india, पीटीआई, भाषा",
    "ANI": "asian news international",
    "IANS": "indo-asian news service",
    "Bernama": "",
    "Antara": "antara news",
    "AAP": "australian associated press",
    "The Canadian Press": "canadian press, la presse canadienne",
    "The Conversation": "",
    "KFF Health News": "",
    "ProPublica": "",
    "NPR": "",
    "BBC": "bbc news",
    "AccuWeather": "",
    "VOA": "voice of america, voa news",
    "States Newsroom": "",
    "Tribune News Service": "tns",
    "HealthDay": "healthday news",
}
_BY_NAME: Final = {
    alias.strip().casefold(): name
    for name, aliases in _ALIASES.items()
    for alias in (name, *aliases.split(","))
    if alias.strip()
}
_SPLIT: Final = re.compile(r"\s*(?:[/,;+&]|\band\b|\bund\b|\bet\b|\by\b|\bwith\b)\s*")


def agency(text: str) -> Clean:
    """The wire service that `text` names and nothing else; the first, of several."""
    for piece in (text, *_SPLIT.split(text[:120])):
        name = _BY_NAME.get(clean(piece).strip(" .()[]-–—").casefold())
        if name:
            return Clean(name)
    return NOTHING


def exactly(text: str) -> Clean:
    """The wire service whose name is all of `text`."""
    return Clean(_BY_NAME.get(clean(text).strip(" .()[]-–—").casefold(), ""))


def same(service: str, publisher: str) -> bool:
    """Whether an outlet is that wire service itself."""
    return bool(service) and exactly(publisher) == service


def pattern() -> str:
    """A regular expression of every name, longest first."""
    return "|".join(sorted(map(re.escape, _BY_NAME), key=len, reverse=True))
