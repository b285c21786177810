"""What outlets say around their texts: `phrases.txt`, as patterns."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

_SECTION: Final = re.compile(r"^\[([^\]:]+)(?::[^\]]*)?\]\n", re.MULTILINE)


@cache
def phrases(section: str) -> re.Pattern[str]:
    """One pattern of all phrases of a section. A blank in a phrase is any white space."""
    return re.compile("|".join(f"(?:{phrase})" for phrase in _sections()[section]), re.IGNORECASE)


@cache
def _sections() -> dict[str, list[str]]:
    text = files("digest.extract").joinpath("phrases.txt").read_text(encoding="utf-8")
    parts = _SECTION.split(text)[1:]
    return {
        name: [line.replace(" ", r"\s") for line in body.splitlines() if line and line[0] != "#"]
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }
