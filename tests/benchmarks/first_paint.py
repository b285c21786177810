"""Start to first paint, before 100,000 articles: ``python -m tests.benchmarks.first_paint``.

Whole processes in a terminal of their own, in pairs: `digest` on a store that holds them and an
edition, then a bare app of one label. Each is timed from its start to the arrival of its first
words on the screen. The bar is 1.25 times the bare app. On a busy machine the processor's own
time says more than the clock's: both are told.
"""

import argparse
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from digest.config.paths import Paths
from digest.news import Article, Paragraph
from digest.store.articles import save_articles
from digest.store.database import Store
from digest.store.editions import Membership, save_edition
from tests.tui.paper import edition, report

BAR = 1.25
ROWS, COLUMNS = 36, 120
PATIENCE = 30  # seconds
BATCH = 5_000
BARE = """\
from textual.app import App
from textual.widgets import Label

class Bare(App[None]):
    def compose(self):
        yield Label("One label.")

Bare().run()
"""


def fill(path: Path, articles: int) -> None:
    """A store of so many articles, and an edition to open on."""
    page = edition()
    store = Store(path)
    start = datetime.now(UTC) - timedelta(days=365)
    for first in range(0, articles, BATCH):
        batch = [written(n) for n in range(first, min(first + BATCH, articles))]
        save_articles(store, batch, start + timedelta(seconds=first))
    told = [Membership(article=r.id, story=s.id) for s in page.everything for r in s.articles]
    save_edition(store, replace(page, made=datetime.now(UTC)), told)
    store.close()


def written(number: int) -> Article:
    one = report(f"stored{number}", f"Report number {number} of the harbour and its ships", 0)
    words = f"Paragraph of report {number}, as long as paragraphs are in papers of this kind. " * 4
    return Article(
        id=one.id,
        feed=one.feed,
        title=one.title,
        publisher=one.publisher,
        url=one.url,
        published=one.published,
        paragraphs=(Paragraph(one.title), Paragraph(type(one.title)(words))),
    )


class Paint(NamedTuple):
    """Seconds from the start of a program to its first words."""

    clock: float
    processor: float


def painted(command: Sequence[str], env: dict[str, str], words: bytes) -> Paint:
    """How long a program takes until `words` arrive on its terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    start = time.perf_counter()
    program = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
    )
    os.close(theirs)
    try:
        took = until(ours, words, start) - start
    finally:
        program.kill()
        _, program.returncode, used = os.wait4(program.pid, 0)
        os.close(ours)
    return Paint(took, used.ru_utime + used.ru_stime)


def until(terminal: int, words: bytes, start: float) -> float:
    seen = b""
    while words not in seen:
        ready, _, _ = select.select([terminal], [], [], 1)
        if time.perf_counter() - start > PATIENCE:
            raise TimeoutError(seen[-2000:].decode(errors="replace"))
        seen += os.read(terminal, 1 << 16) if ready else b""
    return time.perf_counter()


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--home", type=Path, help="where the store is kept for another run")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        home = given.home or Path(temporary)
        env = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm-256color"}
        paths = Paths.of(env)
        if not paths.database.exists():
            fill(paths.database, given.articles)
        paths.config.parent.mkdir(parents=True, exist_ok=True)
        paths.config.write_text("", encoding="utf-8")
        bare = Path(temporary) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        ours = [sys.executable, "-m", "digest", "--no-fetch"]
        theirs = [sys.executable, str(bare)]
        pairs = [
            (painted(ours, env, b"Central bank"), painted(theirs, env, b"One label"))
            for _ in range(given.pairs)
        ]
    return told([digest for digest, _ in pairs], [bare for _, bare in pairs])


def told(digest: Sequence[Paint], bare: Sequence[Paint]) -> int:
    print(f"{'ms to first paint':<24}{'digest':>10}{'one label':>10}{'times':>8}   (bar: {BAR})")
    middle = BAR
    for measure in Paint._fields:
        for name, of in (("minimum", min), ("median", statistics.median)):
            ours, theirs = (of([getattr(p, measure) for p in each]) for each in (digest, bare))
            middle = ours / theirs
            figures = f"{1000 * ours:>10.0f}{1000 * theirs:>10.0f}{middle:>8.2f}"
            print(f"{measure + ', ' + name:<24}{figures}")
    return int(middle > BAR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
