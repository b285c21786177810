"""An edition or an article, as something to print: text, markdown, HTML, JSON, a message.

All say the same. None adds a word to a sentence of a source.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final, TypeAlias, cast

from digest.news import Edition
from digest.render.article import article_text
from digest.render.envelope import Envelope
from digest.render.view import View

__all__ = ["FORMATS", "Envelope", "View", "article_text"]

Format: TypeAlias = Callable[[Edition, View], str]


def _format(name: str) -> Format:
    """The format of that name, loaded when it is used: a reader of text pays for no mail."""

    def written(edition: Edition, view: View) -> str:
        write = cast("Format", getattr(import_module(f"digest.render.{name}"), name))
        return write(edition, view)

    return written


FORMATS: Final[Mapping[str, Format]] = {
    name: _format(name) for name in ("text", "markdown", "html", "json", "email")
}
"""By their names on the command line."""
