"""What widgets tell the screens, and the work behind tells the app. Messages go up."""

from collections.abc import Hashable

from textual.message import Message
from textual.widget import Widget

from digest.news import Article, Edition
from digest.tui.progress import Progress


class Moved(Message):
    """The cursor of a column stands elsewhere now."""

    def __init__(self, column: Widget, target: Hashable | None) -> None:
        super().__init__()
        self.column = column
        self.target = target

    @property
    def control(self) -> Widget:
        """The column."""
        return self.column


class Picked(Message):
    """The reader opens what the cursor of a column is on."""

    def __init__(self, column: Widget, target: Hashable) -> None:
        super().__init__()
        self.column = column
        self.target = target

    @property
    def control(self) -> Widget:
        """The column."""
        return self.column


class Progressed(Message):
    """An update has come further. Only the last of several unread ones counts."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress

    def can_replace(self, message: Message) -> bool:
        """A newer report stands for all before it."""
        return isinstance(message, Progressed)


class Opened(Message):
    """What is stored is on the front page."""


class MarksChanged(Message):
    """Marks were set or taken, and wait to be kept."""


class Redrawn(Message):
    """The reader's hand has changed the edition."""

    def __init__(self, edition: Edition, words: str) -> None:
        super().__init__()
        self.edition = edition
        self.words = words


class FeedsChanged(Message):
    """There are new feeds to fetch."""


class ArticleCame(Message):
    """The text of an article has been brought from the store; None: there is none."""

    def __init__(self, article: Article | None) -> None:
        super().__init__()
        self.article = article
