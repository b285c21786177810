"""What is an article's text, and what only stands around it."""

import json

import pytest

from digest.errors import ExtractError
from digest.extract import extract
from digest.news import Kind
from tests.extract.pages import SENTENCE, TEXT, URL, wrapped

LEAD = "A second bridge is to carry the traffic that the old one cannot."


def texts(body: str, head: str = "") -> list[str]:
    return [one.text for one in extract(wrapped(body, head), url=URL).paragraphs]


PLAIN = texts(f"<article>{TEXT}</article>")


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="related-stories"><p>Ten bridges that everybody should see.</p></div>',
        '<p class="newsletter">Sign up for our newsletter and read us first.</p>',
        '<p><a href="/x">The old bridge is closed for a week</a></p>',
        "<p>READ MORE: <a href='/x'>The old bridge is closed for a week</a></p>",
        "<p>Lesen Sie auch: <a href='/x'>Die alte Brücke bleibt zu</a></p>",
        "<p>Follow us on Twitter for more.</p>",
        "<table><tr><td>2021</td><td>9</td></tr><tr><td>2022</td><td>11</td></tr></table>",
        '<aside><p>The paper is funded by its readers. Become a member today.</p></aside>',
        '<ul class="share-bar"><li>Share</li><li>Print</li></ul>',
        "<p>Published March 3, 2026</p>",
        "<p hidden>This text is not shown to anybody who reads the page at all.</p>",
    ],
)  # fmt: skip
def test_furniture_in_the_midst_of_a_text_is_left_out(furniture: str) -> None:
    first, rest = TEXT.split("</p>", 1)
    assert texts(f"<article>{first}</p>{furniture}{rest}</article>") == PLAIN


@pytest.mark.parametrize(
    "name",
    [
        "live-box", "inline-ad", "anzeige", "werbung", "meistgelesen", "publicité", "lire-aussi",
        "lettre-info", "masLeidas", "publicidad", "leia_mais", "leggi-anche", "lees-ook", "reklam",
    ],
)  # fmt: skip
def test_a_box_that_is_called_furniture_is_left_out(name: str) -> None:
    first, rest = TEXT.split("</p>", 1)
    box = f'<div class="{name}"><p>Trams replace the boats to the northern bank at noon.</p></div>'
    assert texts(f"<article>{first}</p>{box}{rest}</article>") == PLAIN


