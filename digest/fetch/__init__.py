"""URL → bytes: politely, bounded in size and time, and never to where a stranger points.

One fetch, room by room::

    client       in turn, in time, redirect by redirect
      target     a URL, taken apart
      exchange   one question and what its answer means
        manners    what is asked for, at most how much and how long
        wire       the transport: by a connection that is idle, or a new one
          kept       the idle ones
          proxies    the way that the reader's environment says
          guard      lets only addresses through that have been judged
            addresses  which of them are public
            door       connects
              names      looks a host up
              line       the connection
        heed       what the headers of the answer ask of us
        body       its bytes, unpacked within bounds

`robots` asks a site's robots.txt, by the same client. `room` bounds what is carried at once.
`canned` is a web that a function makes up: for the demo and for tests.
"""

import sys

# httpx's own command line is not wanted: 60-90 ms of click, rich and pygments.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type] # None means "not there"
# httpcore looks for this twice a request, in vain, and a search costs 0.2 ms.
sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type] # the same

from digest.fetch.canned import Answer  # noqa: E402 - after the lines above
from digest.fetch.client import Client  # noqa: E402 - the same
from digest.fetch.exchange import Fetched, Unchanged  # noqa: E402 - the same
from digest.fetch.heed import Validators  # noqa: E402 - the same
from digest.fetch.manners import Limits, Want  # noqa: E402 - the same
from digest.fetch.names import Resolver  # noqa: E402 - the same
from digest.fetch.robots import Rules, ask_robots, origin  # noqa: E402 - the same
from digest.fetch.room import Place, Room  # noqa: E402 - the same

__all__ = [
    "Answer",
    "Client",
    "Fetched",
    "Limits",
    "Place",
    "Resolver",
    "Room",
    "Rules",
    "Unchanged",
    "Validators",
    "Want",
    "ask_robots",
    "origin",
]
