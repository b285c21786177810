"""Wires the app: the desk behind it, the screens before it, the commands that work anywhere."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, time
from types import MappingProxyType
from typing import ClassVar, Final

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.constants import DEFAULT_THEME
from textual.reactive import Reactive
from textual.theme import Theme

from digest.bundled import bundled
from digest.errors import DigestError
from digest.events import Event
from digest.tui.browser import browse
from digest.tui.commands import ANYWHERE, bindings
from digest.tui.desk import Desk
from digest.tui.keyboard import Keyboard
from digest.tui.marking import Marking
from digest.tui.messages import MarksChanged, PageLaid, Progressed
from digest.tui.opening import Opening, opening
from digest.tui.palette import Commands
from digest.tui.progress import Progress, after
from digest.tui.reader import Reader
from digest.tui.screens.front import FrontPage
from digest.tui.theme import DAY, NIGHT

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP)


class DigestApp(App[int], inherit_bindings=False):
    """The day's edition on a screen. Its result is the exit code.

    Raises:
        ConfigError: The keymap names no command, or gives two commands one key.
    """

    TITLE = "digest"
    ALLOW_SELECT = False  # lines are printed, not rendered: the terminal's own selection serves
    ENABLE_COMMAND_PALETTE = False  # ours has an id, so that a keymap can reach it
    BINDINGS: ClassVar[list[BindingType]] = bindings(ANYWHERE)
    theme = Reactive(DEFAULT_THEME, init=False)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 - Textual wants a list
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-short"), (30, "-tall"), (44, "-grand")]  # noqa: RUF012

    def __init__(
        self,
        desk: Desk,
        *,
        clock: Callable[[], datetime],
        morning: time,
        keymap: Mapping[str, str] = MappingProxyType({}),
        refresh: bool = True,
        first: Awaitable[Opening] | None = None,
        open_link: Callable[[str], None] = browse,
    ) -> None:
        super().__init__(css_path=[*sorted(bundled("styles").glob("*.tcss"))])
        self.desk = desk
        self.marking = Marking(desk)
        self.keyboard = Keyboard(keymap)
        self.front = FrontPage(Reader(desk, self.marking, self.keyboard, clock, morning, open_link))
        self.progress = Progress()
        self._first = first or opening(desk)
        self._refresh_first = refresh
        self._refreshing = False
        self.set_keymap(self.keyboard.keymap)
        for paper in (NIGHT, DAY):
            self.register_theme(paper)
        self._dress(NIGHT)

    def _dress(self, theme: Theme) -> None:
        """Begin in a theme: one that is set later has all sheets read once more, 30 ms of them."""
        self.set_reactive(DigestApp.theme, theme.name)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> FrontPage:
        """The front page."""
        return self.front

    def on_mount(self) -> None:
        """Hear the signals that end it."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self.exit, 128 + number)

    def on_unmount(self) -> None:
        """Leave the signals as they were found."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.remove_signal_handler(number)

    @on(PageLaid)
    def _fill(self) -> None:
        """Open on what is stored, then ask for news."""
        self.run_worker(self._open(), group="refresh")

    async def _open(self) -> None:
        try:
            edition, self.marking.marks = await self._first
        except DigestError as error:
            self.front.fail(error)
            return
        self.front.open_on(edition)
        if self._refresh_first:
            await self._refresh()

    # --- news -------------------------------------------------------------------------------

    def action_refresh(self) -> None:
        """Fetch the news of now, unless that is being done."""
        if not self._refreshing:
            self.run_worker(self._refresh(), group="refresh")

    async def _refresh(self) -> None:
        self._refreshing, self.progress = True, Progress()
        self.front.follow(self.progress)
        try:
            edition = await self.desk.refresh(self._hear)
        except DigestError as error:
            self.front.fail(error)
        else:
            self.front.conclude(self.progress, edition)
        finally:
            self._refreshing = False

    def _hear(self, event: Event) -> None:
        self.progress = after(self.progress, event)
        self.post_message(Progressed(self.progress))

    @on(Progressed)
    def _progressed(self, message: Progressed) -> None:
        if self._refreshing:  # a report that comes after the end says nothing
            self.front.follow(message.progress)

    # --- marks ------------------------------------------------------------------------------

    @on(MarksChanged)
    def _keep_marks(self) -> None:
        self.run_worker(self._keep(), group="marks")

    async def _keep(self) -> None:
        try:
            await self.marking.keep()
        except DigestError as error:
            self.front.say(f"A mark was not kept: {error}", fault=True)

    # --- what works anywhere ----------------------------------------------------------------

    def action_show_keys(self) -> None:
        """Show the keys of the screen before the reader."""
        from digest.tui.screens.keys import KeysScreen  # noqa: PLC0415 - not before it is wanted

        if not isinstance(self.screen, KeysScreen):
            self.push_screen(KeysScreen(self.screen, self.keyboard))

    def action_palette(self) -> None:
        """Find a command by its name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette([Commands]))

    def action_turn_lights(self) -> None:
        """Change between dark paper and light."""
        self.theme = DAY.name if self.theme == NIGHT.name else NIGHT.name

    async def action_quit(self) -> None:
        """Quit, once every mark is kept."""
        await self._keep()
        self.exit(0)
