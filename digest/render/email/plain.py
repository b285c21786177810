"""The half of the message that is plain text: 72 columns, addresses unbroken."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from digest.news import Edition
from digest.render.cells import wrap
from digest.render.email.cut import Cut, opening
from digest.render.heads import masthead, remarks
from digest.render.text import alone, failed, front, more
from digest.render.times import day_in_words
from digest.render.view import View

WIDTH: Final = 72


def plain(edition: Edition, view: View, cut: Cut) -> str:
    """The text of the message."""
    narrow = replace(view, width=WIDTH)
    return "\n".join(_lines(edition, narrow, cut)).rstrip() + "\n"


def _lines(edition: Edition, view: View, cut: Cut) -> Iterator[str]:
    yield f"DIGEST, {day_in_words(edition.day)}"
    if edition.stories:
        yield from wrap(masthead(edition, view, ", "), WIDTH)
    for remark in remarks(edition, view):
        yield from wrap(remark, WIDTH)
    yield ""
    for sentence, story in opening(edition):
        publisher = story.articles[sentence.article].publisher
        yield from wrap(f"{sentence.text} ({publisher})", WIDTH, first="- ")
        yield ""
    yield from front(cut.of(edition), view)
    if left := cut.left_out(edition, view):
        yield from (*wrap(left, WIDTH), "")
    yield from more(edition, view, shown=cut.more, links=True)
    yield from alone(edition, view, shown=cut.publishers, links=True)
    if view.envelope.failing:
        yield from failed("Feeds that have been failing:", view.envelope.failing, view)
        yield ""
    yield "-- "
    for line in STOP:
        yield from wrap(line, WIDTH)


STOP: Final = (
    "Made by digest on your own machine; every sentence is its source's.",
    "To stop it: digest schedule --remove, or take “digest morning” out of crontab -e.",
    "Whom it goes to: [mail] in feeds.toml (digest config edit).",
)
"""How to stop it. There is no list to unsubscribe from: the sender is the reader."""
