"""An edition with something of everything, for the golden files."""

import re
from datetime import UTC, datetime, timedelta

from digest.clean import Clean, clean
from digest.news import (
    Agreement,
    Article,
    Claim,
    Counts,
    Day,
    Difference,
    Edition,
    Kind,
    Missed,
    Only,
    Paragraph,
    Quote,
    Report,
    Sentence,
    Story,
    Update,
    Why,
    Window,
)

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


def report(
    publisher: str,
    title: str,
    *,
    origin: int,
    hours: float,
    agency: str = "",
    language: str = "en",
) -> Report:
    name = publisher.lower().replace(" ", "-")
    first = re.sub(r"[^a-z0-9]+", "", title.split(maxsplit=1)[0].lower()) or "story"
    return Report(
        id=f"{name}-{origin}",
        title=clean(title),
        publisher=clean(publisher),
        url=clean(f"https://www.{name}.example/2026/11/{first}"),
        published=NOW - timedelta(hours=hours),
        origin=origin,
        language=Clean(language),
        feed=f"https://www.{name}.example/feed",
        agency=clean(agency),
        words=300,
    )


FERRY = Story(
    id="ferry",
    headline=clean("Eleven dead after fire on night ferry off Port Avel, ministry says"),
    section=clean("World"),
    update=Update(day=3, since="2026-11-19"),
    minutes=1,
    articles=(
        report("Meridian Post", "Eleven dead after fire on night ferry", origin=0, hours=1),
        report(
            "Harbour Radio", "Toll of ferry fire is nine, says harbour office", origin=1, hours=2
        ),
        report("Valley Times", "Ferry toll rises", origin=0, hours=0.5, agency="Northwire"),
    ),
    publishers=3,
    origins=2,
    new=(
        Sentence(
            text=clean("Divers found the eleventh of the dead on the car deck."),
            article=0,
            paragraph=2,
        ),
    ),
    quote=Quote(
        text=clean("We will not stop before the last of them is home."),
        speaker=clean("Ida Voss"),
        article=1,
        paragraph=4,
    ),
    timeline=(
        Day(day="2026-11-18", text=clean("A ferry with 80 aboard caught fire."), article=1),
        Day(day="2026-11-19", text=clean("Nine were known to have died."), article=0),
    ),
    summary=(
        Sentence(
            text=clean(
                "Eleven people died in the fire on the night ferry, the ministry said on Friday."
            ),
            article=0,
            paragraph=1,
        ),
        Sentence(
            text=clean("The harbour office counted nine dead and “two whom we still look for”."),
            article=1,
            paragraph=3,
        ),
    ),
    differ=(
        Difference(
            what=clean("people killed"),
            kind="conflict",
            claims=(
                Claim(
                    value=clean("Eleven"),
                    text=clean("Eleven people died in the fire on the night ferry."),
                    article=0,
                    paragraph=1,
                ),
                Claim(
                    value=clean("nine"),
                    text=clean("The harbour office counted nine dead."),
                    speaker=clean("harbour office"),
                    article=1,
                    paragraph=3,
                ),
            ),
        ),
    ),
    agree=(Agreement(text=clean("The fire broke out at night."), articles=(0, 1)),),
    only=(Only(text=clean("The owner had put off a repair."), article=1),),
    why=Why(together=(clean("both name Port Avel"),), rank=(clean("2 independent origins"),)),
)

RATES = Story(
    id="rates",
    headline=clean("Central bank holds rates & hints at a <cut> in [spring]"),
    section=clean("Business"),
    added=NOW,
    minutes=1,
    articles=(
        report("Ledger", "Bank holds rates", origin=0, hours=3),
        report("Meridian Post", "Rates stay, for now", origin=1, hours=4),
    ),
    publishers=2,
    origins=2,
)

STRAIT = Story(
    id="strait",
    headline=clean("海峡の通航が再開、各国は合意を歓迎した"),
    section=clean("World"),
    minutes=1,
    articles=(
        report(
            "Tōkai Shimbun",
            "海峡の通航が再開、各国は合意を歓迎した",
            origin=0,
            hours=2,
            language="ja",
        ),
        report("Al Marfa", "فتح المضيق من جديد", origin=1, hours=3, language="ar"),
    ),
    publishers=2,
    origins=2,
    summary=(
        Sentence(
            text=clean("沿岸の港では水曜日の朝から、三か月ぶりに貨物船が列をなして出航を待った。"),
            article=0,
            paragraph=1,
        ),
        Sentence(text=clean("عبرت أول سفينة المضيق فجر الأربعاء."), article=1, paragraph=2),
    ),
)


def alone(publisher: str, title: str) -> Story:
    return Story(
        id=title,
        headline=clean(title),
        section=Clean(""),
        minutes=1,
        articles=(report(publisher, title, origin=0, hours=5),),
        publishers=1,
        origins=1,
    )


EDITION = Edition(
    day="2026-11-20",
    revision=2,
    made=NOW,
    window=Window(start=NOW - timedelta(days=1), end=NOW),
    minutes=2,
    counts=Counts(articles=11, publishers=7, stories=10, feeds=12, missed=1, unchanged=3),
    sections=(clean("World"), clean("Business")),
    stories=(
        FERRY,
        STRAIT,
        RATES,
        alone("Ledger", "Fourth of the page"),
        alone("Ledger", "Fifth, without a section"),
    ),
    more=(RATES,),
    alone=(
        *(alone("Harbour Radio", f"Small news number {n}") for n in range(1, 6)),
        alone("Zephyr", "1. A title that looks like a list"),
    ),
    notes=(clean("Grouping took too long: stories stand as they came."),),
    missed=(
        Missed(
            feed=clean("Coast Gazette"),
            url=clean("https://coast.example/feed"),
            reason=clean("HTTP 500 Internal Server Error"),
            failures=4,
            since=NOW - timedelta(days=1),
        ),
    ),
)

ARTICLE = Article(
    id="a",
    feed="https://www.meridian-post.example/feed",
    title=clean("Eleven dead after fire on night ferry"),
    publisher=clean("Meridian Post"),
    url=clean("https://www.meridian-post.example/2026/11/eleven"),
    byline=(clean("Ada Lorne"), clean("Tomas Weyl")),
    agency=clean("Northwire"),
    published=NOW,
    note=clean("consent wall"),
    paragraphs=(
        Paragraph(clean("Eleven people died in the fire, the ministry said. " * 3)),
        Paragraph(clean("What is known"), Kind.HEADING),
        Paragraph(clean("“We still look for two,” she said. " * 3), Kind.QUOTE),
        Paragraph(clean("Fire at 02:10"), Kind.LIST),
    ),
    captions=(clean("The ferry at dawn."),),
)