@pytest.mark.parametrize(
    "ago",
    [
        "3 hours ago", "an hour ago", "Yesterday", "5 min read", "Vor 3 Stunden", "il y a 3 heures",
        "hace 2 horas", "há 2 horas", "4 ore fa", "2 uur geleden", "3時間前",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "item",
    [
        "<p><a href=/m>Mill wheel turns again</a><br>Flour comes at Easter. <i>{}</i></p>",
        "<div><h4><a href=/m>Mill wheel turns again</a></h4><p>Flour comes.</p><p>{}</p></div>",
        "<div><a href=/m>Mill wheel turns again after sixty years</a> <time>{}</time></div>",
    ],
)
def test_other_stories_are_known_by_their_build(item: str, ago: str) -> None:
    beside = f"<td><h3>Also in the Post</h3>{2 * item.format(ago)}</td>"
    assert texts(f"<table><tr><td>{TEXT}</td>{beside}</tr></table>") == PLAIN


@pytest.mark.parametrize(
    "ending",
    [
        "<h3>Related</h3><p>The old bridge, which is closed again, was built ninety years ago.</p>",
        "<p>Ana Bright is a reporter for the Harbour Post.</p>",
        "<p>Contact reporter Ana Bright at ana@harbourpost.com</p>",
        "<p>© 2026 Harbour Post. All rights reserved.</p>",
        "<h2>Comments</h2>",
        "<p>Our Standards: the Harbour Post’s rules of fairness.</p>",
        "<p>Comments on this article are closed. House rules apply.</p>",
        "<p>Die Kommentarfunktion für diesen Artikel ist geschlossen.</p>",
        "<p>Les commentaires sont fermés.</p>",
        "<p>Publié le 17.11.2026 à 18:00</p>",
        "<p>Local reporting depends on local readers. Ours pay less than for a loaf a week.</p>",
        "<p>Guter Journalismus kostet Geld, schlechter noch mehr.</p>",
        "<p>The works of the harbour museum may be seen on Sundays, at no cost.</p>",
    ],
)
def test_what_closes_a_page_is_left_out(ending: str) -> None:
    assert texts(f"<main><div>{TEXT}</div><div>{ending}</div></main>") == PLAIN


def test_the_lead_between_title_and_text_is_kept() -> None:
    head = f'<meta property="og:description" content="{LEAD}">'
    body = f"<h1>Town to build bridge</h1><h2>{LEAD}</h2><p>By Ana Bright</p><div>{TEXT}</div>"
    assert texts(body, head) == [LEAD, *PLAIN]


def test_the_title_is_not_repeated() -> None:
    assert texts(f"<article><h1>Town to build bridge</h1>{TEXT}</article>") == PLAIN


def test_paragraphs_know_what_they_are() -> None:
    body = (
        f"<article>{TEXT}<h2>What the mayor says</h2><blockquote><p>{SENTENCE}</p></blockquote>"
        f"<ul><li>{SENTENCE}</li></ul><p><b>What others say</b></p><p>{SENTENCE * 2}</p></article>"
    )
    kinds = [one.kind for one in extract(wrapped(body), url=URL).paragraphs]
    heading, quote, item = Kind.HEADING, Kind.QUOTE, Kind.LIST
    assert kinds == [*[Kind.TEXT] * 4, heading, quote, item, heading, Kind.TEXT]


@pytest.mark.parametrize(
    "sentence",
    [
        "The report was released on Tuesday by the ministry of works.",
        "Copyright law does not cover the plans of a bridge, a court has ruled.",
        "Published figures show that nine thousand cars cross the river a day.",
        "“Sign up for our newsletter,” the mayor told the crowd, and left.",
        "Related costs, such as those of the new road, are not yet known.",
        "Live music will be played at the opening, the council says.",
    ],
)
def test_news_that_begins_like_furniture_is_news(sentence: str) -> None:
    first, rest = TEXT.split("</p>", 1)
    assert sentence in texts(f"<article>{first}</p><p>{sentence}</p>{rest}</article>")


def test_double_breaks_part_paragraphs_and_single_ones_do_not() -> None:
    body = f"<article>{SENTENCE * 3}<br>{SENTENCE}<br><br>{SENTENCE * 3}</article>"
    assert [len(text.split()) for text in texts(body)] == [60, 45]


def test_an_inline_word_does_not_part_a_paragraph() -> None:
    marked = TEXT.replace("second bridge", '<a href="/b">second</a> <em>bridge</em>')
    assert texts(f"<article>{marked}</article>") == PLAIN


def test_headings_before_and_behind_a_box_stay_in_their_order() -> None:
    first, rest = TEXT.split("</p>", 1)
    box = '<div class="werbung"><h3>Our offer</h3><p>Read us for a month, for nothing.</p></div>'
    body = f"<article>{first}</p><h2>The plan</h2>{box}{rest}<h2>The cost</h2><p>{SENTENCE}</p>"
    found = texts(f"{body}</article>")
    assert [found.index("The plan"), found.index("The cost")] == [1, 5]
    assert "Our offer" not in found


def test_a_text_in_several_boxes_keeps_its_last_one() -> None:
    boxes = "".join(f'<div class="part">{TEXT.replace("One", name)}</div>' for name in "AB")
    ending = f'<div class="part"><p>{SENTENCE}</p></div>'
    assert texts(f"<main><div>{boxes}</div>{ending}</main>")[-1] == SENTENCE.strip()


@pytest.mark.parametrize(
    "box",
    [
        '<div><img src=b.jpg alt="The old bridge at dusk…"><p>{0}</p><p>{0}</p></div>',
        "<div><img src=b.jpg><br><i>{0}</i></div>",
        '<table><tr><td><img src=b.jpg></td></tr><tr><td class="cutline">{0}</td></tr></table>',
    ],
)
def test_a_caption_needs_no_figure(box: str) -> None:
    caption = "The old bridge at dusk, seen from the northern bank."
    first, rest = TEXT.split("</p>", 1)
    body = f"<article>{first}</p>{box.format(caption)}{rest}</article>"
    article = extract(wrapped(body), url=URL)
    assert article.captions == (caption,)
    assert [one.text for one in article.paragraphs] == PLAIN


def test_a_paragraph_with_a_picture_in_it_is_no_caption() -> None:
    pictured = TEXT.replace("<p>", '<p><img src=b.jpg alt="A bridge">')
    assert texts(f"<article>{pictured}</article>") == PLAIN


@pytest.mark.parametrize("form", ["markup", "nodes", "declared"])
def test_a_text_held_as_data_is_read(form: str) -> None:
    parts = [f"Bridge, part {number}. {SENTENCE * 2}".strip() for number in range(6)]
    markup = "".join(f"<p>{part}</p>" for part in parts)
    nodes = [{"type": "paragraph", "content": [{"type": "text", "value": one}]} for one in parts]
    string = json.dumps(markup).replace("<", r"\u003c")
    script = {
        "markup": f"<script>load([1,{string}])</script>",
        "nodes": f'<script type="application/json">{json.dumps({"body": nodes})}</script>',
        "declared": '<script type="application/ld+json">'
        + json.dumps({"@type": "NewsArticle", "articleBody": "\n\n".join(parts)})
        + "</script>",
    }[form]
    assert texts(f"<h1>Town to build bridge</h1><div id=root></div>{script}") == parts


def test_another_articles_data_is_not_this_ones_text() -> None:
    others = "".join(f"<p>Rain will fall on the hills all week, part {n}.</p>" for n in range(40))
    script = f"<script>load([1,{json.dumps(others).replace('<', chr(92) + 'u003c')}])</script>"
    assert texts(f"<article>{TEXT}</article>{script}") == PLAIN


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<p id=app></p><noscript>Please enable JavaScript.</noscript>", "page needs JavaScript"),
        ("<h1>Just a moment...</h1><p>Verify you are human.</p>", "robot check"),
        ("<h1>Page not found</h1>", "page not found"),
        ("<p>Subscribe to continue reading.</p>", "paywall"),
        ("<p>Hello.</p>", "no article text"),
    ],
)  # fmt: skip
def test_a_wall_is_called_what_it_is(body: str, reason: str) -> None:
    with pytest.raises(ExtractError, match=f"^{reason}$"):
        extract(wrapped(body), url=URL)


