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


def strangers() -> list[Item]:
    """A small day on which nobody tells what another does."""
    told = {
        "grain": (
            "Barley price falls to lowest since spring",
            (
                "Barley lost a tenth of its price this week as the southern harvest came in larger "
                "than traders had expected. Mills in Dunlow are buying ahead for the winter."
            ),
        ),
        "fever": (
            "One dose protects children from marsh fever, trial shows",
            (
                "A single dose of a new vaccine protected four in five children in a trial with "
                "3,000 families, the Institute of Hygiene in Velden said."
            ),
        ),
        "lunch": (
            "Free school meals for under twelves pass first reading",
            (
                "Parliament voted for free meals in primary schools. The bill, brought in by Nora "
                "Feldt, goes to committee next week and would cost 90 million a year."
            ),
        ),
        "orchard": (
            "Lost apple variety found behind a bus depot",
            (
                "A gardener in Ketterby has found a Russet Queen, an apple last described in 1911. "
                "Grafts will be planted in the county orchard."
            ),
        ),
        "router": (
            "Maker of home routers ends support for old models",
            (
                "Netvale will not mend a known hole in 300,000 home routers, the firm said. Owners "
                "are told to buy a newer model."
            ),
        ),
        "theatre": (
            "Harbour theatre to reopen after four years",
            (
                "The Lantern in Port Reyes opens again in May with a comedy by Ada Brock. The roof "
                "had fallen in during a rehearsal."
            ),
        ),
    }
    return [report(name, *said, hours=hour) for hour, (name, said) in enumerate(told.items())]


def abroad() -> list[Item]:
    """Three reports in French with nothing but their language in common."""
    told = {
        "train": (
            "Le train de nuit revient après quinze ans",
            (
                "Le premier train de nuit entre Valbrune et Kerstin partira en décembre, a annoncé "
                "la compagnie des chemins de fer. Les billets seront vendus dès lundi."
            ),
        ),
        "musee": (
            "Un tableau volé en 1983 retrouvé dans un grenier",
            (
                "Une famille de Saint-Orme a retrouvé dans son grenier un tableau volé au musée "
                "voilà quarante ans. La police a annoncé sa restitution lundi."
            ),
        ),
        "vendange": (
            "Les vignerons annoncent une petite récolte",
            (
                "Après le gel du printemps, les vignerons du Lannois attendent une récolte en "
                "baisse d'un tiers, la plus petite depuis quinze ans."
            ),
        ),
    }
    return [
        report(name, *said, hours=hour, language="fr")
        for hour, (name, said) in enumerate(told.items())
    ]


def sorted_out(items: list[Item], groups: tuple[object, ...]) -> set[frozenset[str]]:
    """The groups as sets of ids: what is left when indices and order are taken away."""
    return {frozenset(items[index].id for index in found.members) for found in groups}
