"""Reads feeds.toml, and says exactly what is wrong with it."""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from digest.clean import clean, clean_url
from digest.config.settings import Settings
from digest.errors import ConfigError
from digest.news import Feed

_KINDS = {
    "int": "a whole number",
    "str": "a text in quotes",
    "bool": "true or false",
    "array": "a list in brackets",
    "object": "a table",
    "float": "a number",
}
_FEED_KEYS = frozenset(Feed.__struct_fields__)


def load(path: Path, *, strict: bool = False) -> Settings:
    """The settings in the file at `path`.

    A feed whose address is none is let through unless `strict`: it will be a feed that is
    missed, with the reason, and one slip of the pen does not cost a whole morning.

    Raises:
        ConfigError: It cannot be read, is not TOML, or does not say what it must.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: byte {error.start} is not UTF-8.") from error
    return parse_settings(text, name=str(path), strict=strict)


def parse_settings(text: str, *, name: str = "feeds.toml", strict: bool = True) -> Settings:
    """The settings that `text` holds; `name` is the file's in messages; for `strict` see `load`.

    Raises:
        ConfigError: Names file, line, key and what was expected.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: {_with_line_first(str(error))}") from error
    _refuse_unknown_feed_keys(data, text, name)
    try:
        settings = msgspec.convert(data, Settings)
    except msgspec.ValidationError as error:
        raise ConfigError(_explained(str(error), text, name)) from error
    return msgspec.structs.replace(settings, feeds=_feeds(settings.feeds, text, name, strict))


def _feeds(feeds: tuple[Feed, ...], text: str, name: str, strict: bool) -> tuple[Feed, ...]:
    """The feeds with clean words and URLs; one written twice counts once."""
    found: dict[str, Feed] = {}
    for number, feed in enumerate(feeds):
        url = clean_url(feed.url) or ("" if strict else clean(feed.url))
        if not url:
            line = _line_of(text, f"feeds[{number}].url")
            raise ConfigError(
                f"{name}:{line}: feeds.url: expected an http or https address,"
                f" got {clean(feed.url)!r}."
            )
        tidy = msgspec.structs.replace(
            feed, url=url, title=clean(feed.title), section=clean(feed.section)
        )
        found.setdefault(url, tidy)
    return tuple(found.values())


def _refuse_unknown_feed_keys(data: dict[str, Any], text: str, name: str) -> None:
    """`Feed` is a noun of many rooms and ignores what it does not know: the file may not."""
    feeds = data.get("feeds")
    for number, feed in enumerate(feeds if isinstance(feeds, list) else []):
        for key in feed if isinstance(feed, dict) else []:
            if key not in _FEED_KEYS:
                raise ConfigError(_unknown(key, sorted(_FEED_KEYS), f"feeds[{number}]", text, name))


def _explained(message: str, text: str, name: str) -> str:
    """A message of msgspec, with the line and in the reader's words."""
    said, _, where = message.partition(" - at ")
    place = where.strip("`").removeprefix("$").removeprefix(".")
    if match := re.search(r"unknown field `(.*)`", said):
        return _unknown(match[1], _known_keys(place), place, text, name)
    if match := re.search(r"missing required field `(.*)`", said):
        key = re.sub(r"\[\d+\]", "", f"{place}.{match[1]}")
        return f"{name}:{_line_of(text, place)}: {key}: missing."
    said = re.sub(r"`(\w+)(?: \| null)?`", lambda kind: _KINDS.get(kind[1], kind[1]), said)
    said = said.replace("got", "not") if ", got" in said else said
    if "matching regex" in said:
        said = "Expected a time of day such as 06:00"
    shown = re.sub(r"\[\d+\]|\[\.\.\.\]", "", place)
    return f"{name}:{_line_of(text, place)}: {shown}: {said[:1].lower()}{said[1:]}."


def _unknown(key: str, known: list[str], place: str, text: str, name: str) -> str:
    import difflib  # noqa: PLC0415 - only after a mistake

    shown = re.sub(r"\[\d+\]", "", f"{place}.{key}".lstrip("."))
    near = difflib.get_close_matches(key, known, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else f" Expected one of: {', '.join(known)}."
    line = _line_of(text, f"{place}.{key}".lstrip("."))
    return f"{name}:{line}: {clean(shown)}: unknown key.{hint}"


def _known_keys(place: str) -> list[str]:
    default = getattr(Settings(), place, None) if place else Settings()
    return sorted(getattr(default, "__struct_fields__", ()))


def _with_line_first(message: str) -> str:
    match = re.search(r"^(.*) \(at line (\d+), column (\d+)\)$", message)
    return f"line {match[2]}, column {match[3]}: {match[1]}." if match else f"{message}."


def _line_of(text: str, place: str) -> int:
    """The line, from 1, where `place` (``digest.stories``, ``feeds[2].url``) is written."""
    place = re.sub(r"(\..*)\[\d+\]$", r"\1", place)
    table, _, key = place.rpartition(".")
    if place.endswith("]") or not table:
        table, key = (place, "") if place.endswith("]") else ("", place)
    header, _, index = table.rstrip("]").partition("[")
    inside, count, last = header == "", -1, 1
    for number, line in enumerate(text.splitlines(), 1):
        if opened := re.match(r"\s*(\[+)\s*([\w.\"-]+)\s*\]+", line):
            count += opened[1] == "[[" and opened[2] == header
            inside = opened[2] == header and (not index or count == int(index))
            last = number if inside else last
            if (inside and not key) or (not header and opened[2] == key):
                return number
        elif inside and key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line):
            return number
    return last
