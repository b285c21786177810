"""Changes to feeds.toml that keep the reader's comments and order."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias
from urllib.parse import urlsplit

from digest.errors import ConfigError, NotWritten
from digest.news import Feed

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Wish: TypeAlias = Literal["mute", "follow"]
"""A table of feeds.toml whose words hide or lift stories."""


def with_feeds(text: str, feeds: Iterable[Feed]) -> str:
    """The file with these feeds at its end."""
    import tomlkit  # noqa: PLC0415 - 40 ms that only an edit needs

    told = [_told(feed) for feed in feeds]
    document = _document(text)
    if isinstance(document.get("feeds"), tomlkit.items.Array):  # feeds = [{ url = "…" }]
        document["feeds"].extend(told)
        return document.as_string()
    before = [text.rstrip("\n") + "\n"] if text.strip() else []
    return "\n".join([*before, *(f"[[feeds]]\n{tomlkit.dumps(each)}" for each in told)])


def _told(feed: Feed) -> dict[str, str | bool]:
    """What has to be said of a feed: no more than differs from what is assumed."""
    keys = ("title", "url", "section", "always", "prefer")
    return {key: value for key in keys if (value := getattr(feed, key))}


def without_feed(text: str, url: str) -> str:
    """The file without the feed at `url`, as it is written there.

    Raises:
        ConfigError: No feed has this URL.
    """
    document = _document(text)
    tables = document.get("feeds", [])
    for number, table in enumerate(tables):
        if table.get("url") == url:
            del tables[number]
            return document.as_string()
    raise ConfigError(f"No feed has the address {url}.")


def readdressed(text: str, url: str, new: str) -> str:
    """The file with the feed at `url`, as it is written there, at the address `new`.

    Raises:
        ConfigError: No feed has this URL.
    """
    document = _document(text)
    for table in document.get("feeds", []):
        if table.get("url") == url:
            table["url"] = new
            return document.as_string()
    raise ConfigError(f"No feed has the address {url}.")


def with_word(text: str, wish: Wish, word: str) -> str:
    """The file with `word` among those of [mute] or [follow]; as it is, if it is there."""
    document = _document(text)
    words = document.setdefault(wish, {}).setdefault("words", [])
    if word.casefold() in map(str.casefold, words):
        return text
    words.append(word)
    return document.as_string()


def without_word(text: str, wish: Wish, word: str) -> str:
    """The file without `word` among those of [mute] or [follow]; as it is, if it is not there."""
    document = _document(text)
    words = document.get(wish, {}).get("words", [])
    for index in reversed(range(len(words))):
        if words[index].casefold() == word.casefold():
            del words[index]
    return document.as_string()


def _document(text: str) -> "TOMLDocument":
    """What may be edited.

    Raises:
        ConfigError: It does not say what it must, as after a slip of the pen.
    """
    import tomlkit  # noqa: PLC0415 - 40 ms that only an edit needs

    from digest.config.load import parse_settings  # noqa: PLC0415 - 30 ms, the same

    parse_settings(text, strict=False)
    return tomlkit.parse(text)


def place(url: str) -> str:
    """What the addresses of one feed share, however they are written.

    http or https, a slash at the end or none, the usual port said or not. With and without
    "www." are two: some papers serve another feed there, and an import must lose none.
    """
    try:
        parts = urlsplit(url)
        port = "" if parts.port in {None, 80, 443} else f":{parts.port}"
    except ValueError:  # what the reader wrote by a slip of the pen
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.hostname or ''}{port}{parts.path.rstrip('/')}{query}"


def write(path: Path, text: str) -> None:
    """Put `text` into the file at `path`: all of it or, if that fails, nothing.

    The file is private (0600), and so is its folder if it is made here (0700). What is no
    file, such as a device or a pipe, is written to as it is.

    Raises:
        NotWritten: The disk or the permissions do not allow it.
    """
    import tempfile  # noqa: PLC0415 - 4 ms that only a writer needs

    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")
            return
        place = path.resolve()  # a link stays one, wherever it leads
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(place)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NotWritten(f"{path}: cannot be written: {error.strerror}.") from error
