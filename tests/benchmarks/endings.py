"""Does digest end well when it is told to, at any moment?

    python -m tests.benchmarks.endings [TIMES] [SEED]

The app, morning and update run in a terminal of their own on a small site, each time from where
the last one left the store, and get an INT, TERM or HUP at some moment between their start and
their end; the app, half of the time, just after it has been told to quit by its key. Well means:
within two seconds, with the exit code of the signal, nothing on the terminal that only a
programmer reads, and the terminal as it was found.
"""

import random
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.durability import Site, digest, home, look
from tests.hostile.terminal import Terminal

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PROMPT = 2.0
"""Seconds."""

STARTING = 0.1
"""Seconds in which Python itself starts: until then a signal is its to answer."""


@dataclass
class Outcome:
    """What came of it."""

    times: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def torture(times: int, seed: int = 1) -> Outcome:
    """So many signals."""
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # ignored by what a script starts with &
    chance, site, outcome = random.Random(seed), Site(), Outcome()
    with home(site) as env:
        while outcome.times.total() < times:
            site.rounds += 1
            verb, number = chance.choice(([], ["morning"], ["update"])), chance.choice(SIGNALS)
            with Terminal(digest(*verb), env | {"TERM": "xterm-256color"}) as terminal:
                after = chance.uniform(STARTING, 3.0)
                terminal.hear(seconds=after)
                if not verb and chance.random() < 0.5:
                    terminal.type("q")
                    terminal.hear(seconds=chance.uniform(0, 0.3))
                if terminal.program.poll() is not None:
                    continue  # it was sooner
                terminal.program.send_signal(number)
                began = time.monotonic()
                code = terminal.end(10)
            took = time.monotonic() - began
            outcome.slowest = max(outcome.slowest, took)
            outcome.times[f"{' '.join(verb) or 'app'} {number.name}"] += 1
            if wrong := faults(terminal, code, took, number):
                name = " ".join(["digest", *verb])
                outcome.faults.append(f"{name}, {number.name} at {after:.2f} s: {', '.join(wrong)}")
        verdict, _ = look(Path(env["HOME"], ".local", "share", "digest", "digest.db"))
        outcome.faults += [] if verdict == "ok" else [verdict]
    site.server.shutdown()
    site.server.server_close()
    return outcome


def faults(terminal: Terminal, code: int | None, took: float, number: signal.Signals) -> list[str]:
    """What was wrong with an ending."""
    wrong = [f"{mode} left on" for mode in terminal.left_on]
    if code not in {128 + number, -number, 0}:  # a shell sees one in both; 0: it was at its end
        wrong.append(f"exit {code}")
    if took > PROMPT:
        wrong.append(f"{took:.1f} s")
    if b"Traceback" in terminal.said or b"Exception" in terminal.said:
        wrong.append(terminal.said[-300:].decode(errors="replace"))
    return wrong


def main(times: int = 200, seed: int = 1) -> int:
    """Print what came of it."""
    outcome = torture(times, seed)
    for name, number in sorted(outcome.times.items()):
        print(f"{name:16} {number:4}")
    print(f"{'slowest':16} {outcome.slowest:6.1f} s")
    print("\n".join(outcome.faults) or "all ended well")
    return int(bool(outcome.faults))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
