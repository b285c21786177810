import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.identify import language_of, primary_tag

TEXTS = {
    "en": "The council said that it would close the bridge for two weeks because of the flood.",
    "de": "Der Rat teilte mit, dass die Brücke wegen des Hochwassers zwei Wochen gesperrt wird.",
    "fr": "Le conseil a indiqué que le pont serait fermé pendant deux semaines à cause de la crue.",
    "es": "El consejo dijo que el puente estará cerrado durante dos semanas por la inundación.",
    "it": "Il consiglio ha detto che il ponte sarà chiuso per due settimane a causa della piena.",
    "pt": "O conselho disse que a ponte não vai abrir durante duas semanas por causa da cheia.",
    "nl": "De gemeenteraad zei dat de brug vanwege het hoge water twee weken dicht blijft.",
    "pl": "Rada powiedziała, że most będzie zamknięty przez dwa tygodnie, bo jest powódź.",
    "tr": "Belediye, köprünün sel nedeniyle iki hafta kapalı olduğunu ve yolun açıldığını söyledi.",
    "ru": "Совет сообщил, что мост будет закрыт на две недели из-за наводнения.",
    "uk": "Рада повідомила, що міст буде закрито на два тижні через повінь, але це ще не все.",
    "ja": "市議会は洪水のため橋を二週間閉鎖すると発表した。",
    "zh": "市议会表示，由于洪水，大桥将关闭两周。",
    "ko": "시의회는 홍수 때문에 다리를 2주 동안 폐쇄한다고 밝혔다.",
    "ar": "قال المجلس إن الجسر سيغلق لمدة أسبوعين بسبب الفيضان.",
    "el": "Το συμβούλιο είπε ότι η γέφυρα θα κλείσει για δύο εβδομάδες.",
    "he": "המועצה אמרה כי הגשר ייסגר למשך שבועיים בגלל השיטפון.",
    "hi": "परिषद ने कहा कि बाढ़ के कारण पुल दो सप्ताह तक बंद रहेगा।",
    "th": "สภาเมืองกล่าวว่าสะพานจะปิดสองสัปดาห์",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_tells_its_language(language: str) -> None:
    assert language_of(TEXTS[language]) == language


def test_the_declared_language_is_believed_where_the_text_says_little() -> None:
    assert language_of("Dax 24,000", "de-DE") == "de"
    assert language_of("", "fr") == "fr"


def test_a_declared_language_in_another_script_is_not_believed() -> None:
    assert language_of(TEXTS["ru"], "en-US") == "ru"
    assert language_of(TEXTS["en"], "ja") == "en"


def test_a_text_that_speaks_clearly_overrules_what_is_declared() -> None:
    assert language_of(TEXTS["de"] * 3, "en-US") == "de"


def test_serbian_is_believed_in_either_script() -> None:
    assert language_of("Most je zatvoren", "sr") == "sr"
    assert language_of("Мост је затворен", "sr") == "sr"


@pytest.mark.parametrize("declared", ["", "x", "english (US)", "und", "\x00", "-", "12"])
def test_a_declared_tag_that_is_none_is_ignored(declared: str) -> None:
    assert primary_tag(declared) == ""


def test_what_holds_no_words_has_no_language() -> None:
    assert language_of("12:30 --- 5.6 !!!") == ""


@given(st.text(max_size=200), st.text(max_size=12))
def test_any_text_is_answered_with_a_tag_or_nothing(text: str, declared: str) -> None:
    tag = language_of(text, declared)
    assert tag == "" or (tag.isascii() and tag.islower() and len(tag) in {2, 3})
