"""The foot of the screen."""

from collections.abc import Sequence

from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from digest.tui.commands import Command
from digest.tui.keyboard import Keyboard
from digest.tui.typeset.hints import hints
from digest.tui.typeset.lines import Line, Span
from digest.tui.widgets.ink import Inked


class Hints(Inked):
    """The keys worth knowing here at left; at right what is going on, in words.

    One line; what needs more, as the fault of a long address does, has them until one moves on.
    """

    state: reactive[str] = reactive("")
    fault: reactive[bool] = reactive(default=False)

    def __init__(
        self,
        commands: Sequence[type[Command]],
        keyboard: Keyboard,
    ) -> None:
        super().__init__()
        self._commands = commands
        self._keyboard = keyboard

    def offer(self, commands: Sequence[type[Command]]) -> None:
        """Other keys are worth knowing here now."""
        self._commands = commands
        self.refresh()

    def say(self, words: str, *, fault: bool = False) -> None:
        """Say what is going on."""
        self.state, self.fault = words, fault
        width, height = self.content_size
        if width and height != len(self._lines(width)):
            self.refresh(layout=True)

    def move_on(self) -> None:
        """What takes more than a line has been read."""
        if self.content_size.height > 1:
            self.say("")

    def _lines(self, width: int) -> list[Line]:
        keys = [(self._keyboard.first(command), command.hint) for command in self._commands]
        return hints(keys, Span(self.state, "fault" if self.fault else "state"), width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """One line, or as many as the words need."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """A line of it."""
        width = self.content_size.width
        lines = self._lines(width)
        return self.printed(lines[y] if y < len(lines) else (), width)
