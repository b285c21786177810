"""What the app is given of the real world: feeds.toml, ways out, and notes of the last run."""

from pathlib import Path

import pytest

from digest.cli.feedsfile import FeedsFile
from digest.cli.nofile import NoFile
from digest.cli.notes import Notes
from digest.cli.world import World
from digest.config.settings import Settings
from digest.errors import ConfigError
from digest.news import Feed
from digest.tui.memory import Remembered

pytestmark = pytest.mark.anyio
ONE, TWO = Feed(url="https://one.example/feed"), Feed(url="https://two.example/feed")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World({"HOME": str(tmp_path)})


@pytest.fixture
def used() -> list[Settings]:
    return []


@pytest.fixture
def feeds(world: World, used: list[Settings]) -> FeedsFile:
    return FeedsFile(world, used.append)


async def test_the_first_list_holds_what_was_taken_and_the_starters_settings(
    feeds: FeedsFile, world: World, used: list[Settings]
) -> None:
    taken = feeds.starter()[1:3]
    await feeds.begin((ONE, *taken))
    assert [feed.url for feed in used[-1].feeds] == [ONE.url, *(feed.url for feed in taken)]
    assert "# What digest reads." in world.paths.config.read_text()


async def test_nothing_is_written_before_it_begins(feeds: FeedsFile, world: World) -> None:
    assert len(feeds.starter()) > 10
    assert not world.paths.config.exists()


async def test_changes_count_at_once_and_are_taken_back_step_by_step(
    feeds: FeedsFile, used: list[Settings]
) -> None:
    await feeds.begin((ONE,))
    assert await feeds.add((ONE, TWO)) == (TWO,)
    await feeds.remove(ONE.url)
    assert [feed.url for feed in used[-1].feeds] == [TWO.url]
    assert await feeds.take_back()
    assert await feeds.take_back()
    assert [feed.url for feed in used[-1].feeds] == [ONE.url]
    assert not await feeds.take_back()


async def test_a_muted_word_counts_at_once_and_stays_when_a_feed_is_put_back(
    feeds: FeedsFile, used: list[Settings]
) -> None:
    await feeds.begin((ONE, TWO))
    await feeds.remove(ONE.url)
    await feeds.mute("transfer window", on=True)
    assert used[-1].mute.words == ("transfer window",)
    assert await feeds.take_back()
    assert [feed.url for feed in used[-1].feeds] == [ONE.url, TWO.url]
    assert used[-1].mute.words == ("transfer window",)
    await feeds.mute("Transfer Window", on=False)
    assert used[-1].mute.words == ()


async def test_a_feed_moves_to_another_address(feeds: FeedsFile, used: list[Settings]) -> None:
    await feeds.begin((ONE,))
    await feeds.move(ONE.url, TWO.url)
    assert [feed.url for feed in used[-1].feeds] == [TWO.url]


async def test_a_list_is_imported_or_said_to_be_none(feeds: FeedsFile, tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(f'<opml version="2.0"><body><outline xmlUrl="{ONE.url}"/></body></opml>')
    assert [feed.url for feed in await feeds.listed(str(opml))] == [ONE.url]
    with pytest.raises(ConfigError, match="No such file"):
        await feeds.listed(str(tmp_path / "none.opml"))


async def test_the_editor_gets_the_file_and_faults_are_told_with_their_line(
    tmp_path: Path, used: list[Settings]
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "nonsense = 3" > "$1"\n')
    editor.chmod(0o700)
    feeds = FeedsFile(World({"HOME": str(tmp_path), "EDITOR": str(editor)}), used.append)
    await feeds.edit()
    with pytest.raises(ConfigError, match=r"feeds.toml:1: nonsense: unknown key"):
        await feeds.read_again()


async def test_an_editor_that_is_none_is_named(tmp_path: Path, used: list[Settings]) -> None:
    feeds = FeedsFile(World({"HOME": str(tmp_path), "VISUAL": "no-such-editor"}), used.append)
    with pytest.raises(ConfigError, match="no-such-editor: cannot be started"):
        await feeds.edit()


async def test_the_demo_changes_nothing_and_says_so() -> None:
    nothing = NoFile()
    assert not nothing.starter()
    assert not await nothing.take_back()
    with pytest.raises(ConfigError, match="keeps nothing"):
        await nothing.add((ONE,))
    with pytest.raises(ConfigError, match="keeps nothing"):
        await nothing.edit()


def test_what_is_noted_is_there_at_the_next_run(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "state" / "app.json")
    assert notes.read() == Remembered()
    notes.write(Remembered(theme="nord", story="s"))
    assert notes.read() == Remembered(theme="nord", story="s")
    (tmp_path / "state" / "app.json").write_text("{")
    assert notes.read() == Remembered()
