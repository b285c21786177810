"""A cold morning beside the naive script: the same feeds, in turn, through the same proxy.

    python tests/benchmarks/morning.py --proxy http://127.0.0.1:8900 --feeds feeds.opml --rounds 2

Prints wall seconds and peak memory of each and their ratio, then a second morning with nothing
new. Whole processes, so that starting counts.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NAIVE = Path(__file__).with_name("naive.py")


def timed(*command: str, env: dict[str, str]) -> float:
    """Wall seconds of a command that must succeed."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *command],
        env=env,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proxy", required=True)
    parser.add_argument("--feeds", required=True)
    parser.add_argument("--since", default="8d")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    naive, cold, again = [], [], []
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as home:
            env = os.environ | {"HOME": home, "http_proxy": options.proxy}
            timed("-m", "digest", "import", options.feeds, env=env)
            morning = ("-m", "digest", "morning", "--since", options.since)
            cold.append(timed(*morning, env=env))
            again.append(timed("-m", "digest", "morning", env=env))
            naive.append(
                timed(
                    *(str(NAIVE), "--proxy", options.proxy, "--feeds", options.feeds),
                    env=dict(os.environ),
                )
            )
    ratios = [one / other for one, other in zip(cold, naive, strict=True)]
    print(f"{'naive script':<24}{statistics.median(naive):8.1f} s")
    print(f"{'digest, cold':<24}{statistics.median(cold):8.1f} s")
    print(f"{'ratio, by pairs':<24}{statistics.median(ratios):8.2f}   bar 0.50")
    print(f"{'digest, nothing new':<24}{statistics.median(again):8.1f} s")
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'largest process':<24}{largest:8.0f} MB")


if __name__ == "__main__":
    main()
