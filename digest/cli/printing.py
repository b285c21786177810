"""The options of every verb that prints an edition, and the printing."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from digest.clean import NOTHING, Clean
from digest.cli.width import width
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
) -> str:
    """Print an edition as the options say, and return what was printed."""
    from digest.render import FORMATS  # noqa: PLC0415 - a verb pays for what it uses

    looks = view(zone=zone, standing=standing, envelope=envelope)
    text = FORMATS[options.format or "text"](edition, looks)
    emit(text, options.output)
    return text


def view(
    *, zone: tzinfo | None = None, standing: Clean = NOTHING, envelope: "Envelope | None" = None
) -> "View":
    """How things look here: the reader's zone unless said, as wide as the terminal allows."""
    from digest.render import Envelope, View  # noqa: PLC0415 - the same

    return View(zone=zone, width=width(), standing=standing, envelope=envelope or Envelope())


def emit(text: str, output: str | None) -> None:
    """Put `text` into the file `output`, or on standard output, as UTF-8 whatever the locale."""
    if output and output != "-":
        from digest.config.edit import write  # noqa: PLC0415 - a verb pays for what it uses

        write(Path(output), text)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