CONSENT = {
    "en": "We and our 88 partners use cookies on your device to choose what you see. With your "
    "consent we may process personal data and show you personalised advertising. ",
    "de": "Wir und unsere 88 Partner setzen Cookies auf Ihrem Gerät ein. Mit Ihrer Einwilligung "
    "zeigen wir Ihnen personalisierte Werbung und messen, was Sie lesen. ",
    "fr": "Avec votre consentement, nos partenaires et nous déposons des cookies pour vous "
    "proposer des publicités personnalisées et compter nos lecteurs. ",
    "es": "Con su consentimiento, nosotros y nuestros socios usamos cookies para mostrarle "
    "publicidad personalizada y contar a nuestros lectores. ",
}


@pytest.mark.parametrize("language", CONSENT)
def test_a_page_that_only_asks_for_consent_is_a_wall(language: str) -> None:
    asked = "".join(f"<p>{number}. {CONSENT[language] * 2}</p>" for number in (1, 2, 3))
    with pytest.raises(ExtractError, match="consent wall"):
        extract(wrapped(f"<main><h1>Harbour Post</h1>{asked}</main>"), url=URL)


def test_news_about_consent_is_news() -> None:
    told = (
        "<p>Newspapers must let their readers reject all cookies as easily as they accept all, "
        "the court said. Consent that is bought with a subscription is none.</p>"
        "<p>“We have told our partners,” the publisher said. “Readers lose nothing.”</p>"
    )
    assert len(texts(f"<article>{told}{TEXT}</article>")) == 6


def test_pictures_that_tell_more_than_the_text_are_a_gallery() -> None:
    figures = "".join(
        f"<figure><img src={n}.jpg><figcaption>Bridge {n}. {SENTENCE}</figcaption></figure>"
        for n in range(10)
    )
    with pytest.raises(ExtractError, match="a gallery"):
        extract(wrapped(f"<article><p>{SENTENCE * 4}</p>{figures}</article>"), url=URL)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "镇议会周二决定，在旧桥以北两公里处修建第二座大桥，以缓解交通拥堵。"),
        ("ja", "町議会は火曜日、渋滞を和らげるため、古い橋の北に二本目の橋を架けると決めた。"),
        ("th", "สภาเมืองมีมติเมื่อวันอังคารให้สร้างสะพานแห่งที่สองทางเหนือของสะพานเก่า"),
        ("ko", "시의회는 화요일 정체를 줄이기 위해 옛 다리 북쪽에 두 번째 다리를 놓기로 했다."),
    ],
)  # fmt: skip
def test_scripts_without_spaces_are_texts_too(language: str, sentence: str) -> None:
    body = "".join(f"<p>{number}{sentence * 2}</p>" for number in range(1, 6))
    page = f'<html lang="{language}"><body><h1>{sentence[:12]}</h1><article>{body}</article></body>'
    article = extract(page.encode(), url=URL)
    assert article.language == language
    assert [one.text for one in article.paragraphs] == [
        f"{number}{sentence * 2}" for number in range(1, 6)
    ]
