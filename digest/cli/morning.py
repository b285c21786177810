"""`digest morning`: update, then print today's edition."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from digest.clean import NOTHING, Clean
from digest.cli.exits import Exit
from digest.cli.log import Log
from digest.cli.mailing import Post, addressed, envelope, nothing_new
from digest.cli.narrate import Narrator
from digest.cli.printing import print_edition, printing_arguments, view
from digest.cli.world import World, finish
from digest.config.settings import Settings
from digest.edition import section_of, shortened
from digest.errors import UsageError
from digest.events import together
from digest.news import Edition
from digest.paper import paper_day
from digest.render import Envelope, View

_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    printing_arguments(parser)
    parser.add_argument(
        "--since",
        type=span,
        metavar="SPAN",
        help="what to catch up on: last (the usual) is everything since the last edition, also"
        " after days away; 12h, 3d, 2w or 2026-11-01 is how far back the first edition goes, and"
        " later makes a separate edition of that span, which is not kept",
    )
    parser.add_argument("--no-fetch", action="store_true", help="make it of what is stored")
    parser.add_argument("--stories", type=_positive, metavar="N", help="stories on the front page")
    parser.add_argument(
        "--minutes", type=_positive, metavar="N", help="reading budget: it beats --stories"
    )
    parser.add_argument("--section", metavar="NAME", help="only stories of this section")
    parser.add_argument("--strict", action="store_true", help="exit 3 if any feed failed")
    parser.add_argument("--wait", action="store_true", help="wait while another update runs")
    parser.add_argument("--quiet", action="store_true", help="say nothing when all is well")
    parser.add_argument("--send", action="store_true", help="pipe it as mail to [mail] command")
    parser.add_argument(
        "--skip-empty", action="store_true", help="with --send: no mail on a day with nothing new"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="with --send: print the command and the message"
    )


def span(text: str) -> timedelta | None:
    """How far back "last", "12h", "3d", "2w" or a date reaches; None: to the last edition."""
    if text == "last":
        return None
    try:
        if match := re.fullmatch(r"(\d{1,4})([hdw])", text):
            reach = int(match[1]) * _UNITS[match[2]]
        else:
            reach = datetime.now(UTC) - datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise ArgumentTypeError(f"{text!r} is none of last, 12h, 3d, 2w, 2026-11-01") from None
    if reach <= timedelta():
        raise ArgumentTypeError(f"{text!r} reaches back no time at all")
    return reach


def _positive(text: str) -> int:
    """A number from 1."""
    if not re.fullmatch(r"0*[1-9]\d{0,3}", text):
        raise ArgumentTypeError(f"{text!r} is no number from 1 to 9999")
    return int(text)


def run(options: Namespace, world: World) -> int:
    """Do it."""
    if (options.skip_empty or options.dry_run) and not options.send:
        raise UsageError("--skip-empty and --dry-run go with --send.")
    if options.send and (options.output or options.format not in (None, "email")):
        raise UsageError("--send makes a message, for [mail] command: no --format, no --output.")
    settings = with_options(world.settings(start=True), options)
    return finish(_morning(options, world, settings))


def with_options(settings: Settings, options: Namespace) -> Settings:
    """The settings, with what the command line says instead."""
    return replace(settings, digest=replace(settings.digest, **_budget(options)))


def _budget(options: Namespace) -> dict[str, int]:
    named = {"stories": options.stories, "minutes": options.minutes}
    return {name: number for name, number in named.items() if number is not None}


async def _morning(options: Namespace, world: World, settings: Settings) -> int:
    narrator = Narrator(quiet=options.quiet)
    listen = together(narrator, Log(world.paths.log, world.clock))
    outside = _envelope(options, settings)
    async with world.pipeline(settings, wait=options.wait) as pipeline:
        edition = await pipeline.run(
            settings, listen, since=options.since, fetch=not options.no_fetch
        )
        as_of = _as_of(edition, world.clock())
        if narrator.repeated and not narrator.offline:
            narrator.say(f"Nothing new since {as_of}.")
        standing = Clean(f"Offline, as of {as_of}.") if narrator.offline else NOTHING
        shown = replace(edition, offline=edition.offline or narrator.offline)
        if outside:
            looks = view(standing=standing, envelope=outside)
            await _mail(
                shown, narrator, options=options, world=world, settings=settings, view=looks
            )
    if not outside:
        print_edition(part(shown, options), options, standing=standing)
    return outcome(narrator, feeds=len(settings.feeds), strict=options.strict)


def _as_of(edition: Edition, now: datetime) -> str:
    """When the edition ended: "06:02", of another day "20 Nov 06:02"."""
    end = edition.window.end.astimezone(now.tzinfo)
    return f"{end:%H:%M}" if end.date() == now.date() else f"{end.day} {end:%b %H:%M}"


def _envelope(options: Namespace, settings: Settings) -> Envelope | None:
    """The outside of the message, if there is to be one: what is wrong with it is said first."""
    if not options.send and options.format != "email":
        return None
    sends = options.send and not options.dry_run
    return (addressed if sends else envelope)(settings.mail, options)


async def _mail(
    edition: Edition,
    narrator: Narrator,
    *,
    options: Namespace,
    world: World,
    settings: Settings,
    view: View,
) -> None:
    """Print the message, or send what is due; a day with nothing new has a message that says so."""
    now = world.clock()
    today = paper_day(now, settings.digest.morning_hour).isoformat()
    shown, wanted = part(edition, options), True
    if narrator.repeated and not narrator.offline and edition.day < today:
        shown = nothing_new(edition, now=now, day=today, missed=narrator.missed)
        wanted = not options.skip_empty
    async with world.shelf() as shelf:
        post = Post(shelf=shelf, view=view, command=settings.mail.command, now=world.clock)
        if not options.send:
            await post.print(shown, options.output)
            return
        due = await post.due(shown if wanted else None, before=today)
        await (post.rehearse(due) if options.dry_run else post.deliver(due))


def part(edition: Edition, options: Namespace) -> Edition:
    """As much of the edition as is asked for."""
    shown = section_of(edition, options.section) if options.section else edition
    budget = _budget(options)
    return shortened(shown, **budget) if budget else shown


def outcome(narrator: Narrator, *, feeds: int, strict: bool) -> Exit:
    """The exit code of an update."""
    limit = 1 if strict else max(1, feeds / 10)
    if narrator.offline or narrator.unread or len(narrator.missed) >= limit:
        return Exit.PARTLY
    return Exit.DONE
