"""How much memory a process and its children held at most, as Linux counts it."""

import subprocess
import threading
from pathlib import Path
from typing import Self

STEP = 0.05
"""Seconds between two looks: the kernel keeps the peak, so a look may come late, not too late."""


class Peak:
    """Watches a process while the ``with`` lasts; its children are its workers."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.main = self.worker = self.whole = 0.0
        """Megabytes: the process, the largest child, and all of them at one time."""

        self._root = process.pid
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._over.wait(STEP):
            several = children(self._root)
            self.main = max(self.main, held(self._root, "VmHWM"))
            self.worker = max([self.worker, *(held(child, "VmHWM") for child in several)])
            now = sum(held(each, "VmRSS") for each in (self._root, *several))
            self.whole = max(self.whole, now)


def children(pid: int) -> list[int]:
    """Of a process; none where it is gone."""
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def held(pid: int, what: str) -> float:
    """Megabytes of a process, now (VmRSS) or at most so far (VmHWM); 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(what)), 0.0)
