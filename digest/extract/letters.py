"""What two spellings of one text share."""

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_ASCII_OTHER: Final = bytes(sign for sign in range(0x80) if not chr(sign).isalnum())


@lru_cache(maxsize=2000)
def letters(text: str) -> str:
    """A text's letters and figures, in lower case."""
    if text.isascii():  # four times as fast
        return text.lower().encode().translate(None, _ASCII_OTHER).decode()
    return "".join(_WORD.findall(text.casefold()))
