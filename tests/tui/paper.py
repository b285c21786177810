"""An edition made up for these tests: its towns, papers and news exist nowhere else."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from msgspec.structs import replace

from digest.clean import clean
from digest.news import (
    Agreement,
    Article,
    Because,
    Claim,
    Correction,
    Counts,
    Day,
    Difference,
    Edition,
    Feed,
    FeedHealth,
    Found,
    Hand,
    Kind,
    LeftOut,
    Missed,
    Only,
    Paragraph,
    Quote,
    Report,
    Sentence,
    Story,
    Update,
    Window,
)

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 22, 7, 30, tzinfo=ZONE)
MADE = datetime(2026, 11, 22, 6, 2, tzinfo=ZONE)
LATER = datetime(2026, 11, 22, 7, 10, tzinfo=ZONE)
PUBLISHERS = ("The Harbour Post", "Nordwind", "Meridian Wire", "Valley Courier", "Civic Eye")

HARBOUR = """\
The keepers of the four lights around Port Ansgar went back to their posts at dusk on Saturday, \
ending the longest stoppage in the harbour’s history.
Under the agreement the council pays the night allowance from January and puts the question of \
automation to an independent panel.
Ships had waited in the roads since the eleventh, some of them with fruit that had to be thrown \
overboard."""

FRONT = """\
Business|rates|5|Central bank of Ostmark holds rates and hints at a cut in the spring
World|bridge|4|Engineers close the Velden bridge after cracks are found in two piers
World|glacier|2|Glacier lake above Tarn drains overnight without harm
World|vote|3|Assembly of Lower Ister votes to move the capital upstream
Technology|chip|3|Foundry in Kessel begins to sell chips made without rare gases
Technology|radio|2|Amateurs hear a satellite that was given up for dead in 1987
Science|eel|2|Eels found to navigate by the smell of their grandparents’ rivers"""

MORE = """\
Fog on the northern line is expected to last into the week
Talks over the salt road begin again
Ferry pilots ask for a second compass
Rain fills the Ister valley’s reservoirs"""

ALONE = """\
Bakery wins prize for a loaf nobody can lift
Museum finds a drawer that was never opened
Choir sings on a roundabout, and traffic slows to listen
Chess club moves into a former swimming pool
Two towns quarrel over one hill"""

TEXT = """\
The lamps came on one after another, from the North Mole to the Shallows, while a few hundred \
people watched from the quay with their collars up.
All four lights were lit again by six in the evening, and the first pilot boat left the quay \
within the hour. Behind it, one by one, the ships in the roads weighed anchor.
# What was agreed
- the night allowance is paid from January
- a panel of three looks at automation and reports within a year, and until it has done so no \
keeper is dismissed
> “We did not do this for the money, we did it for the light,” said Ilse Marrow, keeper of the \
North Mole.
"""
REST = """\
Paragraph {n} of the report goes on about the harbour, its ships and its weather, as reports of \
this kind will when the news itself has been told and the page is not yet full."""
KINDS = {"#": Kind.HEADING, "-": Kind.LIST, ">": Kind.QUOTE}


def address(publisher: str, path: str) -> str:
    return f"https://{publisher.lower().replace(' ', '')}.example/{path}"


def report(key: str, title: str, n: int, *, by: int | None = None) -> Report:
    publisher = PUBLISHERS[(n if by is None else by) % len(PUBLISHERS)]
    return Report(
        id=f"{key}-{n}",
        title=clean(title),
        publisher=clean(publisher),
        url=clean(address(publisher, key)),
        published=MADE - timedelta(hours=2 + 5 * n, minutes=7 * n),
        origin=n,
        language=clean("en"),
        feed=address(publisher, "feed"),
    )


def story(
    key: str, headline: str, section: str = "World", *, reports: int = 3, by: int | None = None
) -> Story:
    """A story of one sentence, told by `reports` publishers, or by one of them."""
    articles = tuple(report(key, headline, n, by=by) for n in range(reports))
    said = clean(f"All that is known of {key} is in this sentence.")
    return Story(
        id=f"{key}-0",
        headline=clean(headline),
        section=clean(section),
        minutes=1,
        articles=articles,
        publishers=reports,
        origins=reports,
        summary=(Sentence(text=said, article=0, paragraph=1),),
    )


def claim(value: str, speaker: str, text: str, article: int, paragraph: int) -> Claim:
    return Claim(
        value=clean(value),
        text=clean(text),
        speaker=clean(speaker),
        article=article,
        paragraph=paragraph,
    )


def harbour() -> Story:
    """A story with everything in it, the fourth report a reprint of the third."""
    plain = story(
        "harbour",
        "Lighthouse keepers of Port Ansgar return to work after eleven days as the council meets "
        "half of their demand",
        reports=5,
    )
    wire = replace(plain.articles[3], origin=2, agency=clean("Meridian Wire"))
    lit = "All four lights were lit again by six in the evening."
    return replace(
        plain,
        articles=(*plain.articles[:3], wire, plain.articles[4]),
        origins=4,
        minutes=2,
        update=Update(day=2, since="2026-11-21"),
        summary=tuple(
            Sentence(text=clean(text), article=n, paragraph=n + 1)
            for n, text in enumerate(HARBOUR.splitlines())
        ),
        new=(Sentence(text=clean(lit), article=1, paragraph=2),),
        differ=(
            Difference(
                what=clean("ships waiting in the roads"),
                kind="conflict",
                claims=(
                    claim(
                        "31",
                        "harbour office",
                        "The harbour office counted 31 ships on Friday night.",
                        0,
                        4,
                    ),
                    claim(
                        "about 40",
                        "pilots’ guild",
                        "About 40 lay at anchor, the pilots’ guild said.",
                        2,
                        3,
                    ),
                ),
            ),
        ),
        agree=(
            Agreement(text=clean("The stoppage lasted eleven days."), articles=(0, 1, 2)),
            Agreement(text=clean("The allowance is paid from January."), articles=(0, 4)),
        ),
        only=(Only(text=clean("One keeper slept in the lamp room throughout."), article=4),),
        quote=Quote(
            text=clean("We did not do this for the money, we did it for the light."),
            speaker=clean("Ilse Marrow, keeper of the North Mole"),
            article=1,
            paragraph=6,
        ),
        timeline=(
            Day(day="2026-11-21", text=clean("The council offers talks."), article=2),
            Day(day="2026-11-22", text=clean("The keepers return."), article=0),
        ),
    )


def edition(*stories: Story, day: str = "2026-11-22") -> Edition:
    """A day's edition: with these stories on its front, or with its own."""
    lines = (line.split("|") for line in FRONT.splitlines())
    front = (story(key, title, section, reports=int(n)) for section, key, n, title in lines)
    more = (story(f"more{n}", t, reports=2) for n, t in enumerate(MORE.splitlines()))
    alone = (story(f"alone{n}", t, reports=1, by=n % 2) for n, t in enumerate(ALONE.splitlines()))
    return Edition(
        day=day,
        made=MADE,
        window=Window(start=MADE - timedelta(days=1), end=MADE),
        minutes=5,
        counts=Counts(articles=143, publishers=5, stories=17, feeds=20, missed=2),
        stories=stories or (harbour(), *front),
        more=() if stories else tuple(more),
        alone=() if stories else tuple(alone),
        missed=() if stories else (missed("Pebble Gazette"), missed("The Old Bell")),
    )


