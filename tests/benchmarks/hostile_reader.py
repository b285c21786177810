"""A reader of hostile feeds: a home of their own, what digest does in it, and at what cost."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from digest.news import Article
from digest.store.articles import articles_arrived
from digest.store.database import Store
from tests.benchmarks.memory import Peak
from tests.hostile.terminal import Terminal

DIGEST = (sys.executable, "-m", "digest")
MORNING = ("morning", "--since", "2025-01-01", "--format", "json")
SHOW = """
import sys
from digest.cli import run
for form, name in zip(sys.argv[1::2], sys.argv[2::2]):
    run(["show", "--format", form, "--output", name])
"""
FORMATS = {"text": "txt", "markdown": "md", "html": "html", "email": "eml"}

MAIL = "[mail]\nto = 'you@example.org'\nfrom = 'me@example.org'\n"
BACK = "\x1b"
A_STORY = ("J", " ", "1", "G", BACK)
"""The keys to the next story, down its page, into its first source, to its end, and back."""

A_SEARCH = ("/", "{}", "\r", "\r", "G", BACK, BACK)
"""To a word, what it finds, and the first of that, to its end."""

ELSEWHERE = ("w", BACK, "F", "G", BACK, "[", "?", BACK)
"""Why, the feeds, an older edition, the help."""


class Reader:
    """A reader with a few subscriptions and an empty store."""

    def __init__(self, home: Path, *urls: str) -> None:
        self.home = home
        self.main = self.worker = 0.0
        """Megabytes that a program and its largest worker held at most, of all that were run."""

        folders = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        self.env = {**kept, "HOME": str(home), "LANG": "C.UTF-8", **folders}
        settings = home / "CONFIG" / "digest" / "feeds.toml"
        settings.parent.mkdir(parents=True)
        feeds = (f"[[feeds]]\nurl = {json.dumps(url)}\n" for url in urls)
        settings.write_text(MAIL + "".join(feeds))

    def morning(self, seconds: float = 90) -> int:
        """Make an edition, as JSON."""
        return self.run(*DIGEST, *MORNING, into="edition.json", seconds=seconds)

    def show(self) -> int:
        """Print it in every other format."""
        files = [word for f, e in FORMATS.items() for word in (f, str(self.home / f"edition.{e}"))]
        return self.run(sys.executable, "-c", SHOW, *files, into="edition.shown")

    def update(self) -> int:
        """Fetch once more."""
        return self.run(*DIGEST, "update", into="edition.again")

    def run(self, *command: str, into: str, seconds: float = 90) -> int:
        """Run a program; its output goes to the file `into`, its words to `into`.log."""
        out, log = self.home / into, self.home / f"{into}.log"
        with (
            out.open("wb") as stdout,
            log.open("wb") as stderr,
            subprocess.Popen(command, env=self.env, stdout=stdout, stderr=stderr) as process,
            Peak(process) as peak,
        ):
            try:
                code = process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                code = 124
        self.main, self.worker = max(self.main, peak.main), max(self.worker, peak.worker)
        return code

    def look(self, stories: int, words: Iterable[str]) -> list[str]:
        """Look at all stories in the app, and for words; keep what it writes. How it fails."""
        env = self.env | {"TERM": "xterm-256color", "EDITOR": "false"}
        with Terminal((*DIGEST, "--no-fetch"), env) as terminal:
            terminal.hear(until=b"KEEP")
            sought = (key.format(word) for word in words for key in A_SEARCH)
            for key in (*A_STORY * stories, *sought, *ELSEWHERE):
                terminal.type(key)
                terminal.hear(quiet=0.3 if key == BACK else 0.1)  # the app waits for what follows
            terminal.program.terminate()
            code = terminal.end(10)
        (self.home / "edition.tty").write_bytes(terminal.said)
        return [*terminal.left_on, *([] if code == 143 else [f"exit {code}"])]

    @property
    def outputs(self) -> list[Path]:
        """All that was printed, said and logged."""
        files = [*self.home.glob("edition.*"), *self.home.glob("STATE/digest/*.log")]
        return sorted(file for file in files if file.stat().st_size)

    def stored(self) -> tuple[int, list[Article]]:
        """How many entries there are, and the articles."""
        store = Store(self.home / "DATA" / "digest" / "digest.db")
        try:
            (entries,) = store.sql.execute("SELECT count(*) FROM entries").fetchone()
            arrived = articles_arrived(
                store, datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
            )
        finally:
            store.close()
        return entries, [each.article for each in arrived]
