"""What tests put into a store."""

from digest.clean import clean
from digest.news import Article, Paragraph


def article(id_: str, text: str = "A crane.") -> Article:
    return Article(
        id=id_,
        feed="https://a.example/feed",
        title=clean(f"Title {id_}"),
        publisher=clean("A"),
        url=clean(""),
        paragraphs=(Paragraph(clean(text)),),
    )
