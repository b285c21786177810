"""Which sentences a summary takes: those that tell most of what is told most, once."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from math import exp, log
from typing import TypeAlias

from digest.summarize.candidates import Candidate

Worth: TypeAlias = Callable[[Candidate, set[str]], float]
"""What a candidate adds to what has been told, in words' worth."""

REPEATED = 0.7
SHARED = 1.0
IN_A_TITLE = 0.5
IN_TITLES = 0.5
NAME = 0.5
LEAD = 1.0
LEAD_DECAY = 5.0
OF_ITSELF = 0.7
SIZE = 0.75
SIZE_ADD = 5.0
SAME = 0.6


def weights(candidates: Sequence[Candidate], titles: Iterable[Sequence[str]]) -> dict[str, float]:
    """What each word is worth: how many sentences, articles and titles have it."""
    sentences = Counter(chain.from_iterable(each.stems for each in candidates))
    articles = Counter(word for word, _ in {(w, c.article) for c in candidates for w in c.stems})
    titled = Counter(chain.from_iterable(set(title) for title in titles))
    return {
        word: REPEATED * log(count)
        + SHARED * (articles[word] - 1)
        + IN_A_TITLE * (titled[word] > 0)
        + IN_TITLES * (titled[word] > 1)
        for word, count in sentences.items()
    }


def measure(candidates: Sequence[Candidate], weight: dict[str, float]) -> Worth:
    """How to measure candidates: new words and known names, less in long and late sentences."""
    named = Counter(chain.from_iterable(each.names for each in candidates))

    def worth(each: Candidate, told: set[str]) -> float:
        words = sum(weight[stem] for stem in each.stems if stem not in told)
        names = NAME * sum(named[name] > 1 for name in each.names)
        lead = 1 + LEAD * exp(-each.place / LEAD_DECAY)
        plain = OF_ITSELF if each.of_itself else 1.0
        return float((words + names) * lead * plain / (each.size + SIZE_ADD) ** SIZE)

    return worth


def choose(
    candidates: Sequence[Candidate], worth: Worth, *, count: int, words: int, enough: float = 0.0
) -> list[Candidate]:
    """The best, one after the other, as each adds to those before it.

    Args:
        candidates: What there is.
        worth: What one adds.
        count: How many at most.
        words: How many words at most; one sentence is taken in any case.
        enough: The share of the first one's worth that a further one must add.
    """
    chosen: list[Candidate] = []
    told: set[str] = set()
    left = list(candidates)
    first = 0.0
    while len(chosen) < count:
        room = words - sum(each.size for each in chosen)
        left = [each for each in left if not chosen or each.size <= room]
        fit = [each for each in left if each.needs is None or each.needs in chosen]
        if not fit:
            break
        value, best = max(((worth(each, told), each) for each in fit), key=lambda pair: pair[0])
        if chosen and value < enough * first:
            break
        left.remove(best)
        if not any(_same(best, each) for each in chosen):
            chosen.append(best)
            told.update(best.stems)
            first = first or value
    return chosen


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences say the same in nearly the same words."""
    shared = len(set(one.stems) & set(other.stems))
    return shared > SAME * min(len(one.stems), len(other.stems))
