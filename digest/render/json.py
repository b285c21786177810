"""The edition as it is stored: canonical JSON, version 1, on one line."""

import msgspec

from digest.news import Edition
from digest.render.view import View


def json(edition: Edition, view: View) -> str:  # noqa: ARG001 - of the same shape as the other formats
    """The whole edition; the same edition gives the same bytes for ever."""
    return msgspec.json.encode(edition).decode() + "\n"
