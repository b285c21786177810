"""What two spellings of one text share."""

import re
from functools import lru_cache
from typing import Final

_OTHER: Final = re.compile(r"[\W_]+")


@lru_cache(maxsize=2000)
def letters(text: str) -> str:
    """A text's letters and figures, in lower case."""
    return _OTHER.sub("", text.casefold())
