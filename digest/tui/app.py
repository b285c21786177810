"""Wires the app: the reader's desk behind it, the screens before it, what works anywhere."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from typing import ClassVar, Final

from textual import on
from textual.app import App, SuspendNotSupported
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.constants import DEFAULT_THEME
from textual.reactive import Reactive

from digest.bundled import bundled
from digest.errors import DigestError
from digest.events import Event
from digest.tui.commands import ANYWHERE, bindings
from digest.tui.lost import LOOK_EVERY, let_go, terminal_is_lost
from digest.tui.messages import (
    FeedsChanged,
    MarksChanged,
    Opened,
    Progressed,
    Redrawn,
)
from digest.tui.opening import Opening
from digest.tui.palette import Commands
from digest.tui.progress import Progress, after
from digest.tui.reader import Reader
from digest.tui.screens.front import FrontPage
from digest.tui.screens.paper import Paper
from digest.tui.sizes import HEIGHTS, WIDTHS, names_of
from digest.tui.theme import DAY, NIGHT, THEMES, dressed

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class DigestApp(App[int], inherit_bindings=False):
    """The day's edition on a screen. Its result is the exit code."""

    TITLE = "digest"
    ALLOW_SELECT = False  # lines are printed, not rendered: the terminal's own selection serves
    ENABLE_COMMAND_PALETTE = False  # ours has an id, so that a keymap can reach it
    BINDINGS: ClassVar[list[BindingType]] = bindings(ANYWHERE)
    theme = Reactive(DEFAULT_THEME, init=False)
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        reader: Reader,
        *,
        first: Awaitable[Opening] | None = None,
        refresh: bool = True,
        greet: bool = False,
    ) -> None:
        """`first`: what to open on, if it is being asked for already; `greet`: a first run."""
        super().__init__(css_path=[*sorted(bundled("styles").glob("*.tcss"))])
        self.reader = reader
        self.front = FrontPage(reader, first)
        self.progress = Progress()
        self._refresh_first = refresh and not greet
        self._greet = greet
        self._refreshing = False
        self._lent = False
        self.set_keymap(reader.keyboard.keymap)
        self.set_class(reader.taste.ascii, "-ascii", update=False)
        self._dress(reader.taste.theme or reader.memory.now.theme or NIGHT.name)

    def _dress(self, name: str) -> None:
        """Begin in a theme: one that is set later has all sheets read once more, 30 ms of them."""
        for paper in THEMES:
            self.register_theme(paper)
        self._mix(name)
        name = name if name in self.available_themes else NIGHT.name
        self.set_reactive(DigestApp.theme, name)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def _mix(self, name: str) -> None:
        """Give one of Textual's themes the inks that our sheets ask for."""
        theme = self.available_themes.get(name)
        if theme and "ink" not in theme.variables:
            self.register_theme(dressed(theme))

    def get_default_screen(self) -> FrontPage:
        """The front page, dressed for its size: in other clothes it would be laid out twice."""
        self.front.add_class(*names_of(self.size), update=False)
        return self.front

    def on_mount(self) -> None:
        """Hear the signals that end it, to the last: the terminal is put right after all else."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                loop.add_signal_handler(number, self._end_by, number)
        if not self.is_headless:
            self.set_interval(LOOK_EVERY, self._leave_a_lost_terminal)

    def _end_by(self, number: int) -> None:
        if number == signal.SIGINT and self._lent:  # Ctrl+C is for the program in front
            return
        if terminal_is_lost():
            let_go()
        self.exit(128 + number)

    def _leave_a_lost_terminal(self) -> None:
        if terminal_is_lost():
            self._end_by(signal.SIGHUP)

    @on(Opened)
    def _begin(self) -> None:
        """Greet a newcomer; ask for news."""
        if self._greet:
            from digest.tui.screens.welcome import WelcomeScreen  # noqa: PLC0415 - once in a life

            self.push_screen(WelcomeScreen(self.reader))
        if self._refresh_first:
            self.action_refresh()

    @on(FeedsChanged)
    def action_refresh(self) -> None:
        """Fetch the news of now, unless that is being done."""
        if not self._refreshing:
            self.run_worker(self._refresh(), group="refresh")

    async def _refresh(self) -> None:
        self._refreshing, self.progress = True, Progress()
        self.front.follow(self.progress)
        try:
            edition = await self.reader.desk.refresh(self._hear)
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

    @on(Redrawn)
    def _redrawn(self, message: Redrawn) -> None:
        self.front.redraw(message.edition, message.words)

    @on(MarksChanged)
    def _keep_marks(self) -> None:
        self.run_worker(self._keep(), group="marks")

    async def _keep(self) -> None:
        try:
            await self.reader.marking.keep()
        except DigestError as error:
            self.front.say(f"A mark was not kept: {error}", fault=True)

    def action_edit_feeds(self) -> None:
        """Open feeds.toml in the reader's editor, then go by what it says."""
        self.run_worker(self._edit_feeds(), group="feeds", exclusive=True)

    async def _edit_feeds(self) -> None:
        try:
            await self._lend_terminal(self.reader.feeds.edit)
            feeds, taste = await self.reader.feeds.read_again()
            self.reader.go_by(taste)
        except (DigestError, SuspendNotSupported) as error:
            self._say(str(error) or "No editor can be opened here.", fault=True)
        else:
            self._refit()
            self._say(f"feeds.toml is read: {feeds} feeds.")

    async def _lend_terminal(self, work: Callable[[], Awaitable[None]]) -> None:
        """Give the terminal to another program until its work is done; draw nothing meanwhile.

        Raises:
            DigestError: What the work raises.
            SuspendNotSupported: This terminal cannot be lent.
        """
        with self.batch_update(), self.suspend():
            self._lent = True
            (fault,) = await asyncio.gather(work(), return_exceptions=True)  # else it stays lent
            self._lent = False
        if fault:
            raise fault

    def _refit(self) -> None:
        """Keys and looks as the reader's taste is now."""
        taste = self.reader.taste
        self.set_keymap(self.reader.keyboard.keymap)
        self.set_class(taste.ascii, "-ascii")
        if taste.theme in self.available_themes:
            self._mix(taste.theme)
            self.theme = taste.theme
        for screen in self.screen_stack:
            if isinstance(screen, Paper):
                screen.refit()

    def _say(self, words: str, *, fault: bool = False) -> None:
        if isinstance(self.screen, Paper):
            self.screen.say(words, fault=fault)

    def action_show_keys(self) -> None:
        """Show the keys of the screen before the reader."""
        from digest.tui.screens.keys import KeysScreen  # noqa: PLC0415 - not before it is wanted

        if not isinstance(self.screen, KeysScreen):
            self.push_screen(KeysScreen(self.screen, self.reader.keyboard))

    def action_palette(self) -> None:
        """Find a command by its name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette([Commands]))

    def action_turn_lights(self) -> None:
        """Change between dark paper and light."""
        self._wear(NIGHT.name if not self.current_theme.dark else DAY.name)

    def action_choose_theme(self) -> None:
        """Choose the colours."""
        self.run_worker(self._choose_theme(), group="theme", exclusive=True)

    async def _choose_theme(self) -> None:
        from digest.tui.screens.asking import Choose  # noqa: PLC0415 - not before it is wanted
        from digest.tui.typeset.options import Option  # noqa: PLC0415 - the same

        names = [name for name, theme in self.available_themes.items() if not theme.ansi]
        names.sort(key=lambda name: (not name.startswith("newsprint"), name))
        chosen = await self.push_screen_wait(
            Choose("Which colours?", [Option(name, name) for name in names])
        )
        if isinstance(chosen, str):
            self._wear(chosen)

    def _wear(self, name: str) -> None:
        self._mix(name)
        self.theme = name
        self.reader.memory.note(theme=name)

    async def action_quit(self) -> None:
        """Quit, once every mark is kept."""
        await self._keep()
        self.front.remember()
        self.reader.memory.keep()
        self.exit(0)
