"""An article from the feed's own text, where the page gives none."""

from digest.clean import clean
from digest.extract.agency import same
from digest.extract.byline import credit
from digest.extract.dateline import head
from digest.language.identify import language_of
from digest.news import Article, Entry, Paragraph


def from_feed(entry: Entry, *, note: str) -> Article:
    """The entry as an article; `note` says why it is the feed's text."""
    texts = (entry.content or entry.summary or entry.title).split("\n\n")
    first = head(texts[0])
    names = credit(entry.authors, entry.publisher)
    service = first.agency or names.agency
    paragraphs = tuple(Paragraph(clean(text)) for text in (first.text, *texts[1:]) if clean(text))
    return Article(
        id=entry.id,
        feed=entry.feed,
        title=entry.title,
        publisher=entry.publisher,
        url=entry.url,
        byline=names.names,
        agency=clean("") if same(service, entry.publisher) else service,
        dateline=first.dateline,
        published=entry.published,
        updated=entry.updated,
        language=clean(language_of(" ".join(texts), entry.language)),
        paragraphs=paragraphs,
        image=entry.images[0] if entry.images else None,
        note=clean(note),
    )
