"""One update at a time: a lock file beside the database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest.errors import Busy, StoreError


@contextmanager
def only_writer(database: Path) -> Iterator[None]:
    """Hold the lock of the store at `database`. It ends with the process, however that ends.

    Raises:
        Busy: Another process holds it.
        StoreError: The folder cannot be written.
    """
    import fcntl  # noqa: PLC0415 - not there on every system; only a writer needs it

    path = database.with_name(database.name + ".lock")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}.") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise Busy("Another update is running.") from error
    finally:
        os.close(handle)
