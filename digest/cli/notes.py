"""What the app remembers, in a small file of the reader's state."""

from contextlib import suppress
from pathlib import Path

import msgspec

from digest.errors import ConfigError
from digest.tui.memory import Remembered


class Notes:
    """The file: what cannot be read is forgotten, what cannot be written is let go."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Remembered:
        """What was noted by the last run."""
        with suppress(OSError, msgspec.MsgspecError, ValueError):
            return msgspec.json.decode(self._path.read_bytes(), type=Remembered)
        return Remembered()

    def write(self, remembered: Remembered) -> None:
        """Note it for the next run."""
        from digest.config.edit import write  # noqa: PLC0415 - not for the first page

        with suppress(ConfigError):
            write(self._path, msgspec.json.encode(remembered).decode())
