"""How much of an edition a message holds."""

from msgspec import Struct
from msgspec.structs import replace

from digest.news import Edition, Sentence, Story
from digest.plural import counted
from digest.render.view import View, elsewhere


class Cut(Struct, frozen=True, kw_only=True):
    """What is shown; the rest is counted."""

    front: int
    """Stories of the front page."""

    more: int
    publishers: int
    """Of On its own."""

    def of(self, edition: Edition) -> Edition:
        """The edition with as much of its front as is shown."""
        return replace(edition, stories=edition.stories[: self.front])

    def left_out(self, edition: Edition, view: View) -> str:
        """What the front page has besides, and where to read it; empty if all is shown."""
        left = len(edition.stories) - self.front
        if left <= 0:
            return ""
        stories = counted(left, "story", "stories")
        return f"{stories} of the front page did not fit: {elsewhere(edition, view)}"


def opening(edition: Edition) -> list[tuple[Sentence, Story]]:
    """A whole sentence of each of the top three stories: of an update, what is new."""
    told = ((story, (*story.new, *story.summary)) for story in edition.stories[:3])
    return [(sentences[0], story) for story, sentences in told if sentences]
