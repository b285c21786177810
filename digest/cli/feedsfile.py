"""The app's hold on feeds.toml: reads it, changes it, undoes that, opens it in an editor."""

import asyncio
import shlex
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from digest.bundled import bundled
from digest.cli.world import World
from digest.config.settings import Settings
from digest.errors import ConfigError
from digest.news import Feed
from digest.tui.taste import Taste


class FeedsFile:
    """What the app asks of feeds.toml; `use` is told of the settings after every change."""

    def __init__(self, world: World, use: Callable[[Settings], None]) -> None:
        self._world = world
        self._use = use
        self._before: list[str] = []

    @property
    def _path(self) -> Path:
        return self._world.paths.config

    def starter(self) -> tuple[Feed, ...]:
        """The feeds of the list that comes with digest."""
        from digest.config.load import parse_settings  # noqa: PLC0415 - not for the first page

        return parse_settings(_starter_text()).feeds

    async def begin(self, feeds: Sequence[Feed]) -> None:
        """Write the first list: the starter's settings, and these feeds."""
        from digest.config.edit import with_feeds, write  # noqa: PLC0415 - as above

        head, _, _ = _starter_text().partition("[[feeds]]")
        write(self._path, with_feeds(head, feeds))
        await self.read_again()

    async def lead(self, address: str, *, typed: bool = True) -> tuple[Feed, ...]:
        """The feeds that an address leads to."""
        from digest.cli.add import leads  # noqa: PLC0415 - it loads the network

        candidates = await leads(address, self._world, typed=typed)
        return tuple(Feed(url=each.url, title=each.title) for each in candidates)

    async def listed(self, path: str) -> tuple[Feed, ...]:
        """The feeds of an OPML file, or of another reader's list."""
        from digest.opml import read_subscriptions  # noqa: PLC0415 - not for the first page

        feeds = read_subscriptions(_document(path), name=path).feeds
        if not feeds:
            raise ConfigError(f"{path}: no feed in it.")
        return feeds

    async def add(self, feeds: Sequence[Feed]) -> tuple[Feed, ...]:
        """Write feeds down."""
        from digest.cli.subscribing import subscribe  # noqa: PLC0415 - not for the first page

        with self._undoable():
            added = subscribe(feeds, self._world)
        await self.read_again()
        return added

    async def remove(self, url: str) -> None:
        """Take a feed out."""
        from digest.config.edit import without_feed, write  # noqa: PLC0415 - not for the first page

        with self._undoable():
            write(self._path, without_feed(self._path.read_text(encoding="utf-8"), url))
        await self.read_again()

    async def move(self, url: str, to: str) -> None:
        """Write another address for a feed."""
        from digest.cli.subscribing import move, named  # noqa: PLC0415 - not for the first page

        with self._undoable():
            move(named(url, self._world.settings()), to, self._world)
        await self.read_again()

    async def mute(self, word: str, *, on: bool) -> None:
        """Write a muted word, or take it out; undoing something else leaves it so."""
        from digest.config.edit import with_word, without_word, write  # noqa: PLC0415 - as above

        edited = partial(with_word if on else without_word, wish="mute", word=word)
        write(self._path, edited(self._path.read_text(encoding="utf-8")))
        self._before = [edited(text) for text in self._before]
        await self.read_again()

    async def take_back(self) -> bool:
        """Write the file as it was before the last change."""
        from digest.config.edit import write  # noqa: PLC0415 - not for the first page

        if not self._before:
            return False
        write(self._path, self._before.pop())
        await self.read_again()
        return True

    async def edit(self) -> None:
        """Open the file in VISUAL or EDITOR; where nobody waits for that any more, end it."""
        env = self._world.env
        editor = env.get("VISUAL") or env.get("EDITOR") or "vi"
        if not self._path.exists():
            self._world.settings(start=True)
        try:
            process = await asyncio.create_subprocess_exec(*shlex.split(editor), str(self._path))
        except (OSError, ValueError) as error:
            raise ConfigError(f"{editor}: cannot be started. Set VISUAL or EDITOR.") from error
        try:
            await process.wait()
        finally:
            if process.returncode is None:
                process.terminate()

    async def read_again(self) -> tuple[int, Taste]:
        """Go by what the file says now."""
        settings = self._world.settings(strict=True)
        self._use(settings)
        return len(settings.feeds), taste_of(settings)

    @contextmanager
    def _undoable(self) -> Iterator[None]:
        """Keep the text from before a change that succeeds."""
        before = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
        yield
        if before:
            self._before.append(before)


def taste_of(settings: Settings) -> Taste:
    """What the settings say of the app."""
    return Taste(
        theme=settings.app.theme,
        mark_read=settings.app.mark_read,
        ascii=settings.app.ascii,
        compact=settings.app.compact,
        keys=settings.keys,
        morning=settings.digest.morning_hour,
    )


def _document(path: str) -> bytes:
    try:
        return Path(path).expanduser().read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}.") from error


def _starter_text() -> str:
    return bundled("feeds.toml").read_text(encoding="utf-8")
