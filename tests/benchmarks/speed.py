"""digest beside its baselines and its floor, in pairs, in one run; writes README.md's table.

    python -m tests.benchmarks.speed --proxy http://127.0.0.1:8900 --feeds feeds.opml --write

The proxy plays the web of the feeds, and lists its pages at /manifest.json. Wants feedparser,
and newsboat for its row, which is left out where there is none. Nothing else should run on
the machine meanwhile.
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.request import ProxyHandler, build_opener
from xml.etree import ElementTree

from tests.benchmarks.memory import Peak
from tests.benchmarks.pairs import Pair, digest, in_pairs, python, seconds
from tests.benchmarks.web import told

HERE = Path(__file__).parent
README = HERE / "README.md"
START, END = "<!-- table -->", "<!-- end of table -->"


class Row(NamedTuple):
    """A line of the table."""

    what: str
    beside: str
    pair: Pair
    bar: float
    unit: str = "s"

    def __str__(self) -> str:
        ours, theirs, ratio = self.pair
        digits = 2 if ours < 10 else 1
        return (
            f"| {self.what} | {ours:.{digits}f} {self.unit} | {self.beside} |"
            f" {theirs:.{digits}f} {self.unit} | {ratio:.2f} | {self.bar} |"
        )


class Bench:
    """A home with feeds, behind a proxy."""

    def __init__(self, proxy: str, feeds: Path, folder: Path, rounds: int) -> None:
        self.proxy, self.feeds, self.folder, self.rounds = proxy, feeds, folder, rounds
        self.warm = self.home("warm")
        seconds(digest("morning", "--since", "8d"), self.warm)

    def home(self, name: str) -> dict[str, str]:
        """An environment of its own, with the feeds imported and nothing read."""
        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        env = {"HOME": str(path), "http_proxy": self.proxy}
        env |= {f"XDG_{kind}_HOME": "" for kind in ("CONFIG", "DATA", "STATE")}
        seconds(digest("import", str(self.feeds)), env)
        return env

    def cold(self) -> float:
        """A first morning."""
        return seconds(digest("morning", "--since", "8d"), self.home("cold"))

    def naive(self) -> float:
        """The same feeds by the naive script."""
        script = str(HERE / "naive.py")
        return seconds(python(script, "--proxy", self.proxy, "--feeds", str(self.feeds)))

    def floor(self) -> float:
        """The same pages through trafilatura alone."""
        return seconds(python(str(HERE / "floor.py"), str(self.pages())))

    def pages(self) -> Path:
        """A folder with all pages, fetched once."""
        folder = self.folder / "pages"
        if not folder.exists():
            folder.mkdir()
            opener = build_opener(ProxyHandler({"http": self.proxy}))
            for number, row in enumerate(told(self.proxy, "manifest")):
                (folder / f"{number:05}.html").write_bytes(opener.open(row["url"]).read())
        return folder

    def again(self) -> float:
        """A morning with nothing new."""
        return seconds(digest("morning"), self.warm)

    def newsboat(self) -> Callable[[], float]:
        """A reload with a warm cache."""
        folder = self.folder / "newsboat"
        folder.mkdir()
        urls = [each.get("xmlUrl") for each in ElementTree.parse(self.feeds).iter("outline")]
        (folder / "urls").write_text("\n".join(filter(None, urls)) + "\n")
        (folder / "config").write_text(
            "reload-threads 16\nuse-proxy yes\nproxy-type http\n"
            f"proxy {self.proxy.removeprefix('http://')}\n"
        )
        command = ["newsboat", "-x", "reload", "-q"]
        for flag, name in (("-u", "urls"), ("-C", "config"), ("-c", "cache.db")):
            command += [flag, str(folder / name)]
        seconds(command)
        return lambda: seconds(command)

    def memory(self) -> tuple[Pair, Pair]:
        """Megabytes at most: the main process; and with all workers, beside the naive script."""
        env = os.environ | self.home("memory")
        main, whole = _peak(digest("morning", "--since", "8d"), env)
        script = python(str(HERE / "naive.py"), "--proxy", self.proxy, "--feeds", str(self.feeds))
        naive, _ = _peak(script, dict(os.environ))
        return Pair(main, naive, main / naive), Pair(whole, naive, whole / naive)

    def store(self) -> Pair:
        """Megabytes of the store, beside the text that it holds."""
        code = (
            "from digest.cli.world import World;"
            "from digest.store.articles import articles_arrived;"
            "from datetime import datetime, UTC;"
            "store = World().store();"
            "all = articles_arrived(store, datetime(2000, 1, 1, tzinfo=UTC), datetime.now(UTC));"
            "print(World().paths.database);"
            "print(sum(len((a.article.title + a.article.text).encode()) for a in all))"
        )
        done = subprocess.run(
            python("-c", code),
            env=os.environ | self.warm,
            capture_output=True,
            check=True,
            text=True,
        )
        path, size = done.stdout.splitlines()
        held = Path(path).stat().st_size / 1e6
        return Pair(held, int(size) / 1e6, held * 1e6 / int(size))


def _peak(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    with (
        subprocess.Popen(
            command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process,
        Peak(process) as peak,
    ):
        process.wait()
    return peak.main, peak.whole


def rows(bench: Bench) -> Iterator[Row]:
    """The table, line by line, as it is measured."""
    few, many = bench.rounds, bench.rounds * 7
    yield Row("cold morning", "the naive script", in_pairs(bench.cold, bench.naive, few), 0.30)
    yield Row("cold morning", "the floor", in_pairs(bench.cold, bench.floor, few), 1.2)
    if shutil.which("newsboat"):
        again = in_pairs(bench.again, bench.newsboat(), many)
        yield Row("again, nothing new", "newsboat reload", again, 1.0)
    for verb, bar in (("show today", 2.5), ("--version", 1.6), ("--help", 3.5)):
        pair = in_pairs(
            lambda verb=verb: seconds(digest(*verb.split()), bench.warm),
            lambda: seconds(python("-c", "pass")),
            many,
        )
        yield Row(f"digest {verb}", "python -c pass", _in_milliseconds(pair), bar, "ms")
    main, whole = bench.memory()
    yield Row("memory, main process", "naive script", main, 1.0, "MB")
    yield Row("memory, with all workers", "naive script", whole, 1.7, "MB")
    yield Row("store", "the text it holds", bench.store(), 1.5, "MB")


def _in_milliseconds(pair: Pair) -> Pair:
    return Pair(pair.ours * 1000, pair.theirs * 1000, pair.ratio)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--proxy", required=True)
    parser.add_argument("--feeds", required=True, type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="into README.md")
    options = parser.parse_args()
    lines = [
        "| what | digest | beside | that | ratio | bar |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    print("\n".join(lines))
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.proxy, options.feeds.resolve(), Path(folder), options.rounds)
        for row in rows(bench):
            print(row, flush=True)
            lines.append(str(row))
    if options.write:
        table = "\n".join((START, *lines, END))
        text = README.read_text(encoding="utf-8")
        README.write_text(re.sub(f"{START}.*{END}", lambda _: table, text, flags=re.DOTALL))


if __name__ == "__main__":
    main()
