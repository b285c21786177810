"""Questions that stand over the page: a few options, a long list to sift, a line to write."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input

from digest.tui.commands import ASKING, bindings
from digest.tui.messages import Picked
from digest.tui.typeset.options import Chosen, Option, matching
from digest.tui.typeset.roles import ROLES
from digest.tui.widgets.choices import Choices
from digest.tui.widgets.line import TextLine


class Slip(ModalScreen[ScreenResultType], inherit_bindings=False):
    """A slip of paper over the page; Esc takes it away, and nothing has happened."""

    PLACE: ClassVar[str] = "question"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{role}" for role in ROLES}
    BINDINGS: ClassVar[list[BindingType]] = bindings(ASKING)

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def action_back(self) -> None:
        """Take it away."""
        self.dismiss(None)


class Ask(Slip[object]):
    """A few options, each with a key."""

    def __init__(self, question: str, options: Sequence[Option]) -> None:
        super().__init__(question)
        self._options = options

    def compose(self) -> ComposeResult:
        """The question over the options."""
        with Vertical(classes="slip -short"):
            yield TextLine(self._question, "what")
            yield Choices(self._options)

    def on_mount(self) -> None:
        """The options have the cursor."""
        self.query_one(Choices).focus()

    def on_key(self, event: Key) -> None:
        """An option's own key takes it."""
        for option in self._options:
            if option.key and event.character == option.key:
                event.stop()
                self.dismiss(option.value)
                return

    @on(Picked)
    def _picked(self, message: Picked) -> None:
        message.stop()
        if isinstance(message.target, Chosen):
            self.dismiss(message.target.value)


class Choose(Slip[object]):
    """A long list, sifted as one types."""

    def __init__(self, question: str, options: Sequence[Option]) -> None:
        super().__init__(question)
        self._options = options

    def compose(self) -> ComposeResult:
        """The question, a line for words, the list."""
        with Vertical(classes="slip -long"):
            yield TextLine(self._question, "what")
            yield Input(placeholder="type to sift", compact=True)
            yield Choices(self._options)

    def on_mount(self) -> None:
        """The line has the cursor."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _sift(self, message: Input.Changed) -> None:
        self.query_one(Choices).offer(matching(self._options, message.value))

    @on(Input.Submitted)
    def _take(self) -> None:
        self.query_one(Choices).action_open()

    def on_key(self, event: Key) -> None:
        """Up and down move in the list while one types."""
        column = self.query_one(Choices)
        if event.key in ("down", "up", "pagedown", "pageup") and not column.has_focus:
            event.stop()
            getattr(column, f"action_{event.key.replace('page', 'page_')}")()

    @on(Picked)
    def _picked(self, message: Picked) -> None:
        message.stop()
        if isinstance(message.target, Chosen):
            self.dismiss(message.target.value)


class Write(Slip[str]):
    """A line to write."""

    def __init__(self, question: str, written: str = "") -> None:
        super().__init__(question)
        self._written = written

    def compose(self) -> ComposeResult:
        """The question over the line."""
        with Vertical(classes="slip -line"):
            yield TextLine(self._question, "what")
            yield Input(self._written, compact=True)

    def on_mount(self) -> None:
        """The line has the cursor."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submit(self, message: Input.Submitted) -> None:
        self.dismiss(message.value.strip())
