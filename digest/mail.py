"""Gives a message to the reader's mail command: an argument list, never a shell."""

import asyncio
from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import Final

from digest.clean import clean
from digest.errors import MailError

DEADLINE: Final = 120
"""Seconds: a slow server's greeting and a retry, not a morning."""


async def send(message: bytes, command: Sequence[str], to: Sequence[str]) -> None:
    """Run `command` with the message as its input, and wait until it has taken it.

    Files stand for its input and its complaints: whatever it leaves running in the
    background can hold neither of us up.

    Raises:
        MailError: It could not be started, did not end, or did not end with 0.
    """
    argv = arguments(command, to)
    with TemporaryFile() as given, TemporaryFile() as said:
        given.write(message)
        given.seek(0)
        try:
            process = await asyncio.create_subprocess_exec(
                *argv, stdin=given, stdout=asyncio.subprocess.DEVNULL, stderr=said
            )
        except (OSError, ValueError) as error:  # a ValueError: there is a NUL in an argument
            reason = getattr(error, "strerror", None) or error
            raise MailError(
                f"{argv[0]}: {reason}. Nothing was sent: see [mail] command in feeds.toml."
            ) from error
        code = await _ended(process, argv[0])
        if code:
            said.seek(0)
            raise MailError(f"{argv[0]}: {_first_line(said.read(10_000)) or f'exit {code}'}")


def arguments(command: Sequence[str], to: Sequence[str]) -> list[str]:
    """The command with each recipient in the place of {to}."""
    argv: list[str] = []
    for part in command:
        argv += [part.replace("{to}", each) for each in to] if "{to}" in part else [part]
    return argv


async def _ended(process: asyncio.subprocess.Process, name: str) -> int:
    """Its exit code; what does not end, or is not waited for, is killed."""
    try:
        async with asyncio.timeout(DEADLINE):
            return await process.wait()
    except TimeoutError as error:
        raise MailError(f"{name}: did not end within {DEADLINE} seconds.") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _first_line(said: bytes) -> str:
    lines = map(clean, said.decode(errors="replace").splitlines())
    return next((line for line in lines if line), "")
