"""An edition as one message (RFC 5322): text that reads well in a terminal, and HTML.

Both halves say the same. Gmail cuts a message at 102 kB, so what does not fit is left out
from its end, and counted.
"""

from collections.abc import Iterator
from typing import Final

from digest.news import Edition
from digest.render.days import dating
from digest.render.email.cut import Cut
from digest.render.email.message import message
from digest.render.email.page import page
from digest.render.email.plain import plain
from digest.render.view import View, by_publisher

MAX_BYTES: Final = 100_000
"""On the wire, where a line ends with two."""


def email(edition: Edition, view: View) -> str:
    """The whole message, in ASCII, its lines ended as a pipe wants them."""
    view, written = dating(edition, view), ""
    for cut in _cuts(edition):
        written = message(edition, view, plain(edition, view, cut), page(edition, view, cut))
        if len(written) + written.count("\n") <= MAX_BYTES:
            break
    return written


def _cuts(edition: Edition) -> Iterator[Cut]:
    """Ever less of More and On its own; then of the front, the last stories first."""
    front, publishers = len(edition.stories), len(by_publisher(edition.alone))
    for share in (1.0, 0.8, 0.6, 0.4, 0.3, 0.2, 0.1, 0.0):
        yield Cut(
            front=front, more=int(len(edition.more) * share), publishers=int(publishers * share)
        )
    while front:
        front = front * 3 // 4
        yield Cut(front=front, more=0, publishers=0)
