"""The message: what mail programs do with it, and what a source cannot do to it."""

import email
import email.policy
import re
from datetime import UTC
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from digest.clean import clean
from digest.news import Edition, Story
from digest.render import FORMATS, Envelope, View
from digest.render.cells import cells
from digest.render.email import MAX_BYTES
from tests.render.sample import EDITION, FERRY, RATES, STRAIT, alone
from tests.render.test_html import Outline

ENVELOPE = Envelope(to=(clean("you@example.org"),), sender=clean("you@example.org"))


def view(**changes: object) -> View:
    return View(zone=UTC, envelope=replace(ENVELOPE, **changes))


def written(edition: Edition = EDITION, **changes: object) -> str:
    return FORMATS["email"](edition, view(**changes))


def read(message: str) -> EmailMessage:
    found = email.message_from_bytes(message.encode("ascii"), policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


def half(kind: str, edition: Edition = EDITION, **changes: object) -> str:
    body = read(written(edition, **changes)).get_body((kind,))
    assert body is not None
    return str(body.get_content())


def titled(headline: str) -> Edition:
    story = replace(FERRY, headline=clean(headline), articles=FERRY.articles)
    return replace(EDITION, stories=(story, *EDITION.stories[1:]))


def test_a_message_has_the_headers_that_mail_programs_sort_by() -> None:
    message = read(written())
    assert message["From"] == "Digest <you@example.org>"
    assert message["To"] == "you@example.org"
    assert message["Date"].datetime == EDITION.made
    assert message["Message-ID"].startswith("<digest.2026-11-20.2.")
    assert message["List-Id"] == "Digest <digest.example.org>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Subject"] == f"{FERRY.headline} · 5 stories · 2 minutes"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_the_same_edition_is_the_same_message_and_another_revision_another() -> None:
    assert written() == written()
    later = read(written(replace(EDITION, revision=3)))
    assert later["Message-ID"] != read(written())["Message-ID"]
    assert read(written(to=(clean("two@example.org"),)))["Message-ID"] != later["Message-ID"]


def test_a_week_threads_if_the_reader_wants_it() -> None:
    assert read(written())["References"] is None
    days = [replace(EDITION, day=day) for day in ("2026-11-20", "2026-11-22", "2026-11-23")]
    friday, sunday, monday = (read(written(day, thread=True))["References"] for day in days)
    assert friday == sunday != monday


def test_the_subject_is_the_readers_template() -> None:
    subject = clean("[news] {day}: {headline} {weather}")
    shown = read(written(RATES_FIRST, subject=subject))["Subject"]
    assert shown == f"[news] Friday, 20 November 2026: {RATES.headline} {{weather}}"


RATES_FIRST = replace(EDITION, stories=(RATES, FERRY))


HEADERS = set(read(written()).keys())


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300).map(clean).filter(bool))
def test_any_headline_comes_through_the_subject_and_adds_no_header(headline: str) -> None:
    message = read(written(titled(headline), subject=clean("{headline}")))
    assert set(message.keys()) == HEADERS
    if cells(headline) <= 120:
        assert message["Subject"] == headline.replace("=?", "= ?")


@pytest.mark.parametrize(
    "headline",
    [
        "=?UTF-8?B?DQpCY2M6IHZpY3RpbUBleGFtcGxlLm9yZw0K?=",
        "News\r\nBcc: victim@example.org",
        "News\u2028Bcc: victim@example.org",
        "=?utf-8?q?=0ABcc:_victim=40example=2Eorg?= news",
    ],
)
def test_a_headline_cannot_write_a_header(headline: str) -> None:
    message = read(written(titled(headline)))
    assert message["Bcc"] is None
    assert message["To"] == "you@example.org"
    assert "victim" not in "".join(message.get_all("To", []))


def test_lines_are_as_short_as_mail_wants_them_and_end_for_a_pipe() -> None:
    wide = titled("長い見出し" * 60)
    for message in (written(), written(wide)):
        assert "\r" not in message
        assert all(len(line) <= 78 for line in message.split("\n"))


def test_no_line_begins_as_programs_on_the_way_act_on() -> None:
    acted_on = [replace(alone("From here", "."), id=str(n)) for n in range(3)]
    edition = replace(EDITION, alone=tuple(acted_on))
    assert "\nFrom here\n" in half("plain", edition)
    assert not re.search(r"^(From |\.$)", written(edition), re.MULTILINE)


def test_an_edition_in_another_script_is_shorter_in_base64() -> None:
    foreign = replace(
        EDITION, stories=(replace(STRAIT, summary=STRAIT.summary * 40),), more=(), alone=()
    )
    text, html = read(written(foreign)).iter_parts()
    assert (text["Content-Transfer-Encoding"], html["Content-Transfer-Encoding"]) == (
        "base64",
        "base64",
    )
    assert STRAIT.headline in half("plain", foreign)


