"""Ways out: a story or the edition, by mail, to a file, to a command."""

import pytest

from digest.errors import UsageError
from tests.tui.desk import PaperDesk, PaperOutbox, press, reading, shown
from tests.tui.paper import edition

pytestmark = pytest.mark.anyio


async def test_e_mails_the_story() -> None:
    out = PaperOutbox()
    async with reading(PaperDesk(edition()), outbox=out) as pilot:
        await press(pilot, "j", "e", "e")
        ((how, sent, _),) = out.sent
        assert how == "email"
        assert [story.id for story in sent.everything] == ["rates-0"]
        assert "Mailed to reader@example.org." in shown(pilot)


async def test_e_exports_the_whole_edition_too() -> None:
    out = PaperOutbox()
    async with reading(PaperDesk(edition()), outbox=out) as pilot:
        await press(pilot, "e", "M")
        assert "2026-11-22.md" in shown(pilot)
        await press(pilot, "enter")
        ((how, sent, path),) = out.sent
        assert (how, path, len(sent.stories)) == ("markdown", "2026-11-22.md", 8)
        assert "Written to 2026-11-22.md." in shown(pilot)


async def test_a_story_has_a_file_of_its_headline() -> None:
    async with reading(PaperDesk(edition())) as pilot:
        await press(pilot, "e", "h")
        assert "lighthouse-keepers-of-port-ansgar" in shown(pilot)


async def test_the_pipe_takes_a_command_once_and_remembers_it() -> None:
    out = PaperOutbox()
    async with reading(PaperDesk(edition()), outbox=out) as pilot:
        await press(pilot, "|", *"wc -l", "enter")
        assert "wc -l says 7 lines" in shown(pilot)
        await press(pilot, "1", "|", "enter")
        assert [where for _, _, where in out.sent] == ["wc -l", "wc -l"]


async def test_what_fails_is_told() -> None:
    out = PaperOutbox()
    out.trouble = UsageError("sendmail: cannot be started.")
    async with reading(PaperDesk(edition()), outbox=out) as pilot:
        await press(pilot, "e", "e")
        assert "sendmail: cannot be started." in shown(pilot)
        await press(pilot, "|", "x", "enter")
        assert "sendmail: cannot be started." in shown(pilot)
