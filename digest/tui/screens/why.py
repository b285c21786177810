"""Why these reports are one story, and why it stands where it does."""

from digest.errors import DigestError
from digest.news import Edition, Story
from digest.tui.reader import Reader
from digest.tui.screens.listing import ListingScreen
from digest.tui.widgets.reasons import Reasons


class WhyScreen(ListingScreen):
    """The reasons, as the desk gives them."""

    def __init__(self, reader: Reader, story: Story, edition: Edition) -> None:
        self._reasons = Reasons(story.headline)
        self._reader = reader
        self._story = story
        self._edition = edition
        super().__init__(self._reasons, reader.keyboard)

    def on_mount(self) -> None:
        """Ask the desk."""
        super().on_mount()
        self.run_worker(self._ask(), group="why", exclusive=True)

    async def _ask(self) -> None:
        self.say("Looking for the reasons…")
        try:
            self._reasons.show(await self._reader.desk.why(self._story.id, self._edition))
        except DigestError as error:
            self.say(str(error), fault=True)
        else:
            self.say("")
