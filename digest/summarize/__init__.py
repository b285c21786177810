"""Article or story → its most telling sentences, each with its source."""

from collections.abc import Sequence

from digest.language.words import stems
from digest.news import Article, Sentence
from digest.summarize.candidates import Candidate, candidates
from digest.summarize.choose import Worth, choose, measure, weights

_ENOUGH = 0.3


def summarize(article: Article, *, sentences: int = 3) -> tuple[Sentence, ...]:
    """The sentences that tell most of an article, in its order; fewer if it has not as many."""
    found = candidates([(0, article)])
    chosen = choose(found, _worth(found, [article]), count=sentences, words=10_000)
    return tuple(each.sentence() for each in sorted(chosen, key=lambda each: each.place))


def summarize_story(
    articles: Sequence[Article], *, origins: Sequence[int], words: int = 100
) -> tuple[Sentence, ...]:
    """The sentences that tell most of a story, nothing twice.

    Args:
        articles: All reports of it.
        origins: For each, the number of its origin: of reprints only the longest is read.
        words: At most so many in all, but at least one sentence.
    """
    told = _originals(articles, origins)
    found = candidates(told)
    worth = _worth(found, [article for _, article in told])
    chosen = choose(found, worth, count=words, words=words, enough=_ENOUGH)
    in_order = sorted(chosen, key=lambda each: (each.place, each.article))
    return tuple(each.sentence() for each in in_order)


def _worth(found: Sequence[Candidate], articles: Sequence[Article]) -> Worth:
    titles = [stems(article.title, article.language or "en") for article in articles]
    return measure(found, weights(found, titles))


def _originals(articles: Sequence[Article], origins: Sequence[int]) -> list[tuple[int, Article]]:
    """Of each origin the longest report, with its index."""
    longest: dict[int, int] = {}
    for index, origin in enumerate(origins):
        best = longest.setdefault(origin, index)
        if articles[index].words > articles[best].words:
            longest[origin] = index
    return [(index, articles[index]) for index in sorted(longest.values())]
