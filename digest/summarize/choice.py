"""Which sentences a summary takes: those that add most of what is told most."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain, pairwise
from math import exp, inf, log
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

_Told: TypeAlias = list[tuple[str, ...]]
"""The stems of an article's sentences."""

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
    articles = _by_article(candidates)
    words = _word_weights(articles, headlines)
    pairs = _pair_weights(articles, headlines)
    named = Counter(chain.from_iterable(each.names for each in candidates))

    def worth(each: Candidate, told: set[str]) -> float:
        new = sum(words[stem] for stem in each.stems if stem not in told)
        new += sum(
            pairs[pair]
            for pair in pairwise(each.stems)
            if pair in pairs and not told.issuperset(pair)
        )
        new += NAME * sum(named[name] > 1 for name in each.names)
        lead = 1 + LEAD * exp(-each.place / LEAD_SENTENCES)
        manner = (FIGURES if each.figures else 1.0) * (OF_ITSELF if each.of_itself else 1.0)
        manner *= COLOURED if each.coloured else 1.0
        manner *= 1 + DENSE * density.get(each, 0.0)
        return float(new * lead * manner / (each.size + LENGTH_ADDED) ** LENGTH)

    return worth


def _by_article(candidates: Iterable[Candidate]) -> list[_Told]:
    articles: dict[int, _Told] = {}
    for each in candidates:
        articles.setdefault(each.article, []).append(each.stems)
    return list(articles.values())


def _word_weights(articles: Sequence[_Told], titles: Sequence[tuple[str, ...]]) -> dict[str, float]:
    """What a word is worth, by the sentences, articles and titles that have it."""
    sentences = Counter(chain.from_iterable(chain.from_iterable(articles)))
    among = _articles_with(map(chain.from_iterable, articles))
    titled = Counter(chain.from_iterable(dict.fromkeys(title) for title in titles))
    return {
        word: REPEATED * log(count)
        + SHARED * (among[word] - 1)
        + IN_A_TITLE * (word in titled)
        + IN_TITLES * (titled.get(word, 0) > 1)
        for word, count in sentences.items()
    }


def _pair_weights(
    articles: Sequence[_Told], titles: Sequence[tuple[str, ...]]
) -> dict[tuple[str, str], float]:
    """What two neighbouring words are worth that several articles or titles have."""
    among = _articles_with(chain.from_iterable(map(pairwise, told)) for told in articles)
    titled = Counter(chain.from_iterable(dict.fromkeys(pairwise(title)) for title in titles))
    return {
        pair: PAIR_SHARED * (count - 1) + PAIR_TITLED * min(2, titled[pair])
        for pair, count in among.items()
        if count > 1 or pair in titled
    }


def _articles_with(articles: Iterable[Iterable[Term]]) -> Counter[Term]:
    """In how many articles each of their terms stands."""
    return Counter(chain.from_iterable(map(dict.fromkeys, articles)))


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
    values: dict[Candidate, float] = {}
    least = 0.0
    while len(chosen) < count:
        room = words - sum(each.size for each in chosen)
        fitting = [each for each in left if each.size <= room]
        left = fitting if fitting or chosen else left
        plain = [each for each in left if each.needs is None or each.needs in chosen]
        if not plain:
            break
        value, best = _best(plain, worth, told, values)
        if chosen and value < least:
            break
        left.remove(best)
        if not any(_same(best, each) for each in chosen):
            chosen.append(best)
            told.update(best.stems)
            least = least or enough * value
    return chosen


def _best(
    candidates: Sequence[Candidate], worth: Worth, told: set[str], values: dict[Candidate, float]
) -> tuple[float, Candidate]:
    """How much the best of them adds, and which that is: the first, where several do.

    `values` holds what each added when it was last measured. None adds more after more has
    been told, so that few need be measured again.
    """
    highest = 0.0
    for each in sorted(candidates, key=lambda each: values.get(each, inf), reverse=True):
        if values.get(each, inf) < highest:
            break
        values[each] = worth(each, told)
        highest = max(highest, values[each])
    return highest, next(each for each in candidates if values.get(each) == highest)


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences say the same in nearly the same words."""
    shared = len(set(one.stems).intersection(other.stems))
    return shared > SAME * min(len(one.stems), len(other.stems))
