"""Is anything lost when update and morning are killed, run against each other, or find damage?

    python -m tests.benchmarks.durability [KILLS] [ROUNDS] [STORES]

A small site on loopback brings a new entry to each of its feeds every round. Each round starts
`digest update` or `digest morning` and kills it, with all of its workers, at some moment; now
and then one may end, and what it had then is acknowledged: it must be there for ever. Then, in
so many rounds, four start at once: each does its work, or says that another does. Then so many
copies of the store are spoilt: `show` prints the edition, or says in a line what brings it back.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FEEDS = 8


class Site:
    """Feeds that grow by an entry each round; every entry has a page."""

    def __init__(self) -> None:
        self.rounds = 1
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = site.document(self.path).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                with suppress(OSError):  # whoever asked may be dead
                    self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def document(self, path: str) -> str:
        """A feed, or a page."""
        _, kind, *numbers = path.split("/")
        if kind == "page":
            text = (
                f"Ship {numbers[1]} of line {numbers[0]} came into the harbour this morning. " * 6
            )
            return f"<html><article><h1>Ship {numbers[1]}</h1><p>{text}</p></article></html>"
        if kind != "feed":
            return "User-agent: *\nAllow: /\n"
        items = "".join(
            f"<item><title>Ship {n} of line {numbers[0]}</title><guid>{n}</guid>"
            f"<link>{self.base}/page/{numbers[0]}/{n}</link></item>"
            for n in range(self.rounds, max(0, self.rounds - 30), -1)
        )
        title = f"<title>Line {numbers[0]}</title>"
        return f'<rss version="2.0"><channel>{title}{items}</channel></rss>'


@dataclass
class Outcome:
    """What came of it."""

    kills: int = 0
    ended: int = 0
    damaged: list[str] = field(default_factory=list)
    lost: int = 0
    after: int = 0
    """Exit code of the run after the last kill."""

    missing: int = 0
    """Entries and articles that the site has, and the store has not in the end."""


@contextmanager
def home(site: Site) -> Iterator[dict[str, str]]:
    """An environment whose reader has the site's feeds."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, ".config", "digest", "feeds.toml")
        config.parent.mkdir(parents=True)
        config.write_text(
            "".join(f'[[feeds]]\nurl = "{site.base}/feed/{n}"\n\n' for n in range(FEEDS))
        )
        kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
        yield {**kept, "HOME": folder, "TZ": "UTC"}


def torture(kills: int, seed: int = 1) -> Outcome:
    """Kill so many runs, and then let one end."""
    chance, site, outcome = random.Random(seed), Site(), Outcome()
    with home(site) as env:
        database = Path(env["HOME"], ".local", "share", "digest", "digest.db")
        acknowledged, longest = 0, 1.3 * whole(env)
        while outcome.kills < kills:
            site.rounds += 1
            verb = chance.choice((["update"], ["morning"]))
            ended = run(verb, env, until=chance.uniform(0.05, longest))
            outcome.ended += ended
            outcome.kills += not ended
            verdict, count = look(database)
            outcome.damaged += [] if verdict == "ok" else [verdict]
            outcome.lost += max(0, acknowledged - count)
            acknowledged = max(acknowledged, count if ended else 0)
        last = subprocess.run(digest("morning"), env=env, capture_output=True, check=False)
        outcome.after = last.returncode
        outcome.missing = missing(database, site)
    site.server.shutdown()
    site.server.server_close()
    return outcome


def whole(env: dict[str, str]) -> float:
    """Seconds that a run takes here, the first that an empty store has."""
    begun = time.perf_counter()
    subprocess.run(digest("morning"), env=env, capture_output=True, check=True)
    return time.perf_counter() - begun


def digest(*argv: str) -> list[str]:
    return [sys.executable, "-m", "digest", *argv]


def run(argv: list[str], env: dict[str, str], *, until: float) -> bool:
    """Run digest; True: it ended well before `until` seconds were over, else it is killed."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        digest(*argv), env=env, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        return process.wait(until) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False


def look(database: Path) -> tuple[str, int]:
    """SQLite's verdict on the store, and how many entries it has."""
    if not database.exists():
        return "ok", 0
    try:
        with closing(sqlite3.connect(database, timeout=10)) as store:
            (verdict,) = store.execute("PRAGMA integrity_check(1)").fetchone()
            tables = store.execute("SELECT 1 FROM sqlite_master WHERE name = 'entries'").fetchone()
            count = store.execute("SELECT count(*) FROM entries").fetchone()[0] if tables else 0
            return verdict, count
    except sqlite3.Error as error:
        return str(error), 0


