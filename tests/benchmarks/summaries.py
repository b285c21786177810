"""Summaries against their references: the first sentences, sumy's methods, ours.

    python -m tests.benchmarks.summaries --data DIR

DIR holds cnndm.jsonl.gz (one document) and allsides_neus.jsonl.gz (several), a JSON object a
line: {"docs": [{"title", "text"}], "refs": [...]}. Prints ROUGE F1 (`pip install rouge-score`),
words, and CPU milliseconds at the median.
"""

import argparse
import gzip
import json
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import Stemmer
from rouge_score.rouge_scorer import RougeScorer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from digest.clean import NOTHING, clean, clean_text
from digest.language.quotable import is_whole, without_dateline
from digest.language.reading import read
from digest.language.sentences import sentences
from digest.language.words import stop_words, words
from digest.news import Article
from digest.news import Paragraph as Block
from digest.summarize import summarize, summarize_story

SUMY = (
    EdmundsonSummarizer,
    LuhnSummarizer,
    SumBasicSummarizer,
    KLSummarizer,
    LexRankSummarizer,
    TextRankSummarizer,
    LsaSummarizer,
)
KINDS = ("rouge1", "rouge2", "rougeLsum")
stem = Stemmer.Stemmer("english").stemWord


class Tokenizer:
    """Our words, for sumy, whose own tokenizer needs data from the network."""

    def to_words(self, sentence: str) -> list[str]:
        return words(sentence)


def lead(documents: Sequence[Article], count: int) -> list[str]:
    return [text for document in documents for text in sentences(document.text)[:count]]


def plain_lead(documents: Sequence[Article], count: int) -> list[str]:
    """The same without what is no sentence: bylines, datelines, captions."""
    return [
        text
        for document in documents
        for text in [without_dateline(text) for text in sentences(document.text) if is_whole(text)][
            :count
        ]
    ]


def by_sumy(method: type, documents: Sequence[Article], count: int) -> list[str]:
    tokenizer = Tokenizer()
    model = ObjectDocumentModel(
        [
            Paragraph([Sentence(text, tokenizer) for text in sentences(document.text)])
            for document in documents
        ]
    )
    summarizer = method(stem)
    summarizer.stop_words = summarizer.null_words = stop_words("en")
    if method is EdmundsonSummarizer:
        summarizer.bonus_words = [word for each in documents for word in words(each.title)] or ["-"]
        summarizer.stigma_words = ["said"]
    return [str(sentence) for sentence in summarizer(model, count)]


def ours(documents: Sequence[Article], count: int) -> list[str]:
    if len(documents) == 1:
        return [each.text for each in summarize(*read(documents), sentences=count)]
    told = summarize_story(read(documents), origins=range(len(documents)))
    return [each.text for each in told.summary]


def rows(path: Path) -> Iterable[tuple[list[Article], list[str]]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            yield [article(**document) for document in row["docs"]], row["refs"]


def article(title: str | None, text: str, **_: object) -> Article:
    return Article(
        id="",
        feed="",
        title=clean(title or ""),
        publisher=NOTHING,
        url=NOTHING,
        paragraphs=tuple(Block(clean(part)) for part in clean_text(text).split("\n\n")),
    )


def measure(
    name: str,
    method: Callable[[Sequence[Article], int], list[str]],
    data: Sequence[tuple[list[Article], list[str]]],
    count: int,
) -> None:
    scorer = RougeScorer(list(KINDS), use_stemmer=True)
    scores: dict[str, list[float]] = {kind: [] for kind in KINDS}
    taken, size = [], 0
    for documents, references in data:
        start = time.process_time()
        text = "\n".join(method(documents, count))
        taken.append(time.process_time() - start)
        size += len(text.split())
        found = [scorer.score(reference, text) for reference in references]
        for kind in KINDS:
            scores[kind].append(max(each[kind].fmeasure for each in found))
    figures = "".join(f"{100 * statistics.mean(scores[kind]):8.2f}" for kind in KINDS)
    print(f"{name:<22}{figures}{size / len(data):8.1f}{1000 * statistics.median(taken):8.1f}")


def table(path: Path, count: int, first: int) -> None:
    data = list(rows(path))
    print(f"\n{path.name}, {len(data)} items\n{'':<22}     R-1     R-2     R-L   words      ms")
    measure(f"first {first} of each", lambda docs, _: lead(docs, first), data, count)
    measure("  whole, no dateline", lambda docs, _: plain_lead(docs, first), data, count)
    for method in SUMY:
        name = method.__name__.removesuffix("Summarizer")
        measure(f"sumy {name}", lambda docs, n, m=method: by_sumy(m, docs, n), data, count)
    measure("digest", ours, data, count)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    table(folder / "cnndm.jsonl.gz", count=3, first=3)
    table(folder / "allsides_neus.jsonl.gz", count=3, first=1)


if __name__ == "__main__":
    main()
