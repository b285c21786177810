"""An edition or an article, as something to print: text, markdown, HTML, JSON.

All say the same. None adds a word to a sentence of a source.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from digest.news import Edition
from digest.render.html import html
from digest.render.json import json
from digest.render.markdown import markdown
from digest.render.text import article_text, text
from digest.render.view import View

__all__ = ["FORMATS", "View", "article_text", "html", "json", "markdown", "text"]

Format: TypeAlias = Callable[[Edition, View], str]

FORMATS: Final[dict[str, Format]] = {
    "text": text,
    "markdown": markdown,
    "html": html,
    "json": json,
}
"""The names on the command line."""
