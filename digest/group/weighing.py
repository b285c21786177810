"""Weighs the pairs of a day: which texts there are, and how likely two of them tell one story."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from digest.group.evidence import Evidence
from digest.group.item import Item
from digest.group.meaning import across, adjusted
from digest.group.model import Model
from digest.group.neighbours import in_time
from digest.group.portrait import Portrait, portraits
from digest.group.reprints import origins

Link: TypeAlias = tuple[int, int, float]
"""Two texts, by number, and the probability that they tell one story."""

LIKELY: Final = 0.02
"""Most candidates are strangers; without them joining costs a tenth, and changes nothing."""


class Weighed(Struct, frozen=True, kw_only=True):
    """A day whose pairs are weighed. Each text counts once, however often it is printed."""

    order: tuple[int, ...]
    """The items' indices by time, then URL: a place in it stands for an item below."""

    copies: tuple[tuple[int, ...], ...]
    """For each text the places that print it."""

    links: tuple[Link, ...]


def weigh(items: Sequence[Item], model: Model, *, strangers: bool = False) -> Weighed:
    """The day's texts and links; the order of the items changes nothing but the indices.

    Strangers and pairs that are not LIKELY are left out unless they are asked for.
    """
    order = sorted(range(len(items)), key=lambda index: _place(items[index]))
    ordered = [items[index] for index in order]
    copies: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(origins(ordered)):
        copies[text].append(place)
    longest = [
        max(places, key=lambda place: len(ordered[place].text)) for places in copies.values()
    ]
    return Weighed(
        order=tuple(order),
        copies=tuple(map(tuple, copies.values())),
        links=tuple(_links([ordered[place] for place in longest], model, strangers=strangers)),
    )


def _place(item: Item) -> tuple[float, str, str, str, str]:
    """By time, the undated last, then by URL; the rest tells equals apart."""
    when = item.published.timestamp() if item.published else float("inf")
    return when, item.url, item.id, item.title, item.text


def _links(items: Sequence[Item], model: Model, *, strangers: bool) -> list[Link]:
    told = portraits(items)
    links = {
        (one, other): adjusted(likely, items[one], items[other])
        for one, other, likely in _weighed(told, model, strangers)
    }
    for one, other, likely in across([item.vector for item in items], [p.language for p in told]):
        if in_time(told[one].hour, told[other].hour):
            links[one, other] = max(likely, links.get((one, other), 0.0))
    return [(one, other, likely) for (one, other), likely in sorted(links.items())]


def _weighed(told: Sequence[Portrait], model: Model, strangers: bool) -> Iterator[Link]:
    evidence = Evidence(told)
    probability = model.weigher()
    for one, other in evidence.candidates():
        if strangers or not evidence.strangers(one, other):
            likely = probability(evidence.about(one, other))
            if strangers or likely > LIKELY:
                yield one, other, likely
