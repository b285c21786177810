"""All that a reader can ask for: each thing's name, key and effect, said once.

The name of a class is the command's name, its docstring the explanation; footer, palette,
help and keymap read them here. A command acts where it is bound, by the action of its name.
"""

import re
from collections.abc import Iterable
from typing import ClassVar, Final

from textual.binding import Binding, BindingType


class Command:
    """Something a reader can ask for."""

    key: ClassVar[str]
    """The keys it has unless the reader chose others, apart by commas."""

    keys_shown: ClassVar[str] = ""
    """How its keys are written, where they are too many to list."""

    hint: ClassVar[str] = ""
    """What the last line of the screen calls it; empty: not there."""

    @classmethod
    def id(cls) -> str:
        """Its name in ``[keys]``: "next-story"."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def label(cls) -> str:
        """Its name for people: "Next story"."""
        return cls.id().replace("-", " ").capitalize()

    @classmethod
    def explanation(cls) -> str:
        """What it does, in a sentence."""
        return (cls.__doc__ or "").strip()

    @classmethod
    def bindings(cls) -> Iterable[Binding]:
        """Its keys, bound to the action of its name."""
        action = cls.id().replace("-", "_")
        yield Binding(cls.key, action, cls.label(), tooltip=cls.explanation(), id=cls.id())


class Down(Command):
    """Move down: to the next story or passage, or a line further."""

    key = "j,down"


class Up(Command):
    """Move up: to the previous story or passage, or a line back."""

    key = "k,up"


class PageDown(Command):
    """Move down a page."""

    key = "pagedown,ctrl+d"


class PageUp(Command):
    """Move up a page."""

    key = "pageup,ctrl+u"


class ToTop(Command):
    """Go to the top."""

    key = "g,home"


class ToEnd(Command):
    """Go to the end."""

    key = "G,end"


class Open(Command):
    """Open what the cursor is on: a story, a list, a source at the sentence it said."""

    key = "enter"
    hint = "open"


class ReadOn(Command):
    """Read on: page by page, then mark the story read and open the next."""

    key = "space"
    hint = "read on"


class NextStory(Command):
    """Go to the next story."""

    key = "J"


class PreviousStory(Command):
    """Go to the previous story."""

    key = "K"


class NextSection(Command):
    """Go to the next section."""

    key = "l,right"


class PreviousSection(Command):
    """Go to the previous section."""

    key = "h,left"


class NextUnread(Command):
    """Go to the next story not yet read, opening the list it is in."""

    key = "n"


class PreviousUnread(Command):
    """Go back to the previous story not yet read."""

    key = "N"


class OtherPane(Command):
    """Go to the other side: from the stories to the story, and back."""

    key = "tab"


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


class OlderEdition(Command):
    """Open the edition of the day before."""

    key = "["


class NewerEdition(Command):
    """Open the edition of the day after."""

    key = "]"


class Admit(Command):
    """Let in what is new."""

    key = "."


class ShowFeeds(Command):
    """Show how the feeds are doing."""

    key = "F"


class Back(Command):
    """Go back."""

    key = "escape"


class Leave(Command):
    """Go back; from the front page, quit."""

    key = "q"
    hint = "back"


class Refresh(Command):
    """Fetch the news of now."""

    key = "r,R"


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


class Quit(Command):
    """Quit."""

    key = "ctrl+q,ctrl+c"


COLUMN: Final = (Down, Up, PageDown, PageUp, ToTop, ToEnd, Open)
MARKING: Final = (Save, ToggleRead, Undo, Browse, CopyLink)
READING: Final = (ReadOn, OpenSource, NextStory, PreviousStory)
FRONT: Final = (
    *READING,
    NextSection,
    PreviousSection,
    NextUnread,
    PreviousUnread,
    OtherPane,
    *MARKING,
    ReadSection,
    OlderEdition,
    NewerEdition,
    Admit,
    ShowFeeds,
    Back,
    Leave,
)
ARTICLE: Final = (ReadOn, OpenSource, *MARKING, Back, Leave)
LISTING: Final = (Back, Leave)
ANYWHERE: Final = (Refresh, ShowKeys, Palette, TurnLights, Quit)

SCREENS: Final = {"front page": FRONT, "article": ARTICLE, "list": LISTING}
"""What each screen adds to the commands of a column and to those that work anywhere."""


def bindings(commands: Iterable[type[Command]]) -> list[BindingType]:
    """Commands as Textual wants them."""
    return [binding for command in commands for binding in command.bindings()]
