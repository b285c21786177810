"""The states of the app, each in one line of words."""

from collections.abc import Iterable, Sequence
from typing import Final

from digest.news import Edition, Missed
from digest.tui.progress import Progress, counted

SPINNER: Final = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
FETCHING: Final = "Fetching."
MAX_REASONS: Final = 3

END: Final = "That is the news."


def busy(progress: Progress) -> str:
    """What an update is doing, while there is something to read: "⠧ 211 of 299"."""
    turn = SPINNER[(progress.done + progress.articles) % len(SPINNER)]
    if progress.grouping:
        return f"{turn} grouping {progress.grouping}"
    if not progress.feeds:
        return f"{turn} fetching"
    if progress.done >= progress.feeds:
        return f"{turn} reading, {progress.articles} so far"
    return f"{turn} {progress.done} of {progress.feeds}"


def filling(progress: Progress) -> str:
    """What a first update is doing, while there is nothing to read yet."""
    if progress.grouping:
        return f"Grouping {progress.grouping} articles…"
    if not progress.feeds:
        return FETCHING
    read = f" {progress.articles} articles read." if progress.articles else ""
    return f"Fetching {progress.done} of {progress.feeds}.{read}"


def ending(
    progress: Progress, edition: Edition | None, *, fresh: bool, as_of: str, feeds_key: str
) -> str:
    """How an update ended, if the page does not show it."""
    if progress.offline:
        return offline(edition)
    if progress.silent:
        return no_answer(progress.missed, feeds_key)
    if edition is None:
        return "The feeds answered, and there is nothing to print yet."
    return "" if fresh else f"Nothing new since {as_of}."


def at_hand(edition: Edition) -> str:
    """What an edition holds: "40 articles, 17 stories, 5 minutes"."""
    counts = edition.counts
    return ", ".join(
        (
            _number(counts.articles, "article"),
            _number(len(edition.everything), "story", "stories"),
            _number(edition.minutes, "minute"),
        )
    )


def _number(number: int, noun: str, nouns: str = "") -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {nouns or noun + 's'}"


def away(days: int, lost: Sequence[str], *, catch_up: str, today: str) -> str:
    """The reader was away, and the paper covers all of it, but for what feeds have let fall."""
    told = f"{days} days in one paper: {catch_up} goes day by day, {today} shows today only."
    if not lost:
        return told
    more = f" and {len(lost) - MAX_REASONS} more" if len(lost) > MAX_REASONS else ""
    return f"{told} May have lost items: {', '.join(lost[:MAX_REASONS])}{more}."


def nothing_yet(refresh_key: str) -> str:
    """An empty store."""
    return f"Nothing here yet: {refresh_key} fetches the news."


def offline(edition: Edition | None) -> str:
    """Nothing can be reached; what is there can be read."""
    if edition is None:
        return "Offline, and nothing stored yet."
    return f"Offline: {edition.counts.articles} articles to read."


def no_answer(missed: Iterable[Missed], feeds_key: str) -> str:
    """Every feed failed, and why: "No feed answered: 18 TLS, 2 timeouts (F)."."""
    reasons = counted(missed)
    told = ", ".join(_times(reason, count) for reason, count in reasons[:MAX_REASONS])
    more = ", …" if len(reasons) > MAX_REASONS else ""
    return f"No feed answered: {told}{more} ({feeds_key})."


def _times(reason: str, count: int) -> str:
    plural = "s" if count > 1 and reason.islower() and reason.isalpha() else ""
    return f"{count} {reason}{plural}"


def another(as_of: str) -> str:
    """Somebody else updates; what is shown stays."""
    return f"Another update is running; showing {as_of}." if as_of else "Another update is running."


def nothing_here(view: str, sieve: str) -> str:
    """A view with nothing in it."""
    if sieve:
        return f"Nothing here is {sieve}." if sieve in {"unread", "saved"} else f"No {sieve} here."
    return {
        "saved": "Nothing saved yet.",
        "today": "Nothing came within the last day.",
    }.get(view, "Nothing stored yet.")


def the_end(edition: Edition) -> str:
    """What is left after the last story of the front page."""
    rest = [
        *([f"{len(edition.more)} more"] if edition.more else []),
        *([f"{len(edition.alone)} on their own"] if edition.alone else []),
    ]
    return f"{END} {', '.join(rest)}." if rest else END
