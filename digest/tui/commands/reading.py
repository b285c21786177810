"""Reading on, to the sources and out to the web."""

from collections.abc import Iterable

from textual.binding import Binding

from digest.tui.commands.command import Command


class ReadOn(Command):
    """Read on: page by page, then mark the story read and open the next."""

    key = "space"
    hint = "read on"


class OpenSource(Command):
    """Open a source of the story, at the sentence it is quoted with."""

    key = "1,2,3,4,5,6,7,8,9"
    keys_shown = "1-9"
    hint = "source"

    @classmethod
    def bindings(cls) -> Iterable[Binding]:
        """Nine keys, each with a name of its own: "open-source-1"."""
        for key in cls.key.split(","):
            yield Binding(
                key,
                f"open_source({key})",
                f"{cls.label()} {key}",
                tooltip=cls.explanation(),
                id=f"{cls.id()}-{key}",
            )


class Browse(Command):
    """Show the page itself in the browser."""

    key = "o"
    hint = "browser"


class CopyLink(Command):
    """Copy the link."""

    key = "y"


class Why(Command):
    """Say why these reports are one story, and why it stands here."""

    key = "w"
    hint = "why"


class Search(Command):
    """Search all that is stored."""

    key = "/"
    hint = "search"


class SearchKeys(Command):
    """Show only the keys that some words are about."""

    key = "/"
    hint = "search"


class OlderEdition(Command):
    """Open the edition of the day before."""

    key = "["


class NewerEdition(Command):
    """Open the edition of the day after."""

    key = "]"


class Admit(Command):
    """Let in what is new."""

    key = "."


class ChangeView(Command):
    """Turn the page: the edition, all by time, by feed, saved."""

    key = "v"


class Filter(Command):
    """Show only some: unread, saved, a section, a publisher."""

    key = "V"


class CatchUp(Command):
    """Catch up after days away: what each day brought."""

    key = "c"


class TodayOnly(Command):
    """Show only what the last day brought, or all again."""

    key = "t"
