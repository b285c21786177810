"""Which key asks for what: the commands' own keys under those that the reader chose."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain
from typing import Final

from textual.keys import format_key

from digest.errors import ConfigError
from digest.tui.commands import ANYWHERE, COLUMN, SCREENS, Command

_WRITTEN: Final = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
}

Key = Callable[[type[Command]], str]
"""How the first key of a command is written: "Space"."""


class Keyboard:
    """The keys in force.

    Raises:
        ConfigError: The keymap names no command, or gives two commands one key.
    """

    def __init__(self, keymap: Mapping[str, str]) -> None:
        self.keymap: Mapping[str, str] = {}
        self.go_by(keymap)

    def go_by(self, keymap: Mapping[str, str]) -> None:
        """Put other keys in force.

        Raises:
            ConfigError: As above; then those of before stay in force.
        """
        wanted = {name: _normal(name, keys) for name, keys in keymap.items()}
        if wanted:
            _check(wanted)
        self.keymap = wanted

    def first(self, command: type[Command]) -> str:
        """The key to name in a hint: "Space"."""
        return self.all(command).split(" ", maxsplit=1)[0]

    def all(self, command: type[Command]) -> str:
        """All keys of a command, as they are written: "j ↓"."""
        named = {binding.id or "": binding.key for binding in command.bindings()}
        if command.keys_shown and self.keymap.keys().isdisjoint(named):
            return command.keys_shown
        keys = (self.keymap.get(name, own) for name, own in named.items())
        return " ".join(_written(key) for several in keys for key in several.split(","))


def _check(keymap: Mapping[str, str]) -> None:
    known = _own_keys()
    for name in keymap:
        if name not in known:
            raise ConfigError(_unknown(name, known))
    for commands in SCREENS.values():
        taken = {command.instead_of for command in commands}
        here = (*COLUMN, *commands, *(one for one in ANYWHERE if one not in taken))
        _check_place(here, {**known, **keymap})


def _check_place(commands: Iterable[type[Command]], keys: Mapping[str, str]) -> None:
    taken: dict[str, str] = {}
    for name in (binding.id or "" for command in commands for binding in command.bindings()):
        for key in keys[name].split(","):
            other = taken.setdefault(_written(key), name)
            if other != name:
                raise ConfigError(
                    f'feeds.toml: [keys]: "{_written(key)}" is asked for by both '
                    f"{other} and {name}: give one of them another key"
                )


def _own_keys() -> dict[str, str]:
    keys: dict[str, str] = {}
    commands = chain(COLUMN, *SCREENS.values(), ANYWHERE)
    for command in commands:
        for binding in command.bindings():
            keys[binding.id or ""] = binding.key
    return keys


def _normal(name: str, keys: str) -> str:
    names = [key.strip() for key in keys.split(",")]
    if not all(names):
        raise ConfigError(f'feeds.toml: [keys]: {name} = "{keys}": expected a key, as "ctrl+n"')
    return ",".join(names)


def _unknown(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    hint = f": did you mean {near[0]}?" if near else ""
    return f'feeds.toml: [keys]: there is no command "{name}"{hint}'


@cache  # of each screen's hundred keys the same are asked for again
def _written(key: str) -> str:
    """A key as it stands on a keyboard: "Space", "?", "Ctrl+P"."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{_written(key.removeprefix('ctrl+')).upper()}"
    return _WRITTEN.get(key, format_key(key))
