"""What the front page and an article have in common: reports that can be marked and followed."""

from collections.abc import Sequence

from digest.errors import DigestError
from digest.news import Correction, Mark, Report
from digest.tui.marking import Change, MutedWord
from digest.tui.messages import MarksChanged
from digest.tui.reader import Reader
from digest.tui.screens.paper import Paper


class ReadingScreen(Paper[None], inherit_bindings=False):
    """Marks, follows and copies what the reader has before them."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def reports(self) -> Sequence[Report]:
        """The reports before the reader, the one to follow first."""
        raise NotImplementedError

    def show_marks(self) -> None:
        """Show the marks as they are now."""
        raise NotImplementedError

    def set_mark(self, ids: Sequence[str], mark: Mark, *, on: bool) -> None:
        """Set or take a mark, and show it."""
        if self.reader.marking.set(ids, mark, on=on):
            self._marked()

    def _marked(self) -> None:
        self.show_marks()
        self.post_message(MarksChanged())

    def action_save(self) -> None:
        """Save what is before the reader, or let it go."""
        ids = [report.id for report in self.reports()]
        saved = [one for one in ids if one in self.reader.marking.marks.saved]
        self.set_mark(saved or ids[:1], Mark.SAVED, on=not saved)

    def action_toggle_read(self) -> None:
        """Mark it read; or unread, if all of it is read."""
        ids = [report.id for report in self.reports()]
        unread = [one for one in ids if one not in self.reader.marking.marks.read]
        self.set_mark(ids, Mark.READ, on=bool(unread))

    def action_undo(self) -> None:
        """Take back the last thing done."""
        match self.reader.marking.undo():
            case Correction() | MutedWord() as correction:
                self.take_back(correction)
            case Change(ids=ids, mark=mark, on=on):
                self._marked()
                verb = "Took back" if on else "Set"
                reports = "report" if len(ids) == 1 else "reports"
                self.say(f"{verb} “{mark}” on {len(ids)} {reports}.")
            case None:
                self.say("Nothing to take back.")

    def take_back(self, correction: Correction | MutedWord) -> None:
        """Undo a correction."""
        raise NotImplementedError

    def action_browse(self) -> None:
        """Open the page itself in the browser."""
        for report in self.reports()[:1]:
            try:
                self.reader.browse(report.url)
            except DigestError as error:
                self.say(str(error), fault=True)
            else:
                self.say("Opened in the browser.")

    def action_copy_link(self) -> None:
        """Copy the link."""
        for report in self.reports()[:1]:
            self.app.copy_to_clipboard(report.url)
            self.say("Link copied.")
