"""What is done with feeds."""

from digest.tui.commands.anywhere import Refresh
from digest.tui.commands.command import Command


class ShowFeeds(Command):
    """Show how the feeds are doing."""

    key = "F"
    hint = "feeds"


class RetryFeed(Command):
    """Ask this feed again, now."""

    key = "r"
    hint = "try again"
    instead_of = Refresh


class FindAddress(Command):
    """Find where this feed is now, and move there."""

    key = "D"
    hint = "find its address"


class RemoveFeed(Command):
    """Remove this feed."""

    key = "d"
    hint = "remove"


class AddFeed(Command):
    """Add a feed, or the feed of a page."""

    key = "a"
    hint = "add"


class ImportFeeds(Command):
    """Import the feeds of an OPML file."""

    key = "i"
    hint = "import"


class TakeOrLeave(Command):
    """Take this, or leave it."""

    key = "space"
    hint = "take or leave"