def missed(feed: str, reason: str = "timeout") -> Missed:
    return Missed(
        feed=clean(feed),
        url=clean(address(feed, "feed")),
        reason=clean(reason),
        failures=3,
        since=MADE - timedelta(days=3),
    )


def later(before: Edition, *added: Story) -> Edition:
    """The same day's edition, a revision later, with stories added at its top."""
    fresh = tuple(replace(one, added=LATER) for one in added)
    revision = before.revision + 1
    return replace(before, revision=revision, made=LATER, stories=(*fresh, *before.stories))


def article(one: Report) -> Article:
    """The text behind a report: eighteen paragraphs of every kind."""
    lines = [*TEXT.splitlines(), *(REST.format(n=n) for n in range(7, 19))]
    kinds = (KINDS.get(line[0], Kind.TEXT) for line in lines)
    return Article(
        id=one.id,
        feed=one.feed,
        title=one.title,
        publisher=one.publisher,
        url=one.url,
        byline=(clean("A. Correspondent"), clean("B. Stringer")),
        dateline=clean("Port Ansgar"),
        published=one.published,
        language=clean("en"),
        paragraphs=tuple(
            Paragraph(clean(line.lstrip("#->")), kind)
            for line, kind in zip(lines, kinds, strict=True)
        ),
        captions=(clean("The North Mole light on Saturday evening."),),
    )


