"""Where digest keeps its files."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from digest.errors import ConfigError


class Paths(Struct, frozen=True, kw_only=True):
    """The reader's own files, by the XDG base directory specification."""

    config: Path
    """feeds.toml"""

    database: Path
    log: Path

    @classmethod
    def of(cls, env: Mapping[str, str]) -> "Paths":
        """The paths that `env` asks for.

        Raises:
            ConfigError: There is neither a home folder nor the XDG variables.
        """

        def folder(variable: str, default: str) -> Path:
            chosen = env.get(variable, "")
            if chosen.startswith("/"):
                return Path(chosen) / "digest"
            return _home(env) / default / "digest"

        return cls(
            config=folder("XDG_CONFIG_HOME", ".config") / "feeds.toml",
            database=folder("XDG_DATA_HOME", ".local/share") / "digest.db",
            log=folder("XDG_STATE_HOME", ".local/state") / "digest.log",
        )


def _home(env: Mapping[str, str]) -> Path:
    if home := env.get("HOME"):
        return Path(home)
    try:
        return Path.home()
    except RuntimeError as error:
        raise ConfigError(
            "There is no home folder: set HOME, or XDG_CONFIG_HOME, XDG_DATA_HOME"
            " and XDG_STATE_HOME."
        ) from error
