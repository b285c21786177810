"""Articles to stories: what reports the same event, and which reports are one text.

::

    items → reprints → portraits → neighbours → evidence → model → average link → chain → reasons

Reprints come first, so that each text is weighed once, however often it is printed.
"""

from collections import defaultdict
from collections.abc import Sequence

from digest.group.chain import chained
from digest.group.cluster import ALONE, SURE, average_link
from digest.group.item import Because, Group, Item
from digest.group.model import Model, fitted
from digest.group.publisher import publisher_of
from digest.group.reasons import differences, reasons
from digest.group.weighing import Weighed, weigh

__all__ = ["Because", "Group", "Item", "explain", "group", "publisher_of"]


def group(items: Sequence[Item], model: Model | None = None) -> tuple[Group, ...]:
    """The stories that the items tell, every item in exactly one, by their first item.

    The order of the items changes nothing but the indices.
    """
    model = model or fitted()
    day = weigh(items, model)
    near = average_link(len(day.copies), day.links, model.least, alone=ALONE, sure=SURE)
    labels = chained(near, day.links)
    stories: dict[int, list[int]] = defaultdict(list)
    for text, label in enumerate(labels):
        stories[label].append(text)
    found = [_group(items, day, texts) for texts in stories.values()]
    place = {index: place for place, index in enumerate(day.order)}
    return tuple(sorted(found, key=lambda each: place[each.members[0]]))


def _group(items: Sequence[Item], day: Weighed, texts: Sequence[int]) -> Group:
    printed = sorted((place, text) for text in texts for place in day.copies[text])
    numbers: dict[int, int] = {}
    own = tuple(numbers.setdefault(text, len(numbers)) for _, text in printed)
    members = tuple(day.order[place] for place, _ in printed)
    return Group(members=members, origins=own, why=reasons([items[i] for i in members], own))


def explain(items: Sequence[Item], members: Sequence[int], model: Model | None = None) -> Because:
    """Why these members of a day's items stand together, and what came nearest to joining them.

    The members need not be a group that `group` found: a reader may have made it.
    """
    day = weigh(items, model or fitted(), strangers=True)
    told = frozenset(members)
    inside = {
        text
        for text, places in enumerate(day.copies)
        if any(day.order[place] in told for place in places)
    }
    printed = sorted(
        (place, text) for text in inside for place in day.copies[text] if day.order[place] in told
    )
    story = [items[day.order[place]] for place, _ in printed]
    nearest = _nearest(day, inside)
    return Because(
        together=reasons(story, [text for _, text in printed]),
        nearest=nearest,
        against=() if nearest is None else differences(story, items[nearest]),
    )


def _nearest(day: Weighed, inside: set[int]) -> int | None:
    """The item outside with the most links, by weight, to the texts inside."""
    sums: dict[int, float] = defaultdict(float)
    for one, other, likely in day.links:
        if (one in inside) != (other in inside):
            sums[other if one in inside else one] += likely
    best = min(sums, key=lambda text: (-sums[text], text), default=None)
    return None if best is None else day.order[day.copies[best][0]]
