"""How long texts are, in any script."""

import pytest

from digest.clean import clean
from digest.length import word_count
from digest.news import Article, Paragraph


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Eleven people died in the fire.", 6),
        ("Onze morts dans l’incendie d’un ferry, à l’aube", 8),
        ("여객선 화재로 열한 명이 숨졌다", 5),  # Korean sets spaces
        ("フェリー火災の死者は十一人に増えたと同省が発表した。", 1 + 12),
        ("渡轮火灾造成十一人死亡", 1 + 5),
        ("ผู้เสียชีวิตเพิ่มขึ้นเป็นสิบเอ็ดราย", 1 + 7),
        ("The ferry 渡轮火灾 was towed", 5 + 2),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert word_count(text) == words


def test_an_article_in_japanese_is_as_long_as_its_text() -> None:
    paragraph = Paragraph(clean("沿岸の港では貨物船が列をなして出航を待った。" * 20))
    article = Article(
        id="a",
        feed="",
        title=clean(""),
        publisher=clean(""),
        url=clean(""),
        paragraphs=(paragraph,),
    )
    assert article.words > 150
