"""Which sentences a summary takes: those that add most of what is told most."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain, pairwise
from math import exp, log
from typing import Final, TypeAlias, TypeVar

from digest.summarize.candidates import Candidate

# Fitted together on 100 articles and 600 stories with reference summaries, by ROUGE-1 and -2.
REPEATED: Final = 0.7
SHARED: Final = 0.3
IN_A_TITLE: Final = 0.5
IN_TITLES: Final = 1.5
PAIR_SHARED: Final = 0.6
PAIR_TITLED: Final = 0.25
NAME: Final = 0.1
LEAD: Final = 4.0
LEAD_SENTENCES: Final = 5.0
OF_ITSELF: Final = 0.55
COLOURED: Final = 0.85
FIGURES: Final = 1.4
DENSE: Final = 0.3
LENGTH: Final = 0.9
LENGTH_ADDED: Final = 10.0

SAME: Final = 0.7
"""Share of its words that a sentence has in common with one that says the same."""

Worth: TypeAlias = Callable[[Candidate, set[str]], float]
"""What a candidate adds to the words that have been told."""

Term = TypeVar("Term", bound=Hashable)


def measure(
    candidates: Sequence[Candidate],
    titles: Iterable[Sequence[str]],
    density: Mapping[Candidate, float],
) -> Worth:
    """How to measure candidates against each other.

    A sentence is worth the words and names in it that are not told yet, more near the head
    of its article and where they stand close together, less the longer it is.

    Args:
        candidates: All of them.
        titles: The headlines' stems.
        density: Luhn's ratings, where they are wanted.
    """
    headlines = [tuple(title) for title in titles]
    words = _word_weights(candidates, headlines)
    pairs = _pair_weights(candidates, headlines)
    named = Counter(chain.from_iterable(each.names for each in candidates))

    def worth(each: Candidate, told: set[str]) -> float:
        new = sum(words[stem] for stem in each.stems if stem not in told)
        new += sum(
            pairs.get(pair, 0.0) for pair in pairwise(each.stems) if not told.issuperset(pair)
        )
        new += NAME * sum(named[name] > 1 for name in each.names)
        lead = 1 + LEAD * exp(-each.place / LEAD_SENTENCES)
        manner = (FIGURES if each.figures else 1.0) * (OF_ITSELF if each.of_itself else 1.0)
        manner *= COLOURED if each.coloured else 1.0
        manner *= 1 + DENSE * density.get(each, 0.0)
        return float(new * lead * manner / (each.size + LENGTH_ADDED) ** LENGTH)

    return worth


def _word_weights(
    candidates: Sequence[Candidate], titles: Sequence[tuple[str, ...]]
) -> dict[str, float]:
    """What a word is worth, by the sentences, articles and titles that have it."""
    sentences = Counter(chain.from_iterable(each.stems for each in candidates))
    articles = _articles_with((each.article, stem) for each in candidates for stem in each.stems)
    titled = Counter(chain.from_iterable(dict.fromkeys(title) for title in titles))
    return {
        word: REPEATED * log(count)
        + SHARED * (articles[word] - 1)
        + IN_A_TITLE * (titled[word] > 0)
        + IN_TITLES * (titled[word] > 1)
        for word, count in sentences.items()
    }


def _pair_weights(
    candidates: Sequence[Candidate], titles: Sequence[tuple[str, ...]]
) -> dict[tuple[str, str], float]:
    """What two neighbouring words are worth that several articles or titles have."""
    articles = _articles_with(
        (each.article, pair) for each in candidates for pair in pairwise(each.stems)
    )
    titled = Counter(chain.from_iterable(dict.fromkeys(pairwise(title)) for title in titles))
    return {
        pair: PAIR_SHARED * (count - 1) + PAIR_TITLED * min(2, titled[pair])
        for pair, count in articles.items()
        if count > 1 or titled[pair]
    }


def _articles_with(terms: Iterable[tuple[int, Term]]) -> Counter[Term]:
    """In how many articles each term stands."""
    return Counter(term for _, term in dict.fromkeys(terms))


def choose(
    candidates: Sequence[Candidate],
    worth: Worth,
    *,
    count: int,
    words: int,
    enough: float = 0.0,
    before: Sequence[Candidate] = (),
) -> list[Candidate]:
    """The best, one after the other, as each adds to those before it.

    Args:
        candidates: What there is.
        worth: What one adds.
        count: How many at most.
        words: How many words at most; one sentence is taken in any case.
        enough: The share of the first one's worth that a further one must add.
        before: What has been told already.
    """
    chosen: list[Candidate] = []
    told = set(chain.from_iterable(each.stems for each in before))
    left = [each for each in candidates if not any(_same(each, other) for other in before)]
    least = 0.0
    while len(chosen) < count:
        room = words - sum(each.size for each in chosen)
        fitting = [each for each in left if each.size <= room]
        left = fitting if fitting or chosen else left
        plain = [each for each in left if each.needs is None or each.needs in chosen]
        if not plain:
            break
        value, best = max(((worth(each, told), each) for each in plain), key=lambda pair: pair[0])
        if chosen and value < least:
            break
        left.remove(best)
        if not any(_same(best, each) for each in chosen):
            chosen.append(best)
            told.update(best.stems)
            least = least or enough * value
    return chosen


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences say the same in nearly the same words."""
    shared = len(set(one.stems).intersection(other.stems))
    return shared > SAME * min(len(one.stems), len(other.stems))
