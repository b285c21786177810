"""An invented press, three days of it: what `digest demo` reads, and the tests.

A small country, Halvania, its neighbours and their eleven outlets, all of our own writing.
`Newsroom` answers as their sites would::

    outlets.toml, articles/*.txt ── archive ──┬── feeds ──┐
                                              └── pages ──┴── room: URL → status, type, bytes

`stories` and `origins` say what a good morning paper makes of it.
"""

from digest.newsroom.furniture import FURNITURE
from digest.newsroom.gold import origins, stories
from digest.newsroom.room import MORNINGS, Newsroom

__all__ = ["FURNITURE", "MORNINGS", "Newsroom", "origins", "stories"]
