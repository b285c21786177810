"""Each field of an article, decided from small evidence."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from digest.clean import Clean
from digest.dates import read_date
from digest.extract import extract, from_feed
from digest.extract.address import canonical, site
from digest.extract.byline import credit
from digest.extract.captions import each_once
from digest.extract.dateline import foot, head
from digest.extract.declared import Declared
from digest.extract.decode import decode
from digest.extract.times import times
from digest.extract.title import title
from digest.extract.wording import Wordings, worded
from digest.news import Entry
from tests.extract.pages import TEXT, wrapped


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("BY ANN O'HARA AND DARYA TARASOVA-MAI, CNN", ("Ann O'Hara", "Darya Tarasova-Mai"), "CNN"),
        ("Von Karla Hofer und Jan Öztürk (dpa)", ("Karla Hofer", "Jan Öztürk"), ""),
        ("Martin Luther Brown Jr., Staff Writer", ("Martin Luther Brown Jr.",), ""),
        ("By Ana McDowell for Harbour Post", ("Ana McDowell",), ""),
        ("Luca Bianchi e Sara Conti", ("Luca Bianchi", "Sara Conti"), ""),
        ("Reuters Staff", (), "Reuters"),
        ("The Associated Press", (), "AP"),
        ("Harbour Post", (), ""),
        ("https://example.org/author/jane", (), ""),
    ],
)  # fmt: skip
def test_a_byline_gives_names_of_persons(line: str, names: tuple[str, ...], agency: str) -> None:
    found = credit([line], "Harbour Post")
    assert (found.names, found.agency) == (names, agency)


@pytest.mark.parametrize(
    ("text", "rest", "dateline", "agency"),
    [
        ("(CNN) A group of soldiers", "A group of soldiers", "", "CNN"),
        ("(Reuters) - Prices rose", "Prices rose", "", "Reuters"),
        ("KYIV, Ukraine (AP) — A strike", "A strike", "KYIV, Ukraine", "AP"),
        ("GENEVA, March 3 (Reuters) - Talks", "Talks", "GENEVA", "Reuters"),
        ("Berlin (dpa) - Der Bundestag", "Der Bundestag", "Berlin", "dpa"),
        ("BUFFALO, N.Y. — Hours before", "Hours before", "BUFFALO, N.Y.", ""),
        ("【ソウル＝共同】韓国の", "韓国の", "ソウル", "Kyodo"),
        ("NASA said on Monday", "NASA said on Monday", "", ""),
        ("A new plan (see below) - is out", "A new plan (see below) - is out", "", ""),
    ],
)
def test_a_dateline_is_parsed_off_the_text(
    text: str, rest: str, dateline: str, agency: str
) -> None:
    found = head(text)
    assert (found.text, found.dateline, found.agency) == (rest, dateline, agency)


def test_a_credit_at_the_end_is_parsed_off_too() -> None:
    assert foot("Das Gericht tagt weiter. (AFP)").agency == "AFP"
    assert foot("Das Gericht tagt (nicht) weiter.").text == "Das Gericht tagt (nicht) weiter."


@pytest.mark.parametrize(
    ("shown", "declared", "page_title", "expected"),
    [
        ([], ["Town builds bridge-TownㅣPost", "Town builds bridge"], "", "Town builds bridge"),
        ([], ["Town builds a bridge - a plan"], "", "Town builds a bridge - a plan"),
        (["Bridge to open"], ["Bridge to open | Post"], "Bridge to open - Post", "Bridge to open"),
        (["World", "Bridge opens in May"], [], "Bridge opens in May | Post", "Bridge opens in May"),
        (["Opinion Bridge is too small"], ["Bridge is too small"], "", "Bridge is too small"),
        (["The Post"], ["Bridge to open in May"], "", "Bridge to open in May"),
        ([], [], "Post - Bridge to open", "Bridge to open"),
        (["Kenya : Life goes on"], ["Kenya: Life goes on"], "", "Kenya: Life goes on"),
    ],
)  # fmt: skip
def test_a_title_is_as_published(
    shown: list[str], declared: list[str], page_title: str, expected: str
) -> None:
    says = Declared(headlines=tuple(declared), page_title=page_title)
    assert title(shown, says, outlets=["Post", "The Post"]) == expected


@pytest.mark.parametrize(
    ("headline", "social", "page_title", "url", "expected"),
    [
        # a heading that nothing else says gives way to what two say
        ("Town decides on bridge at last", "", "Town decides on bridge at last", "", "headline"),
        ("Town decides on bridge at last", "Bridge: the vote", "", "", "shown"),
        # one that search engines are given, to the newsroom's own
        ("Town decides on bridge at last", "shown", "shown", "", "headline"),
        (
            "Town decides on bridge at last",
            "shown",
            "shown",
            "/bridge-vote-live-news-today",
            "shown",
        ),
        # a cut or a label is no other wording
        ("Bridge vote live", "Bridge vote live", "", "", "shown"),
        # the address keeps the first wording
        ("", "Town decides on a bridge", "", "/2026/town-decides-on-a-bridge.html", "social"),
        ("", "Town decides on a bridge", "", "/2026/bridge-vote-live-news", "shown"),
    ],
)
def test_a_title_is_worded_as_the_newsroom_does(
    headline: str, social: str, page_title: str, url: str, expected: str
) -> None:
    shown = Clean("Bridge vote live: news today")
    said = {"shown": shown, "headline": Clean(headline), "social": Clean(social)}
    wordings = Wordings(
        headline=said["headline"],
        social=said.get(social, said["social"]),
        page=said.get(page_title, Clean(page_title)),
        url=url,
    )
    assert worded(shown, wordings) == said[expected]


def test_a_page_that_shows_the_day_of_its_new_version_alone_is_of_that_day() -> None:
    first, changed = ["2024-10-21T11:16:00Z"], ["2026-03-03T12:51:00Z"]
    assert times(first, changed, ["3 March 2026"], None).published == read_date(changed[0])
    assert times(first, changed, ["21 October 2024"], None).published == read_date(first[0])
    mended = ["2024-10-22T01:16:00Z"]
    assert times(["2024-10-21T23:16:00Z"], mended, ["22 October 2024"], None).updated
    known = entry(read_date(first[0]))
    assert times(first, changed, ["3 March 2026"], known).published == known.published


def entry(published: datetime | None = None) -> Entry:
    return Entry(
        id="0123456789abcdef",
        feed="https://example.org/feed",
        title=Clean("Bridge to open"),
        url=Clean("https://example.org/bridge"),
        published=published,
        summary=Clean("PARIS (AFP) - The bridge opens in May.\n\nIt cost nine million."),
        publisher=Clean("Post"),
    )


def test_a_date_without_a_zone_takes_the_feeds_offset_if_both_agree() -> None:
    local = timezone(timedelta(hours=9))
    near = entry(datetime(2026, 3, 3, 10, 0, tzinfo=local))
    far = entry(datetime(2026, 2, 1, 10, 0, tzinfo=local))
    said = ["2026-03-03T09:30:00"]
    assert times(said, [], [], near).published == datetime(2026, 3, 3, 9, 30, tzinfo=local)
    assert times(said, [], [], far).published == datetime(2026, 3, 3, 9, 30, tzinfo=UTC)


def test_where_a_page_says_a_bare_day_the_feed_tells_its_hour() -> None:
    local = timezone(timedelta(hours=1))
    known = entry(datetime(2026, 3, 3, 21, 50, tzinfo=local))
    assert times([], [], ["3 March 2026"], known).published == known.published
    other = times([], [], ["2 January 2026"], known).published
    assert other == datetime(2026, 1, 2, tzinfo=UTC)


def test_an_update_before_publication_is_none() -> None:
    said = times(["2026-03-03T09:30:00Z"], ["2026-03-01T09:30:00Z"], [], None)
    assert said.updated is None


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.co.uk/news/bridge", True),
        ("https://m.example.co.uk/news/bridge", True),
        ("https://other.co.uk/news/bridge", False),
        ("javascript:alert(1)", False),
        ("https://example.co.uk/", False),
    ],
)
def test_a_canonical_address_stays_with_its_outlet(link: str, kept: bool) -> None:
    url = "https://www.example.co.uk/news/bridge?ref=rss"
    assert canonical(url, [link]) == (link if kept else url)


def test_a_file_is_known_by_the_address_it_declares() -> None:
    declared = ["/no/address", "https://www.example.co.uk/news/bridge?utm_source=x"]
    assert canonical("", declared) == "https://www.example.co.uk/news/bridge"


def test_an_address_number_is_a_site_of_its_own() -> None:
    assert site("http://10.0.0.1/a") == "10.0.0.1"


def test_captions_hold_each_other_once() -> None:
    assert each_once(["A boat", "A boat at sea. (Agency)", "(Agency)", "A boat at..."]) == [
        "A boat at sea. (Agency)"
    ]


@pytest.mark.parametrize(
    ("page", "content_type"),
    [
        ("Zürich".encode("utf-8-sig"), "text/html; charset=latin-1"),
        ("Zürich".encode("utf-16"), ""),
        ("Zürich".encode("latin-1"), "text/html; charset=iso-8859-1"),
        (b'<meta charset="windows-1252">Z\xfcrich', ""),
        (b"Z\xfcrich", ""),
        ("Zürich".encode(), "text/html; charset=iso-8859-1"),
        ("Zürich".encode(), "text/html; charset=nonsense"),
    ],
)
def test_bytes_are_read_as_they_were_meant(page: bytes, content_type: str) -> None:
    assert decode(page, content_type).endswith("Zürich")


def test_japanese_mail_encoding_is_not_taken_for_ascii() -> None:
    page = '<meta charset="iso-2022-jp">日本'.encode("iso-2022-jp")
    assert decode(page).endswith("日本")


def test_the_feeds_own_text_stands_in_with_a_note() -> None:
    article = from_feed(entry(), note="consent wall")
    assert [one.text for one in article.paragraphs] == [
        "The bridge opens in May.",
        "It cost nine million.",
    ]
    assert (article.dateline, article.agency, article.note) == ("PARIS", "AFP", "consent wall")
    assert (article.id, article.url) == ("0123456789abcdef", "https://example.org/bridge")


def test_the_feed_helps_where_the_page_says_nothing() -> None:
    known = entry(datetime(2026, 3, 3, tzinfo=UTC))
    article = extract(wrapped(TEXT), url="https://example.org/bridge", entry=known)
    assert (article.id, article.feed) == (known.id, known.feed)
    assert article.published == known.published
    assert article.publisher == "Post"


def test_an_outlet_is_not_its_own_agency() -> None:
    head_of_page = '<meta property="og:site_name" content="CNN">'
    page = wrapped("<h1>Bridge to open in May</h1><p>(CNN) It opens.</p>" + TEXT, head_of_page)
    assert extract(page, url="https://cnn.com/bridge").agency == ""
