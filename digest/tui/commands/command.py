"""What a command is: a name, a key and an explanation, said once."""

import re
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType


class Command:
    """Something a reader can ask for."""

    key: ClassVar[str]
    """The keys it has unless the reader chose others, apart by commas."""

    keys_shown: ClassVar[str] = ""
    """How its keys are written, where they are too many to list."""

    instead_of: ClassVar["type[Command] | None"] = None
    """The command that works anywhere whose key it takes, where it is bound."""

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


def bindings(commands: Iterable[type[Command]]) -> list[BindingType]:
    """Commands as Textual wants them."""
    return [binding for command in commands for binding in command.bindings()]
