"""What every screen is handed: the desk, the marks, the keys, the time, the ways out."""

from collections.abc import Callable
from datetime import date, datetime

from digest.paper import paper_day
from digest.tui.correcting import Correcting
from digest.tui.desk import Desk
from digest.tui.keyboard import Keyboard
from digest.tui.marking import Marking
from digest.tui.memory import Memory
from digest.tui.outside import Outbox, Subscriptions
from digest.tui.taste import Taste


class Reader:
    """One reader who comes to a desk, and what they read with.

    Raises:
        ConfigError: The keys of their taste name no command, or give two commands one key.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        clock: Callable[[], datetime],
        browse: Callable[[str], None],
        feeds: Subscriptions,
        outbox: Outbox,
        memory: Memory,
        taste: Taste,
    ) -> None:
        self.desk = desk
        self.marking = Marking(desk)
        self.correcting = Correcting(desk, self.marking, feeds)
        self.keyboard = Keyboard(taste.keys)
        self.clock = clock
        self.browse = browse
        self.feeds = feeds
        self.outbox = outbox
        self.memory = memory
        self.taste = taste

    def go_by(self, taste: Taste) -> None:
        """Have another taste from now on.

        Raises:
            ConfigError: As above; then the taste stays as it was.
        """
        self.keyboard.go_by(taste.keys)
        self.taste = taste

    @property
    def today(self) -> date:
        """The day whose paper is on sale."""
        return paper_day(self.clock(), self.taste.morning)
