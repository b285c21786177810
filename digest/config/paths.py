"""Where digest keeps its files."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from digest.config.folders import config_folder, data_folder, state_folder


class Paths(Struct, frozen=True, kw_only=True):
    """The reader's own files."""

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
        return cls(
            config=Path(config_folder(env)) / "feeds.toml",
            database=Path(data_folder(env)) / "digest.db",
            log=Path(state_folder(env)) / "digest.log",
        )
