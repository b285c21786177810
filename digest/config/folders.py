"""Where the reader's folders are, by the XDG base directory specification."""

import os
from collections.abc import Mapping


def config_folder(env: Mapping[str, str]) -> str:
    """Of feeds.toml."""
    return _folder(env, "XDG_CONFIG_HOME", ".config")


def data_folder(env: Mapping[str, str]) -> str:
    """Of the database."""
    return _folder(env, "XDG_DATA_HOME", ".local/share")


def state_folder(env: Mapping[str, str]) -> str:
    """Of the log."""
    return _folder(env, "XDG_STATE_HOME", ".local/state")


def _folder(env: Mapping[str, str], variable: str, default: str) -> str:
    """The folder that `env` asks for.

    Raises:
        ConfigError: There is neither a home folder nor the XDG variable.
    """
    chosen = env.get(variable, "")
    if chosen.startswith("/"):
        return f"{chosen}/digest"
    home = env.get("HOME") or os.path.expanduser("~")  # noqa: PTH111 - pathlib takes 4 ms to load
    if home.startswith("~"):
        from digest.errors import ConfigError  # noqa: PLC0415 - hardly ever

        raise ConfigError(
            "There is no home folder: set HOME, or XDG_CONFIG_HOME, XDG_DATA_HOME"
            " and XDG_STATE_HOME."
        )
    return f"{home}/{default}/digest"
