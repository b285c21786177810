"""Each format beside its golden file. To write them anew: UPDATE_GOLDEN=1 pytest tests/render"""

import email
import email.policy
import os
import re
from datetime import UTC
from html import unescape
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.news import Claim, Day, Edition, Quote, Sentence, Story
from digest.render import FORMATS, Envelope, View, article_text
from digest.render.cells import cells
from tests.render.sample import ARTICLE, EDITION, FERRY

GOLDEN = Path(__file__).parent.parent / "golden"
ENVELOPE = Envelope(
    to=(clean("reader@example.org"),),
    sender=clean("reader@example.org"),
    thread=True,
    failing=EDITION.missed,
)
VIEW = View(zone=UTC, standing=clean("Offline, as of 06:30."), envelope=ENVELOPE)
NAMES = {
    "text": "edition.txt",
    "markdown": "edition.md",
    "html": "edition.html",
    "json": "edition.json",
    "email": "edition.eml",
}


def compare(name: str, shown: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


def halves(message: str) -> tuple[str, str]:
    """The text and the HTML of a message."""
    read = email.message_from_string(message, policy=email.policy.default)
    text, html = read.iter_parts()
    return text.get_content(), html.get_content()


def in_words(kind: str, edition: Edition = EDITION) -> list[str]:
    """What a format says, without its marks and line ends; of a message each half."""
    shown = FORMATS[kind](edition, VIEW)
    if kind == "email":
        return [_bare(halves(shown)[0]), _bare(unescape(re.sub("<[^>]+>", "", halves(shown)[1])))]
    if kind == "html":
        return [_bare(unescape(re.sub("<[^>]+>", "", shown)))]
    return [_bare(re.sub(r"\\([^\w\"])", r"\1", shown) if kind == "markdown" else shown)]


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_is_as_its_golden_file(kind: str) -> None:
    compare(NAMES[kind], FORMATS[kind](EDITION, VIEW))


def test_an_article_is_as_its_golden_file() -> None:
    said = Sentence(text=clean("Eleven people died in the fire, the ministry said."), paragraph=1)
    compare("article.txt", article_text(ARTICLE, [said], VIEW))


def sentences(story: Story) -> list[tuple[str, str]]:
    """Each sentence that a story tells, with the mark of who says it."""
    told = [*story.new, *story.summary, *story.timeline, *(story.quote,) * bool(story.quote)]
    claims = [claim for each in story.differ for claim in each.claims]
    return [(each.text, _mark(story, each)) for each in (*told, *claims)]


def _mark(story: Story, said: Claim | Day | Quote | Sentence) -> str:
    speaker = f"{said.speaker}, " if isinstance(said, Claim | Quote) and said.speaker else ""
    return _bare(f"{speaker}{story.articles[said.article].publisher}[{said.article + 1}]")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_has_every_headline(kind: str) -> None:
    for shown in in_words(kind):
        for story in EDITION.stories + EDITION.more:
            assert _bare(story.headline) in shown


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "json"])
def test_every_format_has_every_sentence_with_its_source(kind: str) -> None:
    for shown in in_words(kind):
        for story in EDITION.stories:
            for text, mark in sentences(story):
                after = shown.split(_bare(text))[1:]
                assert any(mark in said[: len(mark) + 3] for said in after), (kind, text)


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "json"])
def test_what_is_new_stands_first_then_differences_then_the_summary(kind: str) -> None:
    for shown in in_words(kind):
        story = shown[re.search("Update,?·?day3", shown).start() :]
        told = (FERRY.new[0], FERRY.differ[0].claims[1], FERRY.summary[1], FERRY.quote)
        places = [story.index(_bare(each.text)) for each in told if each]
        assert places == sorted(places)


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "json"])
def test_reprints_are_named(kind: str) -> None:
    for shown in in_words(kind):
        assert "reprintedbyValleyTimes" in shown


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_nothing_is_said_twice_of_a_story(kind: str) -> None:
    told, other = FERRY.summary
    assert FERRY.quote
    again = replace(
        FERRY,
        new=(told,),
        quote=replace(FERRY.quote, text=clean("two whom we still look for")),
        timeline=(replace(FERRY.timeline[0], text=other.text), FERRY.timeline[1]),
    )
    (shown,) = in_words(kind, replace(EDITION, stories=(again,), more=(), alone=()))
    assert shown.count(_bare(told.text)) == 1
    assert shown.count("twowhomwestilllookfor") == 1
    assert _bare("Day by day") in shown
    assert _bare(FERRY.timeline[1].text) in shown


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "email"])
def test_a_side_of_a_difference_that_stands_above_is_named_by_its_value(kind: str) -> None:
    (difference,) = FERRY.differ
    other = replace(difference, what=clean("people counted"))
    story = replace(FERRY, differ=(difference, other), differ_open=2)
    for shown in in_words(kind, replace(EDITION, stories=(story,), more=(), alone=())):
        assert shown.count(_bare(difference.claims[1].text)) == 1
        assert "Nine,asaboveharbouroffice,HarbourRadio[2]" in re.sub(r"[(*]", "", shown)


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "email"])
@pytest.mark.parametrize("name", ["Harbour Radio", "the Harbour radio"])
def test_a_publisher_is_not_named_twice_for_what_it_says_itself(kind: str, name: str) -> None:
    (difference,), itself = FERRY.differ, clean(name)
    assert FERRY.quote
    quote = replace(FERRY.quote, speaker=itself)
    claims = (difference.claims[0], replace(difference.claims[1], speaker=itself))
    story = replace(FERRY, differ=(replace(difference, claims=claims),), quote=quote)
    for shown in in_words(kind, replace(EDITION, stories=(story,), more=(), alone=())):
        assert "HarbourRadio[2]" in shown
        assert f"{_bare(name)},HarbourRadio" not in shown


def test_one_report_is_no_sum_of_publishers() -> None:
    shown = FORMATS["text"](EDITION, VIEW)
    assert "4. Fourth of the page\n   1 article\n" in shown


@pytest.mark.parametrize(("days", "title"), [(2, "Day by day."), (1, "Earlier.")])
def test_one_day_alone_is_no_day_by_day(days: int, title: str) -> None:
    first, last = FERRY.timeline
    told = last if days == 2 else replace(last, text=FERRY.summary[0].text)
    story = replace(FERRY, timeline=(first, told))
    assert title in FORMATS["text"](replace(EDITION, stories=(story,)), VIEW)


def test_json_is_the_edition() -> None:
    assert msgspec.json.decode(FORMATS["json"](EDITION, VIEW), type=Edition) == EDITION


def test_text_keeps_to_its_width_in_cells_but_for_addresses() -> None:
    for line in FORMATS["text"](EDITION, View(zone=UTC, width=60)).splitlines():
        assert cells(line) <= 60 or line.strip().startswith("https://")


def test_text_lines_up_below_headlines_whatever_their_number() -> None:
    story = EDITION.stories[0]
    stories = tuple(msgspec.structs.replace(story, id=str(number)) for number in range(10))
    printed = FORMATS["text"](msgspec.structs.replace(EDITION, stories=stories), VIEW)
    page = printed.partition("\nMORE")[0].splitlines()
    told = [line for line in page[page.index("TOP") :] if line and not line.isupper()]
    assert {line[:4] for line in told} == {"    ", *(f"{n}.".ljust(4) for n in range(1, 11))}


def test_text_draws_no_boxes() -> None:
    assert not re.search("[\u2190-\u2bff]", FORMATS["text"](EDITION, VIEW))
