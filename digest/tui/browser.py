"""Opens a link outside: decides which program is asked, then asks it."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from typing import Final

from digest.clean import clean_url
from digest.errors import DigestError

_OPENERS: Final = ("wslview", "xdg-open", "open")


class BrowserError(DigestError):
    """A link cannot be opened here."""


def command(url: str, environ: Mapping[str, str], which: Callable[[str], str | None]) -> list[str]:
    """The program to start and its arguments; the link is one of them, never a shell's.

    ``$BROWSER`` is asked first: commands apart by colons, "%s" where the link goes.

    Raises:
        BrowserError: The link is not one for a browser, or there is none.
    """
    safe = clean_url(url)
    if not safe:
        raise BrowserError("This link is not one that a browser can open.")
    wanted = [shlex.split(part) for part in environ.get("BROWSER", "").split(":") if part.strip()]
    for program, *arguments in [*filter(None, wanted), *([name] for name in _OPENERS)]:
        if path := which(program):
            filled = [argument.replace("%s", safe) for argument in arguments]
            return [path, *filled] if filled != arguments else [path, *arguments, safe]
    raise BrowserError("No browser found: set BROWSER to the command that opens a link.")


def browse(url: str) -> None:
    """Open a link in the reader's browser, and do not wait for it.

    Raises:
        BrowserError: The link is not one for a browser, or there is none.
    """
    try:
        subprocess.Popen(  # noqa: S603 - an argument list, its link http or https, no shell
            command(url, os.environ, shutil.which),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise BrowserError(f"The browser did not start: {error.strerror}.") from error
