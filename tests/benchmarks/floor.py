"""The floor under a cold morning: trafilatura with metadata over the pages, and nothing else.

    python -m tests.benchmarks.floor FOLDER

One process for each processor; FOLDER holds the pages. Prints how many had a text.
"""

import multiprocessing
import os
import sys
from pathlib import Path

from trafilatura import bare_extraction


def has_text(page: Path) -> bool:
    found = bare_extraction(
        page.read_bytes(), with_metadata=True, include_comments=False, url="http://a.example/"
    )
    return bool(found and found.text)


def main() -> None:
    pages = sorted(Path(sys.argv[1]).iterdir())
    with multiprocessing.get_context("spawn").Pool(len(os.sched_getaffinity(0))) as pool:
        print(sum(pool.map(has_text, pages, chunksize=8)), "of", len(pages))


if __name__ == "__main__":
    main()
