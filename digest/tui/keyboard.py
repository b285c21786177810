"""Which key asks for what: the commands' own keys under those that the reader chose."""

import difflib
from collections.abc import Iterable, Mapping
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


class Keyboard:
    """The keys in force.

    Raises:
        ConfigError: The keymap names no command, or gives two commands one key.
    """

    def __init__(self, keymap: Mapping[str, str]) -> None:
        self.keymap = {name: _normal(name, keys) for name, keys in keymap.items()}
        self._keys = _own_keys()
        for name in self.keymap:
            if name not in self._keys:
                raise ConfigError(_unknown(name, self._keys))
        self._keys |= self.keymap
        for commands in SCREENS.values():
            taken = {command.instead_of for command in commands}
            self._check((*COLUMN, *commands, *(one for one in ANYWHERE if one not in taken)))

    def _check(self, commands: Iterable[type[Command]]) -> None:
        taken: dict[str, str] = {}
        for name in chain.from_iterable(_names(command) for command in commands):
            for key in self._keys[name].split(","):
                other = taken.setdefault(_written(key), name)
                if other != name:
                    raise ConfigError(
                        f'feeds.toml: [keys]: "{_written(key)}" is asked for by both '
                        f"{other} and {name}: give one of them another key"
                    )

    def first(self, command: type[Command]) -> str:
        """The key to name in a hint: "Space"."""
        return self.all(command).split(" ", maxsplit=1)[0]

    def all(self, command: type[Command]) -> str:
        """All keys of a command, as they are written: "j ↓"."""
        names = _names(command)
        if command.keys_shown and not any(name in self.keymap for name in names):
            return command.keys_shown
        return " ".join(_written(key) for name in names for key in self._keys[name].split(","))


def _names(command: type[Command]) -> list[str]:
    return [binding.id or "" for binding in command.bindings()]


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
