"""What an installation weighs: digest beside the four libraries that it is built on.

    python -m tests.benchmarks.weight

Installs both into folders of their own, with the versions of constraints.txt.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).parent.parent.parent
LIBRARIES = ("textual", "httpx", "trafilatura", "sumy", "lxml_html_clean")
"""trafilatura cannot be imported without the last."""


def installed(*what: str) -> int:
    """Bytes on disk, without compiled caches."""
    with tempfile.TemporaryDirectory() as folder:
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-compile")
        options = ("--constraint", str(HOUSE / "constraints.txt"), "--target", folder)
        subprocess.run([*pip, *options, *what], check=True, stderr=subprocess.DEVNULL)
        return sum(each.stat().st_size for each in Path(folder).rglob("*") if each.is_file())


def main() -> None:
    ours, theirs = installed(str(HOUSE)), installed(*LIBRARIES)
    print(f"digest               {ours / 1e6:8.1f} MB")
    print(f"its four libraries   {theirs / 1e6:8.1f} MB")
    print(f"ratio                {ours / theirs:8.2f}")


if __name__ == "__main__":
    main()
