"""The one gate: what gets through, and what does not."""

import random
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.clean import MAX_URL, clean, clean_text, clean_tree, clean_url, masked, untracked

ESC, BEL, CSI = "\x1b", "\x07", "\x9b"
NASTY = [
    f"{ESC}]52;c;UFdORUQ={BEL}", f"{CSI}2J", f"{ESC}[31m", f"{ESC}", f"{ESC}[", "\x9d0;t\x9c",
    "\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\u200c", "\u200e", "\ufe0f", "\U000e0041",
    "\U0001f3f4", "\U000e007f", "\u0301" * 9, "\u0e47", "\ud800", "\ufffe", "\U0010ffff", "\x00",
    "\r", "\n", "\u2028", "\u0085", "\u3000", "\xad", "\u115f", "\ufeff", "a", "é", "ش", "👩", " ",
    "//", "@", ":", "?token=", "http:", "%", "[", "]", "&", "#", "\\", "1",
]  # fmt: skip
foreign = st.text(alphabet=st.characters()) | st.lists(st.sampled_from(NASTY)).map("".join)
surrogate = st.text(alphabet=st.characters(categories=["Cs", "L"]))
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
KEPT = "\u061c\u200c\u200d\u200e\u200f"


def forbidden(text: str) -> set[str]:
    """What may be in no text, by Unicode's own account of it."""
    rest = text.replace(ENGLAND, "")
    return {
        char
        for char in rest
        if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF"}
        or unicodedata.bidirectional(char) in {"LRI", "RLI", "FSI", "PDI"}
        or ord(char) & 0xFFFE == 0xFFFE
    }


@given(foreign | surrogate)
def test_no_control_escape_or_override_survives(text: str) -> None:
    assert not forbidden(clean(text))
    assert forbidden(clean_text(text)) <= {"\n"}
    assert clean_url(text, "http://a.example/").isascii()
    assert clean_url(text, "http://a.example/").isprintable()
    assert not forbidden(masked(text))


@given(foreign | surrogate)
def test_a_second_pass_changes_nothing(text: str) -> None:
    for gate in (clean, clean_text, clean_url, masked):
        once = gate(text)
        assert gate(once) == once
    absolute = clean_url(text, "http://a.example/b")
    assert clean_url(absolute) == absolute


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
@example("Grüße, 中文, مرحبا بالعالم — שלום עולם, “quoted” [bold] \\x1b[31m &amp;")
@example("ОАО «Газпром» · naïve café · 100 000 € · ½ · a–b · ‘it’s’ · e\u0301")
@example("家族 👨‍👩‍👧‍👦 ❤️ ❤️‍🔥 👍🏽 1️⃣ 🇺🇦 " + ENGLAND)
@example("می\u200cخواهم نرم\u200cافزار क्\u200dष ന്\u200d")
@example("בְּרֵאשִׁ֖ית بِسْمِ ٱللَّهِ ที่นี่")
def test_honest_text_passes_unchanged(text: str) -> None:
    blank = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0"}
    wanted = "".join(char for char in text if char not in blank)
    assert clean(wanted) == " ".join(wanted.split())


