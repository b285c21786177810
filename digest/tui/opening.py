"""What the app opens on, asked for before anything is drawn: reading it overlaps with loading."""

from typing import NamedTuple

from digest.news import Edition, Marks
from digest.tui.desk import Desk


class Opening(NamedTuple):
    """What is stored."""

    edition: Edition | None
    marks: Marks


async def opening(desk: Desk) -> Opening:
    """Ask the desk for it.

    Raises:
        StoreError: It cannot be read.
    """
    return Opening(edition=await desk.latest(), marks=await desk.marks())
