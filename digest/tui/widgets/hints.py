"""The last line of the screen."""

from collections.abc import Sequence

from textual.reactive import reactive
from textual.strip import Strip

from digest.tui.commands import Command
from digest.tui.keyboard import Keyboard
from digest.tui.typeset.hints import hints
from digest.tui.typeset.lines import Span
from digest.tui.widgets.ink import Inked


class Hints(Inked):
    """The keys worth knowing here at left; at right what is going on, in words."""

    state: reactive[str] = reactive("")
    fault: reactive[bool] = reactive(default=False)

    def __init__(
        self,
        commands: Sequence[type[Command]],
        keyboard: Keyboard,
    ) -> None:
        super().__init__()
        self._keys = [
            (keyboard.first(command), command.hint) for command in commands if command.hint
        ]

    def say(self, words: str, *, fault: bool = False) -> None:
        """Say what is going on."""
        self.state, self.fault = words, fault

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.content_size.width
        state = Span(self.state, "fault" if self.fault else "state")
        return self.printed(hints(self._keys, state, width) if y == 0 else (), width)
