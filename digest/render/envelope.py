"""What a message needs to know beside the edition: from whom, to whom, and how it is called."""

from msgspec import Struct

from digest.clean import Clean
from digest.news import Missed


class Envelope(Struct, frozen=True, kw_only=True):
    """The outside of a message."""

    to: tuple[Clean, ...] = ()
    """Addresses, in ASCII. Nothing that a source wrote is ever among them."""

    sender: Clean = Clean("digest@localhost")
    subject: Clean = Clean("{headline} · {stories} · {minutes}")
    thread: bool = False
    """Whether it hangs with the others of its week."""

    failing: tuple[Missed, ...] = ()
    """Feeds to complain of, each once: for long enough to be worth a word."""
