"""What works on every screen."""

from digest.tui.commands.command import Command


class Refresh(Command):
    """Fetch the news of now."""

    key = "r,R"
    hint = "refresh"


class EditFeeds(Command):
    """Edit feeds.toml in your own editor, and read it again."""

    key = "E"
    hint = "edit"


class ShowKeys(Command):
    """Show all keys that do something here."""

    key = "?"
    hint = "keys"


class Palette(Command):
    """Find a command by its name."""

    key = "ctrl+p"


class TurnLights(Command):
    """Change between dark paper and light."""

    key = "ctrl+t"


class ChooseTheme(Command):
    """Choose the colours: newsprint by day or night, or others."""

    key = "T"


class Quit(Command):
    """Quit."""

    key = "ctrl+q,ctrl+c"
