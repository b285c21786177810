"""What goes out of the app: by mail, into a file, through a command."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.cli.mailing import Post
from digest.cli.outbox import Outbox
from digest.config.settings import Mail
from digest.edition import story_of
from digest.errors import ConfigError, MailError, UsageError
from digest.news import Edition
from digest.render import View
from digest.store.database import Store
from digest.store.deliveries import is_delivered, told_elsewhere
from digest.store.editions import save_edition
from digest.store.shelf import Shelf
from tests.render.sample import EDITION, FERRY, NOW


def clock() -> datetime:
    return NOW


def box(shelf: Shelf, taken: Path, *, to: str = "you@example.org", code: int = 0) -> Outbox:
    takes = f"import sys; open({str(taken)!r}, 'a').write(sys.stdin.read()); sys.exit({code})"
    mail = Mail(to=clean(to), command=(sys.executable, "-c", takes))
    return Outbox(lambda: mail, shelf=shelf, clock=clock)


async def due(shelf: Shelf) -> list[Edition]:
    """What `digest morning --send` would send now."""
    post = Post(shelf=shelf, view=View(zone=UTC), command=(), now=clock)
    return await post.due(EDITION, before=EDITION.day)


@pytest.mark.anyio
async def test_an_edition_mailed_from_the_app_is_not_sent_again(tmp_path: Path) -> None:
    async with Shelf(lambda: Store(None)) as shelf:
        await shelf.do(save_edition, EDITION, ())
        await box(shelf, tmp_path / "taken").mail(EDITION)
        assert await due(shelf) == []
        (failing,) = EDITION.missed
        tomorrow = replace(EDITION, day="2026-11-21", revision=1)
        assert await shelf.ask(told_elsewhere, failing, tomorrow)
    assert "Coast Gazette: HTTP 500" in (tmp_path / "taken").read_text()


@pytest.mark.anyio
async def test_a_story_mailed_alone_is_no_delivery_of_its_edition(tmp_path: Path) -> None:
    alone = story_of(EDITION, FERRY)
    async with Shelf(lambda: Store(None)) as shelf:
        await shelf.do(save_edition, EDITION, ())
        out = box(shelf, tmp_path / "taken")
        await out.mail(alone)
        assert await due(shelf) == [EDITION]
        await out.mail(EDITION)
    names = [line for line in (tmp_path / "taken").read_text().splitlines() if "Message-ID" in line]
    assert len(set(names)) == 2


@pytest.mark.anyio
async def test_what_the_command_refuses_counts_as_not_sent(tmp_path: Path) -> None:
    async with Shelf(lambda: Store(None)) as shelf:
        await shelf.do(save_edition, EDITION, ())
        with pytest.raises(MailError):
            await box(shelf, tmp_path / "taken", code=1).mail(EDITION)
        assert not await shelf.ask(is_delivered, EDITION)


@pytest.mark.anyio
async def test_without_an_address_nothing_is_sent(tmp_path: Path) -> None:
    async with Shelf(lambda: Store(None)) as shelf:
        with pytest.raises(ConfigError, match="Nobody to send it to"):
            await box(shelf, tmp_path / "taken", to="").mail(EDITION)
    assert not (tmp_path / "taken").exists()


@pytest.mark.anyio
@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
async def test_an_edition_is_written_to_a_file(form: str, tmp_path: Path) -> None:
    async with Shelf(lambda: Store(None)) as shelf:
        page = tmp_path / "page"
        assert await box(shelf, tmp_path).export(EDITION, form, str(page)) == str(page)
        assert "Eleven dead after fire on night ferry" in page.read_text()


@pytest.mark.anyio
async def test_a_command_gets_the_text_and_what_it_says_comes_back(tmp_path: Path) -> None:
    async with Shelf(lambda: Store(None)) as shelf:
        said = await box(shelf, tmp_path).pipe(EDITION, "head -n 1")
        assert said == "DIGEST, Friday, 20 November 2026"


@pytest.mark.anyio
@pytest.mark.parametrize("command", ["no-such-command", "false", '"unclosed', ""])
async def test_a_command_that_fails_is_an_error_in_words(command: str, tmp_path: Path) -> None:
    async with Shelf(lambda: Store(None)) as shelf:
        with pytest.raises(UsageError):
            await box(shelf, tmp_path).pipe(EDITION, command)
