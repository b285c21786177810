"""``python -m digest``, and the `digest` command."""

try:
    import os
    import signal
    import sys
    from types import FrameType
except KeyboardInterrupt:  # Python's own answer to an INT, until ours is set
    raise SystemExit(130) from None

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
_STREAMS = (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))


def main() -> int:
    """Run the command line and return its exit code."""
    _end_on_signals()
    _stand_in()
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


def _stand_in() -> None:
    """Where a standard stream is closed, open one that is empty, refuses, or listens to nobody.

    Else the next file to be opened, as the store, would get its number, and our words with it.
    """
    for name, mode, access in _STREAMS:
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, access)
            os.set_inheritable(handle, True)
            setattr(sys, name, os.fdopen(handle, mode, encoding="utf-8", closefd=False))


if __name__ == "__main__":
    sys.exit(main())
