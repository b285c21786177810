"""`digest why`: why a story's reports stand together, what was left out, and why it ranks there."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from digest.clean import Clean, clean
from digest.cli.exits import Exit
from digest.cli.printing import emit
from digest.cli.show import day_named
from digest.cli.world import World, finish
from digest.errors import NoEdition, UsageError
from digest.language.words import words
from digest.news import Because, Edition, Story
from digest.store.editions import find_edition

_MOST_OFFERED = 5
"""Stories that are listed where several could be meant."""


def arguments(parser: ArgumentParser) -> None:
    """What the verb takes."""
    parser.add_argument(
        "story",
        nargs="+",
        metavar="STORY",
        help="its number on the page, the beginning of its id, or words of its headline",
    )
    parser.add_argument(
        "--day",
        default="last",
        metavar="DAY[.N]",
        help="of this edition: today, yesterday, 2026-11-22, .1 its first revision (the last)",
    )
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(options: Namespace, world: World) -> int:
    """Do it."""
    return finish(_why(options, world))


async def _why(options: Namespace, world: World) -> int:
    from msgspec import json  # noqa: PLC0415 - a verb pays for what it uses

    from digest.pipeline.reasons import why  # noqa: PLC0415 - the same

    async with world.shelf() as shelf:
        edition = await shelf.ask(find_edition, *day_named(options.day, world))
        if edition is None:
            raise NoEdition("There is no such edition. See: digest editions")
        story = meant(edition, " ".join(options.story))
        async with world.workers(1) as workers:
            because = await why(shelf, workers, world.settings(), edition, story.id)
    emit(json.encode(because).decode() + "\n" if options.json else in_words(because), None)
    return Exit.DONE


def meant(edition: Edition, asked: str) -> Story:
    """The story that a number of the page, the beginning of an id, or words name.

    Raises:
        UsageError: None does, or several do.
    """
    from digest.render.view import sections  # noqa: PLC0415 - a verb pays for what it uses

    front = [story for _, stories in sections(edition) for story in stories]
    page = [*front, *edition.more, *edition.alone]
    if asked.isdecimal() and 0 < int(asked) <= len(page):
        return page[int(asked) - 1]
    found = [story for story in page if story.id.startswith(asked)] or _saying(page, asked)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            f"no story of {edition.day} is {clean(asked)!r}. They are in: digest show {edition.day}"
        )
    raise UsageError(f"{clean(asked)!r} could be {_offered(found)}")


def _saying(page: Sequence[Story], asked: str) -> list[Story]:
    """The stories whose headline has all the words."""
    wanted = set(words(asked))
    return [story for story in page if wanted and wanted <= set(words(story.headline))]


def _offered(found: Sequence[Story]) -> str:
    names = [f"“{story.headline}”" for story in found[:_MOST_OFFERED]]
    rest = len(found) - len(names)
    return ", ".join(names) + (f" and {rest} more" if rest else "")


def in_words(because: Because) -> str:
    """The answer, as it is printed."""
    return "\n".join(_lines(because)) + "\n"


def _lines(because: Because) -> Iterator[str]:
    yield because.headline
    yield from _listed("Why these are together", because.together or (_ALONE,))
    if left_out := because.left_out:
        yield from _listed(
            f"Nearest, and left out: {left_out.headline}",
            [
                *(f"In common: {_lower(each)}" for each in left_out.shared),
                *(f"Against it: {_lower(each)}" for each in left_out.against),
            ],
        )
    else:
        yield from _listed("Left out", ("Nothing else was near.",))
    yield from _listed("Why it ranks here", because.rank)


_ALONE = Clean("It has one report alone.")


def _listed(title: str, reasons: Sequence[str]) -> Iterator[str]:
    yield ""
    yield title
    yield from (f"- {reason}" for reason in reasons)


def _lower(reason: str) -> str:
    return reason[:1].lower() + reason[1:]
