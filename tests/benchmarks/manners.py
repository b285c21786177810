"""How often a newsroom is asked, and what for: robots.txt once a host, repeats that are 304.

    python -m tests.benchmarks.manners --proxy http://127.0.0.1:8900 --feeds feeds.opml

The proxy counts at /stats.json, by URL: {"requests", "not_modified"}.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from urllib.parse import urlsplit

from tests.benchmarks.web import told


def counted(proxy: str) -> Counter[str]:
    """Requests so far, by what they were for, and those of feeds that were answered 304."""
    found = Counter[str]()
    for url, hits in told(proxy, "stats").items():
        path = urlsplit(url).path
        if url.startswith("/"):  # our own questions
            continue
        kind = "robots" if path == "/robots.txt" else "feeds" if "feed" in path else "pages"
        found[kind] += hits["requests"]
        found[f"{kind}, 304"] += hits.get("not_modified", 0)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proxy", required=True)
    parser.add_argument("--feeds", required=True)
    parser.add_argument("--repeats", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | {"HOME": home, "http_proxy": options.proxy}

        def digest(*argv: str) -> Counter[str]:
            before = counted(options.proxy)
            subprocess.run([sys.executable, "-m", "digest", *argv, "--quiet"], env=env, check=False)
            return counted(options.proxy) - before

        command = [sys.executable, "-m", "digest", "import", options.feeds]
        subprocess.run(command, env=env, check=True)
        cold = digest("update")
        print("cold:    ", dict(cold))
        again = Counter[str]()
        for _ in range(options.repeats):
            again += digest("update")
        print("repeats: ", dict(again))
        share = again["feeds, 304"] / max(again["feeds"], 1)
        print(f"304 of repeats: {share:.1%}   bar 95%")


if __name__ == "__main__":
    main()
