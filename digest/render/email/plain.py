"""The half of the message that is plain text: 72 columns, addresses unbroken.

Every line that a source could begin is behind a mark or a margin, so that none can begin
with the "From " or the lone point that mail programs act on.
"""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from digest.news import Edition, Story
from digest.render.cells import wrap
from digest.render.email.cut import ALONE_SHOWN, Cut, elsewhere, opening
from digest.render.parts import tellers, titled, titles
from digest.render.text import TELLERS, failed, front
from digest.render.view import View, by_publisher, counted, day_in_words, listed, masthead, remarks

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
    if left := cut.left_out(edition):
        yield from (*wrap(left, WIDTH), "")
    yield from _more(edition, cut)
    yield from _alone(edition, cut)
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


def _more(edition: Edition, cut: Cut) -> Iterator[str]:
    if not edition.more:
        return
    yield from (f"MORE ({len(edition.more)})", "")
    for story in edition.more[: cut.more]:
        yield from _linked(f"{story.headline} ({listed(tellers(story), TELLERS)})", story)
    if left := len(edition.more) - cut.more:
        yield from wrap(f"and {left} more: {elsewhere(edition)}", WIDTH, first="- ")
    yield ""


def _alone(edition: Edition, cut: Cut) -> Iterator[str]:
    if not edition.alone:
        return
    yield from (f"ON ITS OWN ({len(edition.alone)})", "")
    publishers = by_publisher(edition.alone)
    for publisher, told in publishers[: cut.publishers]:
        yield from wrap(f"{publisher}:", WIDTH, first="  ")
        for title, report in (pair for story in told[:ALONE_SHOWN] for pair in titles(story)):
            yield from wrap(title, WIDTH, first="  - ")
            yield from (f"    {url}" for url in (report.url,) if url)
        if left := len(told[ALONE_SHOWN:]):
            yield f"  - and {left} more"
    if rest := publishers[cut.publishers :]:
        count = counted(sum(len(told) for _, told in rest), "story", "stories")
        who = counted(len(rest), "publisher")
        yield from wrap(f"and {count} of {who} more: {elsewhere(edition)}", WIDTH, first="- ")
    yield ""


def _linked(words: str, story: Story) -> Iterator[str]:
    yield from wrap(words, WIDTH, first="- ")
    if url := titled(story).url:
        yield f"  {url}"
