"""All that a reader can ask for: each thing's name, key and effect, said once.

The name of a class is the command's name, its docstring the explanation; footer, palette,
help and keymap read them here. A command acts where it is bound, by the action of its name.
"""

from typing import Final

from digest.tui.commands.anywhere import (
    ChooseTheme,
    EditFeeds,
    Palette,
    Quit,
    Refresh,
    ShowKeys,
    TurnLights,
)
from digest.tui.commands.command import Command, bindings
from digest.tui.commands.doing import (
    Follow,
    Merge,
    Mute,
    Pipe,
    ReadSection,
    Save,
    Send,
    SplitOut,
    ToggleRead,
    Undo,
)
from digest.tui.commands.feeds import (
    AddFeed,
    FindAddress,
    ImportFeeds,
    RemoveFeed,
    RetryFeed,
    ShowFeeds,
    TakeOrLeave,
)
from digest.tui.commands.moving import (
    Back,
    Down,
    Leave,
    NextHit,
    NextSection,
    NextStory,
    NextUnread,
    Open,
    OtherPane,
    PageDown,
    PageUp,
    PreviousHit,
    PreviousSection,
    PreviousStory,
    PreviousUnread,
    ToEnd,
    ToTop,
    Up,
)
from digest.tui.commands.reading import (
    Admit,
    Browse,
    CatchUp,
    ChangeView,
    CopyLink,
    Filter,
    NewerEdition,
    OlderEdition,
    OpenSource,
    ReadOn,
    Search,
    SearchKeys,
    TodayOnly,
    Why,
)

__all__ = [
    "ANYWHERE",
    "ARTICLE",
    "ASKING",
    "COLUMN",
    "FEEDS",
    "FRONT",
    "HITS", "KEYS",
    "LISTING",
    "SCREENS",
    "WELCOME",
    "AddFeed",
    "Admit",
    "Back",
    "Browse",
    "CatchUp",
    "ChangeView",
    "ChooseTheme",
    "Command",
    "CopyLink",
    "Down",
    "EditFeeds",
    "Filter",
    "FindAddress",
    "Follow",
    "ImportFeeds",
    "Leave",
    "Merge",
    "Mute",
    "NewerEdition",
    "NextHit",
    "NextSection",
    "NextStory",
    "NextUnread",
    "OlderEdition",
    "Open",
    "OpenSource",
    "OtherPane",
    "PageDown",
    "PageUp",
    "Palette",
    "Pipe",
    "PreviousHit",
    "PreviousSection",
    "PreviousStory",
    "PreviousUnread",
    "Quit",
    "ReadOn",
    "ReadSection",
    "Refresh",
    "RemoveFeed",
    "RetryFeed",
    "Save",
    "Search", "SearchKeys",
    "Send",
    "ShowFeeds",
    "ShowKeys",
    "SplitOut",
    "TakeOrLeave",
    "ToEnd",
    "ToTop",
    "TodayOnly",
    "ToggleRead",
    "TurnLights",
    "Undo",
    "Up",
    "Why",
    "bindings",
]  # fmt: skip

COLUMN: Final = (Down, Up, PageDown, PageUp, ToTop, ToEnd, Open)
MARKING: Final = (Save, ToggleRead, Undo, Browse, CopyLink)
CORRECTING: Final = (Why, SplitOut, Merge, Mute, Follow)
SENDING: Final = (Send, Pipe)
FRONT: Final = (
    ReadOn,
    OpenSource,
    NextStory,
    PreviousStory,
    NextSection,
    PreviousSection,
    NextUnread,
    PreviousUnread,
    OtherPane,
    Search,
    *MARKING,
    ReadSection,
    *CORRECTING,
    *SENDING,
    OlderEdition,
    NewerEdition,
    ChangeView,
    Filter,
    CatchUp,
    TodayOnly,
    Admit,
    ShowFeeds,
    Back,
    Leave,
)
ARTICLE: Final = (
    ReadOn, OpenSource, NextHit, PreviousHit, *MARKING, *CORRECTING, *SENDING, Back, Leave,
)  # fmt: skip
HITS: Final = (Search, NextHit, PreviousHit, *MARKING, Back, Leave)
FEEDS: Final = (RetryFeed, FindAddress, RemoveFeed, AddFeed, ImportFeeds, Undo, Back, Leave)
WELCOME: Final = (TakeOrLeave, AddFeed, ImportFeeds, Back, Leave)
ASKING: Final = (Back,)
KEYS: Final = (SearchKeys, Back, Leave)
LISTING: Final = (Back, Leave)
ANYWHERE: Final = (Refresh, EditFeeds, ShowKeys, Palette, TurnLights, ChooseTheme, Quit)

SCREENS: Final = {
    "front page": FRONT,
    "article": ARTICLE,
    "search": HITS,
    "feeds": FEEDS,
    "welcome": WELCOME,
    "question": ASKING,
    "keys": KEYS,
    "list": LISTING,
}
"""What each screen adds to the commands of a column and to those that work anywhere."""
