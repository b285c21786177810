"""What the filters share: JSON Lines in and out, and their exit code."""

from collections.abc import Iterator
from typing import Any, TypeAlias

import msgspec

from digest.cli.exits import Exit
from digest.cli.world import read_input
from digest.errors import UsageError

Row: TypeAlias = dict[str, Any]
"""One JSON object."""


def rows(name: str, body: bytes | None = None) -> Iterator[Row]:
    """The JSON objects in the file `name` ("-": standard input), one a line.

    `body` is what the file holds, if it has been read already.

    Raises:
        UsageError: A line is no JSON object; it is named.
    """
    for number, line in enumerate((read_input(name) if body is None else body).split(b"\n"), 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=Row)
            except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
                raise UsageError(f"{name}:{number}: no JSON object: {error}.") from error


def row_text(row: Row) -> str:
    """A JSON object, as a line."""
    return msgspec.json.encode(row).decode() + "\n"


def finished(failed: int, inputs: int) -> Exit:
    """The exit code of a filter: 3 if some inputs failed, 1 if all did."""
    if failed and failed >= inputs:
        return Exit.NOTHING
    return Exit.PARTLY if failed else Exit.DONE