def missing(database: Path, site: Site) -> int:
    """Of what the feeds still list: entries without a row, and entries without an article."""
    with closing(sqlite3.connect(database)) as store:
        rows = store.execute("SELECT e.url FROM entries e JOIN articles a ON a.id = e.id")
        read = {url for (url,) in rows}
    listed = range(max(1, site.rounds - 29), site.rounds + 1)
    return sum(f"{site.base}/page/{f}/{n}" not in read for f in range(FEEDS) for n in listed)


def contend(rounds: int, seed: int = 1) -> list[str]:
    """Start four runs at once, so many times; what was wrong."""
    chance, site, wrong = random.Random(seed), Site(), list[str]()
    with home(site) as env:
        database = Path(env["HOME"], ".local", "share", "digest", "digest.db")
        for _ in range(rounds):
            site.rounds += 1
            rivals = [
                subprocess.Popen(
                    digest(chance.choice(("update", "morning"))),
                    env=env,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                )
                for _ in range(4)
            ]
            said = [(each.communicate()[1].decode(), each.returncode) for each in rivals]
            wrong += [words for words, code in said if code not in {0, 4} or "locked" in words]
            wrong += [verdict for verdict in (look(database)[0],) if verdict != "ok"]
            wrong += [f"{lost} articles missing" for lost in (missing(database, site),) if lost]
    site.server.shutdown()
    site.server.server_close()
    return wrong


def spoil(stores: int, seed: int = 1) -> list[str]:
    """Show the edition of so many spoilt stores, and bring each back; what was wrong."""
    chance, site, wrong = random.Random(seed), Site(), list[str]()
    with home(site) as env:
        whole(env)
        database = Path(env["HOME"], ".local", "share", "digest", "digest.db")
        copy = database.with_name("digest.db.copy")
        sound, copied = database.read_bytes(), copy.read_bytes()
        printed = subprocess.run(digest("show"), env=env, capture_output=True, check=True).stdout
        for _ in range(stores):
            database.write_bytes(spoilt(sound, chance))
            copy.write_bytes(copied)
            done = subprocess.run(digest("show"), env=env, capture_output=True, check=False)
            clear = done.stderr.count(b"\n") == 1 and b"digest doctor" in done.stderr
            if (done.returncode, done.stdout) != (0, printed) and not (done.returncode and clear):
                wrong.append(done.stderr.decode())
            subprocess.run(digest("doctor", "--restore"), env=env, capture_output=True, check=True)
            done = subprocess.run(digest("show"), env=env, capture_output=True, check=False)
            wrong += [] if done.stdout == printed else [f"not restored: {done.stderr.decode()}"]
    site.server.shutdown()
    site.server.server_close()
    return wrong


def spoilt(sound: bytes, chance: random.Random) -> bytes:
    """The file with bytes flipped, pages overwritten, or its end cut off."""
    blob, at = bytearray(sound), chance.randrange(len(sound))
    match chance.choice(("flip", "overwrite", "cut")):
        case "flip":
            for _ in range(chance.randint(1, 200)):
                blob[chance.randrange(len(blob))] ^= 1 << chance.randrange(8)
        case "overwrite":
            foreign = chance.randbytes(chance.randint(1, 20_000))
            blob[at : at + len(foreign)] = foreign
        case "cut":
            del blob[at:]
    return bytes(blob)


def main(kills: int = 200, rounds: int = 25, stores: int = 40) -> int:
    """Print what came of it."""
    outcome = torture(kills)
    print(
        f"{outcome.kills} kills, {outcome.ended} runs that ended: {len(outcome.damaged)} damaged,"
        f" {outcome.lost} acknowledged entries lost; the next run exits {outcome.after},"
        f" {outcome.missing} articles missing. {outcome.damaged[:3] or ''}"
    )
    rivals, restored = contend(rounds), spoil(stores)
    print(f"{rounds} rounds of four at once: {rivals or 'nothing lost'}")
    print(f"{stores} stores spoilt: {restored or 'all said what to do, and came back'}")
    lost = outcome.damaged or outcome.lost or outcome.after or outcome.missing
    return int(bool(lost or rivals or restored))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