def health() -> tuple[FeedHealth, ...]:
    good = (
        FeedHealth(
            feed=Feed(url=address(name, "feed")),
            title=clean(name),
            last_success=MADE - timedelta(minutes=n),
            entries=40 + 7 * n,
        )
        for n, name in enumerate(PUBLISHERS)
    )
    bad = FeedHealth(
        feed=Feed(url="https://reader:secret@pebblegazette.example/feed"),
        title=clean("Pebble Gazette"),
        last_success=MADE - timedelta(days=3),
        failures=3,
        failing_since=MADE - timedelta(days=3),
        reason=clean("timeout"),
        home=clean("https://www.pebblegazette.example/"),
        entries=12,
    )
    return (*good, bad)


def starter() -> tuple[Feed, ...]:
    return tuple(
        Feed(url=address(name, "feed"), title=clean(name), section=clean(section))
        for name, section in zip(
            PUBLISHERS, ("World", "World", "World", "Science", "Science"), strict=True
        )
    )


def because(one: Story) -> Because:
    return Because(
        story=one.id,
        headline=one.headline,
        together=(clean("All name Port Ansgar and 31 ships."),) if len(one.articles) > 1 else (),
        left_out=LeftOut(
            story="bridge-0",
            headline=clean("Engineers close the Velden bridge"),
            shared=(clean("Both were told on Sunday."),),
            against=(clean("They share no name."),),
        ),
        rank=(clean("4 independent origins"), clean("Told within the last hour")),
    )


def found(one: Report) -> Found:
    snippet = f"All that is known of {one.title} is in this sentence."
    return Found(
        id=one.id,
        title=one.title,
        publisher=one.publisher,
        url=one.url,
        published=one.published,
        snippet=clean(snippet),
        paragraph=2,
        marks=((0, 3),),
    )


def corrected(printed: Edition, hands: Sequence[Correction]) -> Edition:
    """The edition as a desk would make it up with these corrections."""
    stories = list(printed.stories)
    for hand in hands:
        named = [s for s in stories if any(r.id in hand.articles for r in s.articles)]
        match hand.hand:
            case Hand.MUTE:
                stories = [s for s in stories if s not in named]
            case Hand.FOLLOW:
                stories = [*named, *(s for s in stories if s not in named)]
            case Hand.TOGETHER:
                other = [s for s in stories if any(r.id in hand.others for r in s.articles)]
                both = tuple(r for s in (*named, *other) for r in s.articles)
                joined = replace(named[0], articles=both, publishers=len(both))
                stories = [joined if s is named[0] else s for s in stories if s not in other]
            case Hand.APART:
                kept = tuple(r for r in named[0].articles if r.id not in hand.articles)
                out = next(r for r in named[0].articles if r.id in hand.articles)
                left = replace(named[0], articles=kept, new=(), differ=(), agree=(), only=())
                left = replace(left, summary=left.summary[:1], quote=None, timeline=())
                alone = replace(story(out.id, out.title, reports=1), articles=(out,))
                stories = [left if s is named[0] else s for s in stories] + [alone]
    return replace(printed, stories=tuple(stories))
