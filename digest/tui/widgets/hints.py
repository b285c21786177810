"""The foot of the screen."""

from collections.abc import Sequence

from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from digest.tui.commands import Command
from digest.tui.keyboard import Keyboard
from digest.tui.typeset.hints import has_room, hints
from digest.tui.typeset.lines import Line, Span
from digest.tui.widgets.ink import Inked


class Hints(Inked):
    """The keys worth knowing here at left; at right what is going on, in words.

    One line, or as many as the words need; those that leave no room for keys go with the next key.
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
        """The reader has read what there was."""
        if not has_room(self._keys, self._state, self.content_size.width):
            self.say("")

    @property
    def _state(self) -> Span:
        return Span(self.state, "fault" if self.fault else "state")

    @property
    def _keys(self) -> list[tuple[str, str]]:
        told = (command for command in self._commands if command.hint)
        return [(self._keyboard.first(command), command.hint) for command in told]

    def _lines(self, width: int) -> list[Line]:
        return hints(self._keys, self._state, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """One line, or as many as the words need."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """A line of it."""
        width = self.content_size.width
        lines = self._lines(width)
        return self.printed(lines[y] if y < len(lines) else (), width)
