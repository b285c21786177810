"""The loop of a worker: requests from standard input, answers to standard output.

It ignores SIGINT (the parent decides), and ends when its input does.
"""

import contextlib
import gc
import logging
import os
import signal
import sys
from typing import Final

import msgspec

from digest.clean import clean
from digest.errors import DigestError
from digest.worker.answers import answer
from digest.worker.frames import read_frame, write_frame
from digest.worker.requests import Failed, Request

MEMORY: Final = 1 << 30
"""Bytes of address space that a worker may use (Linux); a page costs some 50 MB."""

PAGES_BETWEEN_CLEANUPS: Final = 100


def main() -> None:
    """Answer requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    logging.disable()  # libraries log pieces of pages, and nobody reads them here
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up in an answer
    decoder = msgspec.json.Decoder(Request)
    gc.set_threshold(50_000, 20, 50)  # trees come and go by the thousand, cycles hardly ever
    done = 0
    while (frame := read_frame(requests)) is not None:
        write_frame(answers, _answered(decoder, *frame))
        done += 1
        if done % PAGES_BETWEEN_CLEANUPS == 0:
            _empty_caches()


def _answered(decoder: msgspec.json.Decoder[Request], head: bytes, body: bytes) -> bytes:
    try:
        return msgspec.json.encode({"done": answer(decoder.decode(head), body)})
    except DigestError as error:
        failed = Failed(kind=type(error).__name__, message=clean(str(error)))
    except Exception as error:  # a RecursionError and a MemoryError among them
        failed = Failed(message=clean(f"{type(error).__name__}: {error}"[:200]))
    return msgspec.json.encode({"failed": failed})


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not there on every system

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _empty_caches() -> None:
    if meta := sys.modules.get("trafilatura.meta"):
        meta.reset_caches()


if __name__ == "__main__":
    main()
