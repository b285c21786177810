"""The invented sites, answering: a URL in, and what a server would send out."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from digest.clean import clean
from digest.news import Feed
from digest.newsroom.archive import Channel, Outlet, outlets, printed
from digest.newsroom.feeds import feed_document
from digest.newsroom.pages import article_page, broken_page, front_page, missing_page

MORNINGS: Final = (
    datetime(2026, 11, 18, 6, 30, tzinfo=UTC),
    datetime(2026, 11, 19, 6, 30, tzinfo=UTC),
    datetime(2026, 11, 20, 6, 30, tzinfo=UTC),
)
"""When the demo's clock stops to read the paper."""

Answer = tuple[int, str, bytes]


class Newsroom:
    """The sites of the invented press, showing what is published up to `now`."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._channels: Mapping[str, tuple[Outlet, Channel]] = {
            outlet.url(channel.path): (outlet, channel)
            for outlet in outlets().values()
            for channel in outlet.channels
        }
        self._fronts = {outlet.home: outlet for outlet in outlets().values()}

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """Every feed there is, as a reader would subscribe to it."""
        return tuple(
            Feed(url=url, title=clean(channel.title), section=clean(channel.section))
            for url, (_, channel) in self._channels.items()
        )

    def answer(self, url: str) -> Answer:
        """The HTTP status, Content-Type and body for a URL; 404 for what is unknown."""
        if url in self._channels:
            return self._feed(*self._channels[url])
        if url in self._fronts:
            outlet = self._fronts[url]
            return _html(200, front_page(outlet), outlet)
        page = printed(self.now).get(url)
        if page is None:
            return 404, "text/html; charset=utf-8", missing_page().encode()
        return _html(page.piece.status, article_page(page), page.outlet)

    def _feed(self, outlet: Outlet, channel: Channel) -> Answer:
        if self.now.date() in channel.fails:
            return _html(500, broken_page(), outlet)
        pages = [
            page
            for page in printed(self.now).values()
            if page.outlet is outlet and (not channel.takes or page.piece.section in channel.takes)
        ]
        return 200, channel.media_type, feed_document(outlet, channel, pages[::-1])


def _html(status: int, text: str, outlet: Outlet) -> Answer:
    body = text.encode(outlet.encoding, "xmlcharrefreplace")
    return status, f"text/html; charset={outlet.encoding}", body
