"""Articles to stories: what reports the same event, and which reports are one text.

::

    items → reprints → portraits → neighbours → evidence → model → average link → chain → reasons

Reprints come first, so that each text is weighed once, however often it is printed.
"""

from collections import defaultdict
from collections.abc import Sequence

from digest.group.chain import chained
from digest.group.cluster import average_link
from digest.group.evidence import Evidence
from digest.group.item import Group, Item
from digest.group.model import Model, fitted
from digest.group.portrait import portraits
from digest.group.publisher import publisher_of
from digest.group.reasons import reasons
from digest.group.reprints import origins

__all__ = ["Group", "Item", "group", "publisher_of"]


def group(items: Sequence[Item], model: Model | None = None) -> tuple[Group, ...]:
    """The stories that the items tell, every item in exactly one, by their first item.

    The order of the items changes nothing but the indices.
    """
    order = sorted(range(len(items)), key=lambda index: _place(items[index]))
    ordered = [items[index] for index in order]
    texts = origins(ordered)
    labels = _stories(ordered, texts, model or fitted())
    stories: dict[int, list[int]] = defaultdict(list)
    for place, label in enumerate(labels):
        stories[label].append(place)
    return tuple(_group(ordered, order, texts, places) for places in stories.values())


def _place(item: Item) -> tuple[float, str, str, str, str]:
    """By time, the undated last, then by URL; the rest tells equals apart."""
    when = item.published.timestamp() if item.published else float("inf")
    return when, item.url, item.id, item.title, item.text


def _stories(items: Sequence[Item], texts: Sequence[int], model: Model) -> list[int]:
    """A label for each item; each text is looked at once, in its longest print."""
    copies: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        copies[text].append(place)
    longest = [max(places, key=lambda place: len(items[place].text)) for places in copies.values()]
    evidence = Evidence(portraits([items[place] for place in longest]), model.common)
    probability = model.weigher()
    weighed = (
        (one, other, probability(evidence.about(one, other)))
        for one, other in evidence.candidates()
        if not evidence.strangers(one, other)
    )
    # Most candidates are strangers; without them joining costs a tenth, and changes nothing.
    likely = [entry for entry in weighed if entry[2] > 0.02]
    labels = chained(average_link(len(longest), likely, model.least), likely)
    found = dict(zip(copies, labels, strict=True))
    return [found[text] for text in texts]


def _group(
    items: Sequence[Item], order: Sequence[int], texts: Sequence[int], places: Sequence[int]
) -> Group:
    numbers: dict[int, int] = {}
    own = tuple(numbers.setdefault(texts[place], len(numbers)) for place in places)
    return Group(
        members=tuple(order[place] for place in places),
        origins=own,
        why=reasons([items[place] for place in places], own),
    )