@given(st.text())
def test_the_utf_8_of_a_clean_text_can_always_be_written(text: str) -> None:
    clean(text + "\udcff").encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{ESC}[31mred{ESC}[0m", "red"),
        (f"{CSI}31mred", "red"),
        ("\x9bthe word", "the word"),
        (f"{ESC}]0;title{BEL}text", "]0;titletext"),
        ("one\r\ntwo\ttwo\x0b\x0cthree\x85\u2028\u2029four", "one two two three four"),
        ("\u3000\u00a0\u2003\u200b\u2800\u3164", ""),
        ("sp\u200bam\ufeff w\xadord \U000e0041", "spam word"),
        ("s\u200dp\u200ca\u200e\u200fm", "spam"),
        ("\u202efdp.exe\u202c", "fdp.exe"),
        ("x\ud800\ufffe\U0001ffffy", "xy"),
        ("z" + "\u0301\u0316\u0489" * 400, "z\u0301\u0316\u0489\u0301"),
        ("ก" + "\u0e47" * 50, "ก" + "\u0e47" * 4),
        ("❤" + "\ufe0f" * 50, "❤\ufe0f"),
        ("\U0001f3f4\U000e0041\U000e0042", "\U0001f3f4"),
        (ENGLAND + "\U000e0041", ENGLAND),
    ],
)
def test_what_is_harmful_is_taken_out_and_the_words_stay(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_paragraphs_are_kept_apart_and_lines_joined() -> None:
    assert clean_text(" a\r\nb \n\n\n\u2003\n c\u2029\u2029d\n\x00\n") == "a b\n\nc\n\nd"


def test_a_tree_is_cleaned_to_its_leaves() -> None:
    assert clean_tree({"a": ["b\x1b[m", 1, None, {"c": "d\n\ne\x07"}]}) == {
        "a": ["b", 1, None, {"c": "d\n\ne"}]
    }


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://a.example/b c", "http://a.example/b%20c"),
        ("HTTP://a.example/ü?q=ä#ß", "http://a.example/%C3%BC?q=%C3%A4#%C3%9F"),
        ("http://münchen.example:80/", "http://xn--mnchen-3ya.example:80/"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://u:p%2541@a.example/%2F", "http://u:p%2541@a.example/%2F"),
        ("http://ü:ö@[::1]:8/", "http://%C3%BC:%C3%B6@[::1]:8/"),
        ("  http://a.example/\n", "http://a.example/"),
        ("//b.example/x", "http://b.example/x"),
        ("../x", "http://a.example/x"),
        ("http://a.example/\"'><x>`", "http://a.example/%22'%3E%3Cx%3E%60"),
        ("http://evil.example\\@good.example/", "http://evil.example%5C@good.example/"),
        ("http://a.example/\u202eb", "http://a.example/b"),
    ],
)
def test_a_link_becomes_absolute_and_ascii(text: str, url: str) -> None:
    assert clean_url(text, "http://a.example/d/") == url


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "java\tscript:alert(1)", "JaVaScRiPt:x", "data:text/html,x",
        "file:///etc/passwd", "mailto:a@b.example", "ms-msdt:/id", "vbscript:x", "ftp://a.example/",
        "http://[::1", "http://a.example:99999/", "http://a.example:http/", "http://a.example:0/",
        "http://", "http:///x", "http:\\\\evil.example\\x", "http://xn--ü/", "http://ü..de/",
        "http://" + "ü" * 200 + ".example/", "http://a.example/" + "a" * MAX_URL, "http://@/",
        "http://a.example/" + "ü" * (MAX_URL // 6), "http://p@[::1]p@[::/",
        "http://[ü]/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_no_link(text: str) -> None:
    assert clean_url(text) == ""


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://u:p@a.example/x", "http://***@a.example/x"),
        ("https://user@a.example/", "https://***@a.example/"),
        ("http://u:p@ss@w@a.example/", "http://***@a.example/"),
        ("http://u:p%40ss@a.example", "http://***@a.example"),
        ("http://u:p/a?s#s@a.example/x", "http://***@a.example/x"),
        ("u:p@a.example/x", "***@a.example/x"),
        ("http:u:p@a.example", "***@a.example"),
        ("http:/u:p@a.example", "***@a.example"),
        ("//u:p@a.example", "//***@a.example"),
        ("http://[::1@u:p@a", "http://***@a"),
        ("http://u:p@a:99999/", "http://***@a:99999/"),
        ("http://a.example/?token=abc&x=1", "http://a.example/?token=***&x=1"),
        ("http://a.example/?x=1&API_KEY=a=b;c#auth=d", "http://a.example/?x=1&API_KEY=***;c#auth=***"),
        ("http://a.example/?accessToken=1&my-key=2", "http://a.example/?accessToken=***&my-key=***"),
        ("http://a.example/@name/x", "http://a.example/@name/x"),
        ("http://a.example:8080/@name", "http://a.example:8080/@name"),
        ("http://a.example:8080?mail=a@b", "http://a.example:8080?mail=a@b"),
        ("http://a.example/?keyword=x&monkey=1", "http://a.example/?keyword=x&monkey=1"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("http://u:\x1b[31mp@a.example/", "http://***@a.example/"),
    ],
)  # fmt: skip
def test_a_url_is_shown_without_its_secrets(url: str, shown: str) -> None:
    assert masked(url) == shown


@given(
    st.text(alphabet=st.sampled_from("aB1%/?#@:[]&=\\ é")), st.sampled_from(["http://", "https://"])
)
def test_a_password_is_never_shown(around: str, scheme: str) -> None:
    assert "S3cret" not in masked(f"{scheme}user:S3cret{around}@a.example/")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/?id=7&utm_source=x&fbclid=AA#top", "https://a.example/?id=7#top"),
        ("https://a.example/1?gclid=B&mc_cid=C", "https://a.example/1"),
        ("https://a.example/1#xtor=RSS-1", "https://a.example/1"),
        ("https://a.example/1?q=utm_source", "https://a.example/1?q=utm_source"),
        ("https://a.example/utm_x=1/?", "https://a.example/utm_x=1/"),
    ],
)
def test_an_address_is_shown_without_tracking(url: str, shown: str) -> None:
    assert untracked(clean(url)) == shown


def test_ten_thousand_mutations_raise_nothing() -> None:
    chance = random.Random(7)  # the same ones every time
    sample = "https://ü:p@[::1]:80/a%20?b=c#d\u202e\x1b[31m 👨‍👩‍👧 שלום e\u0301" + ENGLAND
    for _ in range(10_000):
        chars = list(sample)
        for _ in range(chance.randint(1, 8)):
            chars[chance.randrange(len(chars))] = chance.choice(NASTY)
        text = "".join(chars)
        for gate in (clean, clean_text, clean_url, masked):
            assert not forbidden(gate(text)) - {"\n"}


@pytest.mark.parametrize(
    "piece",
    ["a@", "//", "a:", "http://a:b/", "http://a:b@", "\n ", "e\u0301", "\x1b[", "\x1b[1", "\u200d",
     "\U0001f3f4", "\U0001f3f4\U000e0067", "?token=", "&key", "\u0301", "a\u200d", " ", "\u3000"],
)  # fmt: skip
def test_no_text_takes_quadratic_time(piece: str) -> None:
    for gate in (clean, clean_text, clean_url, masked):
        began = time.perf_counter()
        gate("http://" + piece * (200_000 // len(piece)))
        assert time.perf_counter() - began < 1


def test_a_login_behind_a_login_is_masked_at_once() -> None:
    for url in ("https:@//user:secret@[::1]:80/a", "https:@//me:secret@[::?token=x#d"):
        assert masked(masked(url)) == masked(url)
        assert "secret" not in masked(url)
