"""Going from place to place on a page."""

from digest.tui.commands.command import Command


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


class NextHit(Command):
    """Go to the next hit."""

    key = "n"


class PreviousHit(Command):
    """Go to the previous hit."""

    key = "N"


class OtherPane(Command):
    """Go to the other side: from the stories to the story, and back."""

    key = "tab"


class Back(Command):
    """Go back."""

    key = "escape"


class Leave(Command):
    """Go back; from the front page, quit."""

    key = "q"
    hint = "back"
