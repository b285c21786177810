"""An item as grouping sees it: its stems, its names, its figures, its hour."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from digest.group.item import Item
from digest.language.identify import language_of
from digest.language.names import in_capitals, names, numbers, quotations
from digest.language.words import stems

HEAD: Final = 1500
"""Characters of text that count: news tells what happened first; more did not help (measured)."""


class Portrait(Struct, frozen=True, kw_only=True):
    """What one item says, in comparable form."""

    title: tuple[str, ...]
    text: tuple[str, ...]
    names: frozenset[str]
    """Stems of the words that its running text writes with a capital."""

    numbers: frozenset[str]
    quotes: tuple[frozenset[str], ...]
    """The stems of each quotation of three words or more."""

    language: str

    hour: float | None
    """Hours since 1970; None where only the day, or nothing, is known."""

    @property
    def said(self) -> frozenset[str]:
        """All its stems."""
        return frozenset(self.title) | frozenset(self.text)


def portraits(items: Sequence[Item]) -> list[Portrait]:
    """One for each item; a headline too short to tell its language has that of the most."""
    told = [language_of(f"{item.title}. {item.text[:300]}", item.language) for item in items]
    counts = Counter(language for language in told if language)
    common = min(counts, key=lambda language: (-counts[language], language), default="en")
    return [_portrait(item, language or common) for item, language in zip(items, told, strict=True)]


def _portrait(item: Item, language: str) -> Portrait:
    title, text = item.title[:HEAD], item.text[:HEAD].removeprefix(item.title)
    named = names(text) + ([] if in_capitals(title) else names(title))
    quoted = (frozenset(stems(words, language)) for words in quotations(f"{title}\n{text}"))
    own = frozenset(stems(item.publisher, language))
    return Portrait(
        title=tuple(stem for stem in stems(title, language) if stem not in own),
        text=tuple(stem for stem in stems(text, language) if stem not in own),
        names=frozenset(stems(" ".join(named), language)) - own,
        numbers=frozenset(numbers(f"{title} {text}")),
        quotes=tuple(said for said in quoted if len(said) >= 3)[:6],
        language=language,
        hour=hour_of(item),
    )


def hour_of(item: Item) -> float | None:
    """Hours since 1970 at which it appeared; None without a time, or where only a day is known."""
    when = item.published
    if when is None or (when.hour, when.minute, when.second) == (0, 0, 0):
        return None
    return when.timestamp() / 3600
