"""What a reader can do about a feed that fails: the next step, in words."""

from typing import Final

from digest.news import FeedHealth
from digest.tui.commands import Browse, FindAddress, RemoveFeed, RetryFeed
from digest.tui.keyboard import Key

_STEPS: Final = (
    (("offline", "no network"), "Nothing to do but wait: {r} tries again."),
    (
        ("timeout", "in time", "nobody answers", "HTTP 5", "broke", "cut off"),
        "It was slow or down: {r} tries again.",
    ),
    (("HTTP 429", "too many"), "It asks for patience: the next update tries again."),
    (("HTTP 401", "HTTP 403", "robot"), "It turns digest away: {o} opens it, {d} removes it."),
    (
        ("HTTP 404", "HTTP 410", "gone", "not found", "no such host"),
        "It is not there any more: {D} finds it, {d} removes it.",
    ),
    (("TLS", "secure", "certificate"), "Its certificate is wrong: {D} looks for another address."),
    (("no feed", "not a feed", "not a page"), "What is there is no feed: {D} looks for one."),
)
_ELSE: Final = "{r} tries again, {D} looks for its new address."


def remedy(feed: FeedHealth, key: Key) -> str:
    """The next step; empty: nothing is wrong."""
    if not feed.failures and not feed.gone:
        return ""
    reason = "gone" if feed.gone else feed.reason
    if feed.moved:
        words = "It says that it has moved: {D} goes there."
    else:
        found = (words for signs, words in _STEPS if any(sign in reason for sign in signs))
        words = next(found, _ELSE)
    return words.format(r=key(RetryFeed), D=key(FindAddress), d=key(RemoveFeed), o=key(Browse))
