"""What months and time zones are called."""

import unicodedata
from typing import Final

_LANGUAGES: Final = """
jan feb mar apr may jun jul aug sep oct nov dec
january february march april may june july august september october november december
januar februar märz april mai juni juli august september oktober november dezember
januar feber mrz april mai juni juli august sept oktober november desember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
januari februari maart april mei juni juli augustus september oktober november december
januari februari mrt april maj juni juli augusti september oktober november december
januari februari maret april mei juni juli agustus september oktober november desember
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
leden únor březen duben květen červen červenec srpen září říjen listopad prosinec
ledna února března dubna května června července srpna září října listopadu prosince
január február március április május június július augusztus szeptember október november december
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta
 lokakuuta marraskuuta joulukuuta
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου
 οκτωβρίου νοεμβρίου δεκεμβρίου
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
"""
"""Twelve names a language: en (en) de (de) fr es it pt ca nl sv id ro pl cs hu tr fi ru
uk el ar."""

HOURS: Final = {
    "NZDT": 13.0, "NZST": 12.0, "AEDT": 11.0, "ACDT": 10.5, "AEST": 10.0, "ACST": 9.5,
    "JST": 9.0, "KST": 9.0, "AWST": 8.0, "HKT": 8.0, "SGT": 8.0, "PHT": 8.0, "WIB": 7.0,
    "NPT": 5.75, "IST": 5.5, "PKT": 5.0, "MSK": 3.0, "EEST": 3.0, "EAT": 3.0, "TRT": 3.0,
    "EET": 2.0, "CEST": 2.0, "MESZ": 2.0, "SAST": 2.0, "CAT": 2.0, "CET": 1.0, "MEZ": 1.0,
    "MET": 1.0, "BST": 1.0, "WEST": 1.0, "WAT": 1.0, "UTC": 0.0, "GMT": 0.0, "UT": 0.0,
    "Z": 0.0, "WET": 0.0, "NDT": -2.5, "ADT": -3.0, "ART": -3.0, "BRT": -3.0, "NST": -3.5,
    "AST": -4.0, "EDT": -4.0, "EST": -5.0, "CDT": -5.0, "CST": -6.0, "MDT": -6.0, "MST": -7.0,
    "PDT": -7.0, "PST": -8.0, "AKDT": -8.0, "AKST": -9.0, "HST": -10.0,
}  # fmt: skip
"""Ahead of UTC. Where several zones share a name, the one that news is dated in most."""

PLACES: Final = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
"""Names that mean summer time in summer."""


def _plain(word: str) -> str:
    """`word` without case and accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _months() -> dict[str, int]:
    """Every name, and every beginning of three letters or more that fits one month alone."""
    whole: dict[str, int] = {}
    for i, name in enumerate(_LANGUAGES.split()):
        whole.setdefault(_plain(name), 1 + i % 12)
    fits: dict[str, set[int]] = {}
    for name, month in whole.items():
        for end in range(3, len(name)):
            fits.setdefault(name[:end], set()).add(month)
    return {begin: min(months) for begin, months in fits.items() if len(months) == 1} | whole


_MONTHS: Final = _months()


def month_of(word: str) -> int | None:
    """The number of the month that `word` names, whole or cut short, in any language here."""
    return _MONTHS.get(_plain(word))
