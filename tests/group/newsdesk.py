"""A few reports of our own, for grouping to sort."""

from datetime import UTC, datetime, timedelta

from digest.clean import clean
from digest.group import Item

MORNING = datetime(2026, 11, 2, 6, 30, tzinfo=UTC)

BRIDGE = (
    "The Carrow Bridge in Aldermouth was closed on Monday after divers found cracks in two of "
    "its nine pillars, the port authority said. Some 14,000 vehicles cross the river Ald there "
    "every day. Mayor Edna Pickering said the repairs would take at least six weeks and cost "
    "3.2 million. Buses will run over the northern crossing from Tuesday. The bridge was built "
    "in 1931 and last repaired in 1988, when a barge struck the third pillar in fog. Engineers "
    "will test the remaining pillars this week, and the authority promised a report by Friday. "
    "Shopkeepers on the south bank fear for their trade before the holidays. We were told at "
    "nine and shut at ten, said Tom Ferris, who sells fish beside the ramp."
)
BRIDGE_RETOLD = (
    "Drivers in Aldermouth face weeks of detours: engineers shut the Carrow Bridge when an "
    "underwater inspection showed damage to its supports. Edna Pickering, the mayor, spoke of "
    "six weeks of work. The crossing over the Ald carries 14,000 cars and lorries a day, the "
    "port authority estimates."
)
BRIDGE_VOICES = (
    "Anger is growing on the south bank of Aldermouth, where the closed Carrow Bridge keeps "
    "customers away. Mayor Pickering told traders that the cracked pillars left no choice, and "
    "that the port authority would pay part of the losses."
)
FERRY = (
    "A ferry with 212 passengers ran aground off the island of Sant Ombra late on Sunday. Coast "
    "guards brought everybody ashore by midnight, and nobody was badly hurt. The captain said "
    "that the rudder of the Lady Maren had jammed."
)
ELECTION = (
    "Voters in Torvania go to the polls on Sunday in an election that President Ilse Varga "
    "called a choice between two futures. Surveys put her party level with the Farmers' Union. "
    "About five million people may vote."
)


def report(name: str, title: str, text: str = "", *, hours: float = 0, **more: str) -> Item:
    """A report, so many hours after the morning; its URL is made from its name."""
    return Item(
        id=name,
        title=clean(title),
        text=text,
        published=MORNING + timedelta(hours=hours),
        url=clean(f"https://{name}.example/story"),
        publisher=clean(name.title()),
        language=clean(more.get("language", "en")),
        agency=clean(more.get("agency", "")),
    )


def desk() -> list[Item]:
    """A small day: one story told by three, two told by one."""
    return [
        report("herald", "Carrow Bridge closed after cracks found in pillars", BRIDGE),
        report("courier", "Aldermouth shuts Carrow Bridge for six weeks", BRIDGE_RETOLD, hours=2),
        report("echo", "South bank traders in despair over Carrow Bridge", BRIDGE_VOICES, hours=5),
        report("gazette", "Ferry runs aground off Sant Ombra, 212 brought ashore", FERRY, hours=1),
        report("tribune", "Torvania votes on Sunday", ELECTION, hours=3),
    ]


def sorted_out(items: list[Item], groups: tuple[object, ...]) -> set[frozenset[str]]:
    """The groups as sets of ids: what is left when indices and order are taken away."""
    return {frozenset(items[index].id for index in found.members) for found in groups}
