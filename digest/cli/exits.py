"""What the exit codes mean."""

import os
import sys
from enum import IntEnum

from digest.errors import Busy, ConfigError, DigestError, NotWritten, UsageError


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


def ended_by(error: BaseException) -> Exit:
    """Say in a line what ended the program, and return its code; a fault of ours is raised.

    A broken pipe is no trouble: whoever read our output has had enough.
    """
    match error:
        case DigestError():
            print(f"digest: {error}", file=sys.stderr)
            return _code(error)
        case BrokenPipeError():
            _write_no_more()
            return Exit.DONE
        case OSError():
            if error.filename is None:
                _write_no_more()
            print(f"digest: {error.filename or 'output'}: {error.strerror}.", file=sys.stderr)
            return Exit.NOTHING
        case KeyboardInterrupt():
            return Exit.INTERRUPTED
        case RuntimeError(__cause__=SystemExit(code=int(code))):
            return Exit(code)  # a signal while a class was made: Python 3.11 wraps what ended it
    raise error


def _write_no_more() -> None:
    """Let nothing be flushed at exit into an output that takes nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _code(error: DigestError) -> Exit:
    if isinstance(error, UsageError | ConfigError) and not isinstance(error, NotWritten):
        return Exit.USAGE
    return Exit.BUSY if isinstance(error, Busy) else Exit.NOTHING
