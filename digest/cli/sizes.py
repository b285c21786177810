"""Sizes, in words."""

from pathlib import Path


def size(path: Path) -> str:
    """How large a file is; "0 kB" where there is none."""
    return size_of(path.stat().st_size if path.exists() else 0)


def size_of(count: int) -> str:
    """So many bytes: "4.7 MB"."""
    return f"{count / 1e6:,.1f} MB" if count >= 1e6 else f"{count / 1e3:,.0f} kB"
