"""The demo's list of feeds: it is kept nowhere, and so it cannot be changed."""

from typing import NoReturn

from digest.errors import ConfigError
from digest.news import Feed


class NoFile:
    """Stands where feeds.toml would be, and says no in words."""

    def starter(self) -> tuple[Feed, ...]:
        """None."""
        return ()

    async def take_back(self) -> bool:
        """There is nothing to take back."""
        return False

    async def refuse(self, *_: object, **__: object) -> NoReturn:
        """Not in the demo."""
        raise ConfigError(_NO)

    begin = lead = listed = add = remove = move = mute = edit = read_again = refuse


_NO = "The demo keeps nothing, so its feeds stay as they are."
