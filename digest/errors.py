"""What can go wrong, as one tree.

::

    DigestError
    ├── UsageError         the command line asks for something that does not exist   exit 2
    ├── ConfigError        feeds.toml does not say what it must                      exit 2
    │   └── NotWritten     it, or another file, cannot be written                    exit 1
    ├── OpmlError          a subscription list cannot be read                        exit 1
    ├── FetchError         a URL could not be brought
    │   └── Refused        it must not be brought: a private address, a wrong scheme
    ├── ParseError         a document is no feed
    ├── ExtractError       a page holds no article
    ├── WorkerError        a worker process crashed, hung or outgrew its limits
    ├── StoreError         the database cannot be used                               exit 1
    │   ├── Damaged        it is not what was written                                exit 1
    │   └── Busy           another update is running                                 exit 4
    ├── NoEdition          nothing has been printed for that day                     exit 1
    └── MailError          the mail command has not taken the message                exit 1

Every message is one line for the reader: what happened, then what to do.
"""


class DigestError(Exception):
    """Anything that digest itself says went wrong."""


class UsageError(DigestError):
    """The command line asks for something that does not exist."""


class ConfigError(DigestError):
    """feeds.toml does not say what it must: names file, line, key and what was expected."""


class NotWritten(ConfigError):
    """A file cannot be written: the disk is full, or the permissions do not allow it."""


class OpmlError(DigestError):
    """A subscription list cannot be read: names the line."""


class FetchError(DigestError):
    """A URL could not be brought.

    Attributes:
        kind: One lower-case word or two to count by: "timeout", "TLS", "HTTP 503", "offline".
        retry_after: Seconds that the server asked us to wait, if it did.
        at: URL of the server that asked.
        gone: The server says that the document has been removed for good (410).
        offline: No connection could be made at all: no name, no route, no proxy.
    """

    def __init__(
        self,
        message: str,
        *,
        kind: str = "error",
        retry_after: float | None = None,
        at: str = "",
        gone: bool = False,
        offline: bool = False,
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.retry_after = retry_after
        self.at = at
        self.gone = gone
        self.offline = offline


class Refused(FetchError):
    """A URL must not be brought: its scheme or its address is not for a feed to name."""


class ParseError(DigestError):
    """A document is no feed."""


class ExtractError(DigestError):
    """A page holds no article: says which kind of page it is instead."""


class WorkerError(DigestError):
    """A worker process crashed, hung or outgrew its limits over one piece of work."""


class StoreError(DigestError):
    """The database cannot be opened, read or written."""


class Damaged(StoreError):
    """The database is not what was written: says how its copy comes back."""


class Busy(StoreError):
    """Another update is running."""


class NoEdition(DigestError):
    """Nothing has been printed for that day."""


class MailError(DigestError):
    """The mail command has not taken the message: nothing is marked as delivered."""
