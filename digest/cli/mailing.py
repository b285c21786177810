"""Editions as mail: the outside of the message, what is owed, and handing it over."""

import re
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from digest.clean import Clean, clean
from digest.cli.narrate import PATIENCE
from digest.cli.printing import emit
from digest.errors import ConfigError
from digest.news import Counts, Edition, Missed, Window
from digest.render import FORMATS, Envelope, View

if TYPE_CHECKING:
    from digest.config.settings import Mail
    from digest.store.database import Store
    from digest.store.shelf import Shelf

_NOBODY: Final = "Nobody to send it to: set to in [mail] of feeds.toml, or give --to."

_NAMED: Final = re.compile(r"[^<>]*<([^<>]*)>")
_ADDRESS: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~][\w.!#$%&'*+/=?^`{|}~-]*@[\w-]+(\.[\w-]+)*")


def envelope(mail: "Mail", options: Namespace) -> Envelope:
    """The outside of a message, by the settings and what the command line says instead.

    Raises:
        ConfigError: What is given is no address, or there is nobody to send it to.
    """
    to = _addresses(options.to or mail.to, "--to" if options.to else "[mail] to")
    given = _addresses(options.sender or mail.from_, "--from" if options.sender else "[mail] from")
    sender = (*given, *to, _here())[0]
    return Envelope(to=to, sender=sender, subject=mail.subject, thread=mail.thread)


def addressed(mail: "Mail", options: Namespace) -> Envelope:
    """The outside of a message that is to be sent.

    Raises:
        ConfigError: As `envelope`; or nobody is named, or no command.
    """
    outside = envelope(mail, options)
    if not outside.to:
        raise ConfigError(_NOBODY)
    if not mail.command:
        raise ConfigError("Nothing to send it with: set command in [mail] of feeds.toml.")
    return outside


def _addresses(text: str, where: str) -> tuple[Clean, ...]:
    """The addresses in "you@example.org, Ann <ann@example.org>"."""
    return tuple(_address(each.strip(), where) for each in text.split(",") if each.strip())


def _address(text: str, where: str) -> Clean:
    named = _NAMED.fullmatch(text)
    name, _, host = (named[1] if named else text).rpartition("@")
    address = f"{name}@{_ascii(host)}"
    if not address.isascii() or not _ADDRESS.fullmatch(address):
        raise ConfigError(f"{where}: {clean(text)!r} is no address such as you@example.org.")
    return Clean(address)


def _ascii(host: str) -> str:
    """A host as mail writes it; as it was if no host can have that name."""
    if host.isascii():
        return host
    import idna  # noqa: PLC0415 - 50 ms for one reader in a thousand

    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        return host


def _here() -> Clean:
    """Who runs this, where: the sender if nobody is named."""
    import getpass  # noqa: PLC0415 - only if nobody is named
    import socket  # noqa: PLC0415 - the same

    try:
        here = f"{getpass.getuser()}@{socket.gethostname()}"
    except (KeyError, OSError):  # a container's nobody has no name
        here = ""
    named = here.isascii() and _ADDRESS.fullmatch(here)
    return Clean(here) if named else Clean("digest@localhost")


def complaints(store: "Store", edition: Edition) -> tuple[Missed, ...]:
    """The feeds to complain of in this edition's message: each failing for a while, each once."""
    from digest.store.deliveries import told_elsewhere  # noqa: PLC0415 - a verb pays for what it uses

    return tuple(
        each
        for each in edition.missed
        if each.failures >= PATIENCE and not told_elsewhere(store, each, edition)
    )


def nothing_new(last: Edition, *, now: datetime, day: str, missed: Sequence[Missed]) -> Edition:
    """The word that a day has brought nothing since the `last` edition; it is not kept."""
    counts = Counts(
        articles=0, publishers=0, stories=0, feeds=last.counts.feeds, missed=len(missed)
    )
    return Edition(
        day=day,
        revision=0,
        made=now,
        window=Window(start=last.window.end, end=now),
        minutes=0,
        counts=counts,
        stories=(),
        missed=tuple(missed),
    )


class Post:
    """Makes messages of editions, hands them over, and remembers which were taken."""

    def __init__(
        self, *, shelf: "Shelf", view: View, command: Sequence[str], now: Callable[[], datetime]
    ) -> None:
        self._shelf = shelf
        self._view = view
        self._command = command
        self.now = now

    async def print(self, edition: Edition, output: str | None) -> None:
        """Put the message on standard output: whoever takes it there is told of its complaints."""
        from digest.store.deliveries import save_complaints  # noqa: PLC0415 - the same

        message, told = await self._message(edition)
        emit(message, output)
        await self._shelf.do(save_complaints, edition, told)

    async def due(self, edition: Edition | None, before: str) -> list[Edition]:
        """What is to be sent: days that were not taken, then `edition` if it was not yet."""
        from digest.store.deliveries import is_delivered, owed  # noqa: PLC0415 - the same

        waiting = list(await self._shelf.ask(owed, before))
        if edition and not (_is_kept(edition) and await self._shelf.ask(is_delivered, edition)):
            waiting.append(edition)
        return waiting

    async def deliver(self, editions: Sequence[Edition]) -> None:
        """Hand each to the mail command; one that it does not take is owed, and those after it.

        Raises:
            MailError: The command has not taken one.
        """
        from digest.store.deliveries import save_owed  # noqa: PLC0415 - the same

        for edition in filter(_is_kept, editions):
            await self._shelf.do(save_owed, edition)
        for edition in editions:
            await self.hand_over(edition, whole=_is_kept(edition))

    async def hand_over(self, edition: Edition, *, whole: bool) -> None:
        """Hand it to the mail command; a `whole` edition of a day counts as delivered then.

        Raises:
            MailError: The command has not taken it.
        """
        from digest.mail import send  # noqa: PLC0415 - the same
        from digest.store.deliveries import save_delivered  # noqa: PLC0415 - the same

        message, told = await self._message(edition)
        await send(message.encode(), self._command, self._view.envelope.to)
        if whole:
            await self._shelf.do(save_delivered, edition, at=self.now(), told=told)

    async def rehearse(self, editions: Sequence[Edition]) -> None:
        """Print what would be handed over, and to which command; nothing is marked."""
        from digest.mail import arguments  # noqa: PLC0415 - the same

        if not self._view.envelope.to:
            print(f"digest: {_NOBODY}", file=sys.stderr)
        for edition in editions:
            message, _ = await self._message(edition)
            command = shlex.join(arguments(self._command, self._view.envelope.to))
            print(f"digest: would run: {command}", file=sys.stderr)
            emit(message, None)

    async def _message(self, edition: Edition) -> tuple[str, tuple[Missed, ...]]:
        told = await self._shelf.ask(complaints, edition)
        outside = replace(self._view.envelope, failing=told)
        return FORMATS["email"](edition, replace(self._view, envelope=outside)), told


def _is_kept(edition: Edition) -> bool:
    """Whether it is a day's: one that catches up (--since) is sent whenever it is asked for."""
    return edition.revision > 0 or not edition.stories
