"""What is broken is read as it was meant, and what is no feed says what it is."""

from pathlib import Path

import pytest

from digest.errors import ParseError
from digest.news import Parsed
from digest.parse import parse
from digest.parse.text import from_markup

FEEDS = Path(__file__).parents[1] / "data" / "feeds"
URL = "https://feeds.example/all"


def rss(*items: str, head: str = "<title>t</title>") -> bytes:
    return f'<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode()


def title_of(body: bytes, content_type: str = "") -> str:
    return parse(body, url=URL, content_type=content_type).entries[0].title


def read(body: bytes) -> Parsed:
    return parse(body, url=URL)


def test_a_broken_feed_is_read_up_to_where_it_was_cut_off() -> None:
    feed = read((FEEDS / "broken.xml").read_bytes())
    assert feed.title == "Bread & Butter"
    flour, bell = feed.entries
    assert flour.title == "Flour is dear — again &nosuch; & no end"
    assert flour.url == "https://bread.example/flour?a=1&b=2"
    assert flour.authors == ("Ann Lee",)
    assert flour.images[0].url == "https://bread.example/flour.jpg"
    assert flour.summary == "A sack costs 2 & more."
    assert (bell.title, bell.url) == ("Bell: rings", "https://bread.example/bell")


def test_upper_case_tags_are_read() -> None:
    item = "<ITEM><TITLE>Loud</TITLE><LINK>/x</LINK></ITEM>"
    feed = read(f"<RSS><CHANNEL><TITLE>T</TITLE>{item}</CHANNEL></RSS>".encode())
    assert (feed.title, feed.entries[0].url) == ("T", "https://feeds.example/x")


def test_prefixed_and_nested_items_are_all_found() -> None:
    body = b"<rss rss:version=2.0><rss:channel><rss:item><rss:title>a</rss:title>"
    body += b"<rss:item><rss:title>b"
    assert [entry.title for entry in read(body).entries] == ["a", "b"]


def test_an_unclosed_cdata_section_costs_nothing() -> None:
    body = rss("<item><title>a</title><description><![CDATA[Plain</description></item>")
    assert read(body).entries[0].summary == "Plain"


def test_a_misspelt_namespace_is_known_by_its_prefix() -> None:
    body = rss(
        '<item><guid>1</guid><dc:creator xmlns:dc="http://dc.example/">Jo</dc:creator></item>'
    )
    assert read(body).entries[0].authors == ("Jo",)


def test_text_that_was_encoded_twice_is_put_right() -> None:
    body = rss("<item><title>Caf\u00c3\u00a9 â€“ fÃ¼r alle</title></item>")
    assert title_of(body) == "Café – für alle"


def test_entities_are_read_once_and_never_become_markup() -> None:
    assert title_of(rss("<item><title>A &amp;lt;b&amp;gt; tag</title></item>")) == "A <b> tag"
    item = "<item><title>&lt;i&gt;A&lt;/i&gt; &amp;amp;lt;b&amp;amp;gt; tag</title></item>"
    assert title_of(rss(item)) == "A &lt;b&gt; tag"


def test_a_link_without_its_scheme_is_no_folder() -> None:
    body = rss("<item><link>feeds.example/one</link></item>")
    assert read(body).entries[0].url == "https://feeds.example/one"


@pytest.mark.parametrize("base", ["javascript:alert(1)//", "file:///etc/", "http://[::1"])
def test_a_dangerous_base_is_ignored(base: str) -> None:
    body = f'<feed xml:base="{base}"><entry><id>1</id><link href="a/b"/></entry></feed>'
    assert read(body.encode()).entries[0].url == "https://feeds.example/a/b"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "mailto:x@y.example", "http://[::1", ""])
def test_a_link_that_is_none_is_empty(link: str) -> None:
    assert read(rss(f"<item><guid>1</guid><link>{link}</link></item>")).entries[0].url == ""


@pytest.mark.parametrize(
    ("declared", "content_type", "encoding"),
    [
        ("utf-8", "", "utf-8"),
        ("iso-8859-1", "", "cp1252"),
        ("iso-8859-1", "text/xml; charset=iso-8859-1", "utf-8"),
        ("utf-8", "", "cp1252"),
        ("", "application/xml; charset=iso-8859-2", "cp1252"),
        ("no-such-code", "text/xml; charset=rot13", "utf-8"),
        ("utf-7", "", "utf-8"),
        ("utf-16", "", "utf-16"),
        ("utf-8", "", "utf-8-sig"),
        ("", "text/xml; charset=utf-8", "utf-16-le"),
    ],
)
def test_western_text_is_read_whatever_is_declared(
    declared: str, content_type: str, encoding: str
) -> None:
    prolog = f'<?xml version="1.0" encoding="{declared}"?>' if declared else "<?xml version='1.0'?>"
    text = f"{prolog}<rss><channel><item><title>Déjà-vu ä ß</title></item></channel></rss>"
    wanted = "Déjŕ-vu ä ß" if "8859-2" in content_type else "Déjà-vu ä ß"
    assert title_of(text.encode(encoding), content_type) == wanted


@pytest.mark.parametrize(
    ("declared", "language", "encoding", "title"),
    [
        ("windows-1251", "", "cp1251", "Новости дня"),
        ("gb2312", "", "gb18030", "今日新闻，朱镕基"),
        ("shift_jis", "", "cp932", "今日のニュース①"),
        ("iso-2022-jp", "", "iso2022_jp", "今日のニュース"),
        ("", "ru", "cp1251", "Новости дня"),
        ("", "pl", "cp1250", "Wiadomości dnia: żółw"),
        ("", "ja", "cp932", "今日のニュース"),
    ],
)
def test_other_scripts_are_read_as_declared_or_as_their_language_has_it(
    declared: str, language: str, encoding: str, title: str
) -> None:
    prolog = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    head = f"<language>{language}</language>"
    body = rss(f"<item><title>{title}</title></item>", head=head).decode()
    assert title_of((prolog + body).encode(encoding)) == title


def test_broken_utf_8_is_still_utf_8() -> None:
    assert title_of(
        rss("<item><title>žluťoučký @</title></item>").replace(b"@", b"\xff")
    ).startswith("žluťoučký")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n\0", "empty"),
        (b"<!doctype html><html><title>x</title></html>", "an HTML page"),
        (b"<html><body><br></body>", "an HTML page"),
        (b'<opml version="2.0"><body/></opml>', "an OPML subscription list"),
        (b"<urlset><url/></urlset>", "a sitemap"),
        (b"<kml></kml>", "type 'kml'"),
        (b"PK\x03\x04" + bytes(range(256)), "not a feed"),
        (b"Hello.", "neither XML nor JSON"),
        (b'{"error": "rate limited"}', "a JSON document"),
        (b'{"items": {"0": {"id": "1"}}}', "a JSON document"),
        (b'{"items": [{"id": "1"', "broken JSON"),
    ],
)
def test_what_is_no_feed_says_what_it_is(body: bytes, reason: str) -> None:
    with pytest.raises(ParseError, match=reason) as raised:
        parse(body, url=URL)
    assert "not a feed" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_tag_whose_end_is_forgotten_is_no_text() -> None:
    assert from_markup('<p><a href="/a" class="b" Bridge opens <b>in May</b>.</p>') == (
        "Bridge opens in May."
    )
    assert from_markup('<a b="1" ' * 50_000) == ""
