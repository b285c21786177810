"""What the exit codes mean."""

from enum import IntEnum

from digest.errors import Busy, ConfigError, DigestError, UsageError


class Exit(IntEnum):
    """Exit codes, as `digest --help` names them."""

    DONE = 0
    """Also when nothing is new."""

    NOTHING = 1
    """Nothing could be done."""

    USAGE = 2
    """Usage, configuration, or no terminal."""

    PARTLY = 3
    """Done, but a tenth of the feeds or more failed (any, with --strict), or offline."""

    BUSY = 4
    """Another update is running."""

    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143

    @classmethod
    def of(cls, error: DigestError) -> "Exit":
        """The code for an error that ends the program."""
        if isinstance(error, UsageError | ConfigError):
            return cls.USAGE
        return cls.BUSY if isinstance(error, Busy) else cls.NOTHING