def test_the_text_keeps_to_72_columns_and_addresses_whole() -> None:
    for line in half("plain").splitlines():
        assert cells(line) <= 72 or line.strip().startswith("https://")
    for report in FERRY.articles[:2]:
        assert f" {report.url}\n" in half("plain")


def test_it_opens_with_a_sentence_of_each_of_the_top_stories() -> None:
    before = half("plain").partition("TOP")[0]
    assert f"- {FERRY.new[0].text} (Meridian Post)" in before
    assert "(Tōkai Shimbun)" in before


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_it_says_how_to_stop_it(kind: str) -> None:
    assert "crontab -e" in half(kind)
    assert "[mail] in feeds.toml" in half(kind)


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_feeds_are_complained_of_only_as_the_envelope_says(kind: str) -> None:
    assert "Coast Gazette" not in half(kind)
    told = half(kind, failing=EDITION.missed)
    assert "Coast Gazette: HTTP 500 Internal Server Error, 4 times since 19 Nov 06:30" in " ".join(
        told.split()
    )


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_day_with_nothing_new_says_so(kind: str) -> None:
    counts = replace(EDITION.counts, articles=0, stories=0)
    empty = replace(EDITION, revision=0, stories=(), more=(), alone=(), counts=counts)
    assert "Nothing new since 06:30 on Thursday, 19 November." in half(kind, empty)
    assert read(written(empty))["Subject"] == "Nothing new since 06:30 on Thursday, 19 November"


def test_the_page_is_well_formed_and_loads_nothing() -> None:
    page = Outline(half("html"))
    assert page.open == []
    assert not set(page.names) & {"script", "img", "link", "iframe", "form", "base"}
    assert "url(" not in half("html")
    assert "@import" not in half("html")


def test_every_link_leaves_the_mail_and_is_as_tall_as_a_finger() -> None:
    links = [attrs for tag, attrs in Outline(half("html")).tags if tag == "a"]
    assert len(links) > 8
    for link in links:
        assert link["href"].startswith("https://")
        padding = re.search(r"padding: (\d+)px 0", link["style"])
        line = re.search(r"font: \d+px/(\d+)px", link["style"])
        assert padding
        assert line
        assert "display: block" in link["style"]
        assert 2 * int(padding[1]) + int(line[1]) >= 44


def test_every_element_carries_its_own_looks() -> None:
    for _, attrs in Outline(half("html")).tags:
        assert ("class" in attrs) <= ("style" in attrs)


def test_words_say_their_language_and_direction() -> None:
    html = half("html")
    assert '<html lang="en">' in html
    assert f'<h3 class="headline" style="{style("headline")}" lang="ja">{STRAIT.headline}' in html
    assert f'<span lang="ar" dir="rtl">{STRAIT.summary[1].text}</span>' in html


def style(name: str) -> str:
    return next(
        attrs["style"] for _, attrs in Outline(half("html")).tags if attrs.get("class") == name
    )


def test_the_next_two_headlines_stand_behind_the_subject_unseen() -> None:
    ahead = half("html").partition('class="preheader" style="display: none;')[2]
    assert ahead.partition(">")[2].startswith(f"{STRAIT.headline} · Central bank holds rates")


def many(number: int, of: Story) -> tuple[Story, ...]:
    return tuple(
        replace(of, id=str(n), headline=clean(f"{of.headline} {n}")) for n in range(number)
    )


def test_what_does_not_fit_is_left_out_from_the_end_and_counted() -> None:
    own = tuple(alone(f"Paper {n // 5}", f"Small news of the day, number {n}") for n in range(900))
    large = replace(EDITION, more=many(200, RATES), alone=own)
    message = written(large)
    assert len(message.replace("\n", "\r\n")) <= MAX_BYTES
    for kind in ("plain", "html"):
        shown = " ".join(half(kind, large).split())
        assert "More (200)" in shown or "MORE (200)" in shown
        assert re.search(
            r"and (\d+) more: digest show 2026-11-20 --format html", shown, re.IGNORECASE
        )


def test_a_front_page_too_long_for_a_message_is_cut_last_and_counted() -> None:
    large = replace(EDITION, stories=many(30, FERRY), more=(), alone=())
    assert len(written(large)) <= MAX_BYTES
    shown = " ".join(half("plain", large).split())
    assert re.search(r"\d+ stories of the front page did not fit: digest show", shown)
    assert f"{FERRY.headline} 0" in shown
