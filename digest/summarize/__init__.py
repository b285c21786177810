"""Article or story → its most telling sentences, each with its source."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from digest.language.words import stems
from digest.news import Article, Sentence
from digest.summarize.candidates import Candidate, candidates, leaning_candidates
from digest.summarize.choice import Worth, choose, measure
from digest.summarize.luhn import densities

_ENOUGH: Final = 0.1
"""A story's summary ends where a sentence would add less than this share of the first."""


def summarize(article: Article, *, sentences: int = 3) -> tuple[Sentence, ...]:
    """The sentences that tell most of an article, in its order; fewer if it has not as many."""
    found = candidates([(0, article)])
    worth = _worth(found, [article], densities(found))
    chosen = choose(found, worth, count=sentences, words=10_000)
    return tuple(each.sentence() for each in sorted(chosen, key=lambda each: each.place))


def summarize_story(
    articles: Sequence[Article], *, origins: Sequence[int], words: int = 100
) -> tuple[Sentence, ...]:
    """The sentences that tell most of a story, nothing twice.

    Args:
        articles: All reports of it.
        origins: For each, the number of its origin: of reprints only the longest is read.
        words: At most so many in all, but at least one sentence, if there is one.
    """
    told = _in_one_language(_originals(articles, origins))
    found = candidates(told) or leaning_candidates(told)
    worth = _worth(found, [article for _, article in told], {})
    chosen = choose(found, worth, count=words, words=words, enough=_ENOUGH)
    return tuple(each.sentence() for each in _readable(chosen))


def _worth(
    found: Sequence[Candidate], articles: Sequence[Article], density: Mapping[Candidate, float]
) -> Worth:
    titles = [stems(article.title, article.language or "en") for article in articles]
    return measure(found, titles, density)


def _originals(articles: Sequence[Article], origins: Sequence[int]) -> list[tuple[int, Article]]:
    """Of each origin the longest report, with its index."""
    longest: dict[int, int] = {}
    for index, origin in enumerate(origins):
        best = longest.setdefault(origin, index)
        if articles[index].words > articles[best].words:
            longest[origin] = index
    return [(index, articles[index]) for index in sorted(longest.values())]


def _in_one_language(told: list[tuple[int, Article]]) -> list[tuple[int, Article]]:
    """The reports in the language that most of them have; of two such, the first one's."""
    languages = Counter(article.language for _, article in told)
    most = max(languages, key=languages.__getitem__, default="")
    return [(index, article) for index, article in told if article.language == most]


def _readable(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Leads first, details after them; what leans on a sentence right behind it."""
    ordered: list[Candidate] = []
    for each in sorted(chosen, key=lambda each: (each.place, each.article)):
        at = ordered.index(each.needs) + 1 if each.needs in ordered else len(ordered)
        ordered.insert(at, each)
    return ordered
