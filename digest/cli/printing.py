"""The options of every verb that prints an edition, and the printing."""

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from digest.clean import NOTHING, Clean
from digest.news import Edition

if TYPE_CHECKING:
    from digest.render import Envelope, View


def printing_arguments(parser: ArgumentParser) -> None:
    """Add --format and --output."""
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "html", "json", "email"),
        help="how it is written (text)",
    )
    parser.add_argument("--output", metavar="FILE", help="write to FILE, whole or not at all")
    parser.add_argument(
        "--to", metavar="ADDR", help="whom a message is to: addresses with commas ([mail] to)"
    )
    parser.add_argument(
        "--from", metavar="ADDR", dest="sender", help="who a message is from ([mail] from)"
    )


def print_edition(
    edition: Edition,
    options: Namespace,
    *,
    zone: tzinfo | None = None,
    standing: Clean = NOTHING,
    envelope: "Envelope | None" = None,
) -> None:
    """Print an edition as the options say."""
    from digest.render import FORMATS  # noqa: PLC0415 - a verb pays for what it uses

    looks = view(zone=zone, standing=standing, envelope=envelope)
    emit(FORMATS[options.format or "text"](edition, looks), options.output)


def view(
    *, zone: tzinfo | None = None, standing: Clean = NOTHING, envelope: "Envelope | None" = None
) -> "View":
    """How things look here: the reader's zone unless said, as wide as the terminal allows."""
    from digest.render import Envelope, View  # noqa: PLC0415 - the same

    return View(zone=zone, width=_width(), standing=standing, envelope=envelope or Envelope())


def emit(text: str, output: str | None) -> None:
    """Put `text` into the file `output`, or on standard output, as UTF-8 whatever the locale."""
    if output and output != "-":
        from digest.config.edit import write  # noqa: PLC0415 - a verb pays for what it uses

        write(Path(output), text)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _width() -> int:
    """80 columns, fewer on a narrow terminal or by COLUMNS, so that a mail looks the same."""
    if os.environ.get("COLUMNS", "").isdecimal() or sys.stdout.isatty():
        return max(40, min(80, shutil.get_terminal_size((80, 24)).columns))
    return 80
