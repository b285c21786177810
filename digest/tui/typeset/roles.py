"""The roles of type: what a span can mean. How each looks is said in styles/ink.tcss."""

from typing import Final

ROLES: Final = frozenset(
    {
        "text", "title", "headline", "seen", "heading", "subhead", "label", "quiet",
        "sign", "saved", "new", "differ", "what", "value", "source", "number", "fold",
        "quote", "rule", "byline", "dateline", "caption", "note", "link", "bar", "rest",
        "nameplate", "key", "state", "fault", "lit",
    }
)  # fmt: skip
