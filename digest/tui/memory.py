"""What the app remembers from one run to the next: the colours, the place, a command."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace


class Remembered(Struct, frozen=True, kw_only=True):
    """What is kept."""

    theme: str = ""
    """The theme chosen last."""

    command: str = ""
    """What stories were piped to last."""

    day: str = ""
    """The day of the edition that was open."""

    story: str = ""
    """The story that the cursor was on."""


class Memory:
    """What is remembered now; `keep` puts it where the next run finds it."""

    def __init__(
        self, was: Remembered | None = None, keep: Callable[[Remembered], None] | None = None
    ) -> None:
        self.now = was or Remembered()
        self._keep = keep

    def note(self, **changes: str) -> None:
        """Remember something else."""
        self.now = replace(self.now, **changes)

    def keep(self) -> None:
        """Keep it for the next run."""
        if self._keep:
            self._keep(self.now)
