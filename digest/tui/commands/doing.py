"""What a reader does to stories; `u` takes it back."""

from digest.tui.commands.command import Command


class Save(Command):
    """Save this for later, or let it go."""

    key = "s"
    hint = "save"


class ToggleRead(Command):
    """Mark this read, or unread again."""

    key = "m"


class ReadSection(Command):
    """Mark all of this section read."""

    key = "A"


class Undo(Command):
    """Take back the last mark, then the one before it."""

    key = "u"


class SplitOut(Command):
    """Split the report under the cursor out of its story."""

    key = "x"


class Merge(Command):
    """Merge this story with another, chosen from a list."""

    key = "M"


class Mute(Command):
    """Mute this story for 1, 7 or 30 days, or all that say a word for good."""

    key = "z"


class Follow(Command):
    """Follow this story: it is lifted for as long as it lasts."""

    key = "f"


class Send(Command):
    """Mail or export the story, or the whole edition."""

    key = "e"


class Pipe(Command):
    """Pipe the story to a command."""

    key = "|"
