"""``python -m digest``, and the `digest` command."""

import signal
import sys
from types import FrameType

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


def main() -> int:
    """Run the command line and return its exit code."""
    _end_on_signals()
    from digest.cli import run  # noqa: PLC0415 - a fast start imports nothing it can do without

    return run(sys.argv[1:])


def _end_on_signals() -> None:
    """From the first moment on a signal ends the program with its code, not with a traceback."""
    for name in _ENDING:
        number = getattr(signal, name, None)  # there is no SIGHUP on Windows
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signal calls it
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
