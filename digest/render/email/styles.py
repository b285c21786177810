"""Puts the style sheet of the message into its elements: many mail readers take no other."""

import re

from digest.bundled import bundled

_RULE = re.compile(r"\.(\w+) \{ ([^{}]*) \}")
_CLASS = re.compile(r'class="([\w ]+)"')


def sheet() -> tuple[dict[str, str], str]:
    """What styles/mail.css says of each class, and its rules for readers that take a sheet."""
    plain, at, rules = (
        bundled("styles/mail.css").read_text(encoding="utf-8").partition("/* for a sheet */\n")
    )
    assert at, "styles/mail.css has two halves"
    return {match[1]: match[2] for match in _RULE.finditer(plain)}, rules


def inlined(html: str, styles: dict[str, str]) -> str:
    """Each element with the styles of its classes in it; no foreign text holds a bare quote."""

    def styled(match: re.Match[str]) -> str:
        own = " ".join(styles[name] for name in match[1].split() if name in styles)
        return f'{match[0]} style="{own}"'

    return _CLASS.sub(styled, html)
