"""Ways out of the app for an edition: a file, the mail command, a command of the reader's."""

import asyncio
import shlex
from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from digest.clean import clean_text
from digest.errors import UsageError

if TYPE_CHECKING:
    from digest.config.settings import Mail
    from digest.news import Edition
    from digest.render import View
    from digest.store.shelf import Shelf

DEADLINE: Final = 60
"""Seconds that a command may take over a story."""

MOST_SAID: Final = 100_000
"""Bytes of what it says that are looked at."""


class Outbox:
    """Renders, and hands over."""

    def __init__(
        self, mail: Callable[[], "Mail"], *, shelf: "Shelf", clock: Callable[[], datetime]
    ) -> None:
        """`mail` is asked each time: the reader may edit feeds.toml meanwhile."""
        self._mail = mail
        self._shelf = shelf
        self._clock = clock

    @property
    def to(self) -> str:
        """Whom mail goes to."""
        return self._mail().to

    async def mail(self, edition: "Edition") -> None:
        """Hand it to the mail command; an edition that goes out whole is not sent again."""
        from digest.cli.mailing import Post, addressed  # noqa: PLC0415 - not for the first page
        from digest.store.editions import find_edition  # noqa: PLC0415 - the same

        outside = addressed(self._mail(), Namespace(to="", sender=""))
        post = Post(
            shelf=self._shelf,
            view=replace(self._view, envelope=outside),
            command=self._mail().command,
            now=self._clock,
        )
        stored = await self._shelf.ask(find_edition, edition.day, edition.revision)
        await post.hand_over(edition, whole=edition == stored)

    async def export(self, edition: "Edition", form: str, path: str) -> str:
        """Write it to a file."""
        from digest.config.edit import write  # noqa: PLC0415 - not for the first page

        place = _place(path)
        write(place, self._rendered(edition, form))
        return str(place)

    async def pipe(self, edition: "Edition", command: str) -> str:
        """Give its text to a command: an argument list, no shell, no terminal."""
        try:
            argv = shlex.split(command)
            process = await asyncio.create_subprocess_exec(
                *argv,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,
            )
        except (OSError, ValueError, TypeError) as error:
            raise UsageError(f"{command}: cannot be started: {error}.") from error
        return await _said(process, self._rendered(edition, "text").encode(), command)

    def _rendered(self, edition: "Edition", form: str) -> str:
        from digest.render import FORMATS  # noqa: PLC0415 - not for the first page

        return FORMATS[form](edition, self._view)

    @property
    def _view(self) -> "View":
        from digest.render import View  # noqa: PLC0415 - the same

        return View(zone=self._clock().tzinfo)


def _place(path: str) -> Path:
    return Path(path).expanduser().absolute()


async def _said(process: asyncio.subprocess.Process, text: bytes, command: str) -> str:
    """What a command says to a text; one that does not end, or is not waited for, is killed."""
    try:
        async with asyncio.timeout(DEADLINE):
            said, _ = await process.communicate(text)
    except TimeoutError as error:
        raise UsageError(f"{command}: did not end within {DEADLINE} seconds.") from error
    finally:
        if process.returncode is None:
            process.kill()
    words = clean_text(said[:MOST_SAID].decode(errors="replace"))
    if process.returncode:
        first = words.partition("\n")[0]
        raise UsageError(f"{command}: {first or f'exit {process.returncode}'}")
    return words
