"""What is remembered between runs, in one SQLite file.

`Store` is the file, and blocks; `Shelf` is the same store on a thread of its own, for the
event loop; `only_writer` is the lock that one update at a time holds.
"""

from digest.store.lock import only_writer
from digest.store.shelf import Shelf
from digest.store.store import Arrived, Brought, FeedState, Membership, Outcome, Store, Told

__all__ = [
    "Arrived",
    "Brought",
    "FeedState",
    "Membership",
    "Outcome",
    "Shelf",
    "Store",
    "Told",
    "only_writer",
]
