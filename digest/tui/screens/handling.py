"""What a reader does with a story: asks why, corrects it, follows or mutes it, sends it on."""

from collections.abc import Awaitable, Coroutine
from typing import Final, NamedTuple

from digest.clean import clean
from digest.errors import DigestError
from digest.news import Correction, Edition, Story
from digest.tui import correcting
from digest.tui.commands import Undo
from digest.tui.marking import MutedWord
from digest.tui.messages import Redrawn
from digest.tui.screens.reading import ReadingScreen
from digest.tui.typeset.options import Option

MUTES: Final = (
    Option("1 day", 1, key="1"),
    Option("7 days", 7, key="7"),
    Option("30 days", 30, key="3"),
    Option("A word, for good…", "word", key="w"),
)
FORMS: Final = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}
"""The forms of a file, and how such files are called."""


class Handled(NamedTuple):
    """What the reader has before them."""

    story: Story
    edition: Edition
    number: int | None = None
    """The report that is meant, by its index; None: no single one."""


class HandlingScreen(ReadingScreen):
    """A screen with a story that can be corrected and sent."""

    def handled(self) -> Handled | None:
        """What is before the reader; None: no story of an edition."""
        raise NotImplementedError

    def _do(self, work: Coroutine[object, object, None]) -> None:
        self.run_worker(work, group="handling", exclusive=True)

    def action_why(self) -> None:
        """Say why it is one story, and why it stands there."""
        from digest.tui.screens.why import WhyScreen  # noqa: PLC0415 - not before it is wanted

        if before := self.handled():
            self.app.push_screen(WhyScreen(self.reader, before.story, before.edition))

    def action_split_out(self) -> None:
        """Split the report under the cursor out of its story."""
        before = self.handled()
        if before is None:
            return
        if len(before.story.articles) < 2:
            self.say("One report alone: there is nothing to split.")
        elif before.number is None:
            self.say("Which one? Put the cursor on a source in the story.")
        else:
            report = before.story.articles[before.number]
            made = correcting.split(before.story, before.number, self.reader.clock())
            self._do(self._correct(made, f"{report.publisher} stands apart now"))

    def action_merge(self) -> None:
        """Merge the story with another, chosen from a list."""
        if before := self.handled():
            self._do(self._merge(before.story, before.edition))

    async def _merge(self, story: Story, edition: Edition) -> None:
        from digest.tui.screens.asking import Choose  # noqa: PLC0415 - not before it is wanted

        options = [
            Option(other.headline, number, other.articles[0].publisher)
            for number, other in enumerate(edition.everything)
            if other.id != story.id
        ]
        chosen = await self.app.push_screen_wait(
            Choose(f"Which story is the same as “{story.headline}”?", options)
        )
        if isinstance(chosen, int):
            other = edition.everything[chosen]
            made = correcting.merged(story, other, self.reader.clock())
            await self._correct(made, "Merged")

    def action_mute(self) -> None:
        """Mute the story for 1, 7 or 30 days."""
        if before := self.handled():
            self._do(self._mute(before.story))

    async def _mute(self, story: Story) -> None:
        from digest.tui.screens.asking import Ask  # noqa: PLC0415 - not before it is wanted

        question = (
            f"Mute “{story.headline}” for how long? The next report after that brings it back."
        )
        chosen = await self.app.push_screen_wait(Ask(question, MUTES))
        if isinstance(chosen, int):
            made = correcting.muted(story, chosen, self.reader.clock())
            await self._correct(made, f"Muted for {chosen} {'day' if chosen == 1 else 'days'}")
        elif chosen:
            await self._mute_word()

    async def _mute_word(self) -> None:
        from digest.tui.screens.asking import Write  # noqa: PLC0415 - as above

        question = "Hide stories whose titles or first lines say which word?"
        word = clean(await self.app.push_screen_wait(Write(question)) or "")
        if word:
            undo = self.reader.keyboard.first(Undo)
            await self._redraw(
                self.reader.correcting.mute(MutedWord(word)),
                f"“{word}” is muted; {undo} takes it back.",
            )

    def action_follow(self) -> None:
        """Follow the story, or let it go."""
        if before := self.handled():
            self._do(self._follow(before.story))

    async def _follow(self, story: Story) -> None:
        hand = self.reader.correcting
        if known := await hand.followed(story):
            await self._redraw(hand.take_back(known), "No longer followed.")
        else:
            await self._correct(correcting.followed(story, self.reader.clock()), "Followed")

    async def _correct(self, correction: Correction, done: str) -> None:
        undo = self.reader.keyboard.first(Undo)
        await self._redraw(
            self.reader.correcting.make(correction), f"{done}; {undo} takes it back."
        )

    async def _redraw(self, edition: Awaitable[Edition], done: str) -> None:
        self.say("Making up the page again…")
        try:
            self.post_message(Redrawn(await edition, done))
        except DigestError as error:
            self.say(str(error), fault=True)

    def take_back(self, correction: Correction | MutedWord) -> None:
        """Undo a correction."""
        hand = self.reader.correcting
        match correction:
            case MutedWord(word=word):
                self._do(self._redraw(hand.mute(MutedWord(word, on=False)), "Taken back."))
            case Correction():
                self._do(self._redraw(hand.take_back(correction), "Taken back."))

    def action_send(self) -> None:
        """Mail or export the story, or the whole edition."""
        if before := self.handled():
            self._do(self._send(before))

    async def _send(self, before: Handled) -> None:
        from digest.tui.screens.asking import Ask, Write  # noqa: PLC0415 - as above

        to = self.reader.outbox.to
        chosen = await self.app.push_screen_wait(Ask("Send what, and how?", _ways(to)))
        if not isinstance(chosen, tuple):
            return
        whole, form = chosen
        edition = before.edition if whole else alone(before.story, before.edition)
        if form == "email":
            await self._carry_out(self.reader.outbox.mail(edition), f"Mailed to {to}.")
            return
        name = before.edition.day if whole else _slug(before.story.headline)
        path = await self.app.push_screen_wait(Write("To which file?", f"{name}.{FORMS[form]}"))
        if path:
            await self._carry_out(self.reader.outbox.export(edition, form, path), "Written to {}.")

    def action_pipe(self) -> None:
        """Pipe the story to a command."""
        if before := self.handled():
            self._do(self._pipe(before))

    async def _pipe(self, before: Handled) -> None:
        from digest.tui.screens.asking import Write  # noqa: PLC0415 - as above

        last = self.reader.memory.now.command
        command = await self.app.push_screen_wait(Write("Pipe the story to which command?", last))
        if not command:
            return
        self.reader.memory.note(command=command)
        said = self.reader.outbox.pipe(alone(before.story, before.edition), command)
        await self._carry_out(said, "{}")

    async def _carry_out(self, work: Awaitable[str | None], done: str) -> None:
        """Do it, and say what came of it."""
        try:
            said = await work or ""
        except DigestError as error:
            self.say(str(error), fault=True)
        else:
            first = clean(said.strip().partition("\n")[0])
            self.say(done.format(first or "Done: the command said nothing."))


def alone(story: Story, edition: Edition) -> Edition:
    """An edition of one story."""
    from digest.edition import story_of  # noqa: PLC0415 - as above

    return story_of(edition, story)


def _ways(to: str) -> list[Option]:
    story = [Option(f"This story as {form}", (False, form), key=form[0]) for form in FORMS]
    edition = [
        Option(f"The edition as {form}", (True, form), key=form[0].upper()) for form in FORMS
    ]
    whom = to or "nobody yet: [mail] to"
    return [
        Option("Mail this story", (False, "email"), whom, key="e"),
        *story,
        Option("Mail the edition", (True, "email"), whom, key="E"),
        *edition,
    ]


def _slug(headline: str) -> str:
    """A file's name for a story."""
    words = "".join(char if char.isalnum() else " " for char in headline.lower()).split()
    return "-".join(words)[:60].rstrip("-") or "story"
