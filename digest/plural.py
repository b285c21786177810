"""So many of a thing, in words."""


def counted(number: int, one: str, several: str = "") -> str:
    """A number with its noun: "1 story", "12 stories", "1,100 articles".

    `several` is `one` with an s behind it, unless said.
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"
