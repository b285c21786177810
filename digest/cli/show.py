"""`digest show`: a stored edition, as it was printed."""

import re
from argparse import ArgumentParser, Namespace
from contextlib import closing, suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from digest.cli.again import keep_print
from digest.cli.exits import Exit
from digest.cli.printing import print_edition, printing_arguments
from digest.cli.world import World
from digest.errors import ConfigError, NoEdition, UsageError
from digest.news import Edition
from digest.paper import paper_day
from digest.store.database import Store
from digest.store.editions import find_edition

if TYPE_CHECKING:
    from digest.config.settings import Settings
    from digest.render import Envelope


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument(
        "day",
        nargs="?",
        default="last",
        metavar="DAY[.N]",
        help="today, yesterday, a date as 2026-11-22; .1 is its first revision (the last edition)",
    )
    printing_arguments(parser)


def run(options: Namespace, world: World) -> int:
    """Do it."""
    day, revision = day_named(options.day, world)
    with closing(world.store()) as store:
        edition = find_edition(store, day, revision)
        if edition is None:
            asked = f" for {options.day}" if day else ""
            raise NoEdition(f"There is no edition{asked}. See: digest editions")
        outside = _envelope(edition, options, world, store) if options.format == "email" else None
        text = print_edition(edition, options, envelope=outside)
        if not options.output:
            with suppress(ConfigError):
                morning = _settings(world).digest.morning
                keep_print(store, edition, options.format or "text", text, morning=morning)
    return Exit.DONE


def _envelope(edition: Edition, options: Namespace, world: World, store: Store) -> "Envelope":
    """The message is the one that was sent, or would have been."""
    from msgspec.structs import replace  # noqa: PLC0415 - a verb pays for what it uses

    from digest.cli.mailing import complaints, envelope  # noqa: PLC0415 - the same

    return replace(envelope(_settings(world).mail, options), failing=complaints(store, edition))


def _settings(world: World) -> "Settings":
    """What feeds.toml says; where it is gone, an edition can still be shown."""
    from digest.config.settings import Settings  # noqa: PLC0415 - the same

    return world.settings() if world.paths.config.exists() else Settings()


def day_named(text: str, world: World) -> tuple[str | None, int | None]:
    """The day and revision that `text` names; None: the last."""
    name, _, number = text.partition(".")
    if number and not re.fullmatch(r"[1-9]\d{0,5}", number):
        raise UsageError(f"{text!r}: after the point comes a revision, such as .1")
    revision = int(number) if number else None
    if name == "last":
        return None, revision
    if name in ("today", "yesterday"):
        back = timedelta(days=name == "yesterday")
        return (_today(world) - back).isoformat(), revision
    try:
        return date.fromisoformat(name).isoformat(), revision
    except ValueError:
        raise UsageError(f"{text!r} is none of today, yesterday, 2026-11-22") from None


def _today(world: World) -> date:
    return paper_day(world.clock(), world.settings().digest.morning_hour)
