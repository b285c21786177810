import stat
from pathlib import Path

import pytest

from digest.clean import clean
from digest.config.edit import (
    place,
    readdressed,
    with_feeds,
    with_word,
    without_feed,
    without_word,
    write,
)
from digest.config.load import parse_settings
from digest.errors import ConfigError, NotWritten
from digest.news import Feed

MINE = """\
# my own list
[digest]
stories = 9   # enough

[[feeds]]
url = "https://a.example/feed"  # the first
"""


def test_an_added_feed_is_read_back_and_comments_stay() -> None:
    feed = Feed(
        url="https://b.example/ä?x=1", title=clean('A "B"'), section=clean("World"), prefer=True
    )
    text = with_feeds(MINE, [feed])
    assert text.startswith(MINE)
    found = parse_settings(text).feeds[-1]
    assert (found.title, found.section, found.prefer, found.always) == (
        'A "B"',
        "World",
        True,
        False,
    )


def test_feeds_stand_apart_by_one_blank_line() -> None:
    text = with_feeds(MINE, [Feed(url="https://b.example/"), Feed(url="https://c.example/")])
    text = with_feeds(text, [Feed(url="https://d.example/")])
    assert text.count("\n\n[[feeds]]\n") == 4
    assert "\n\n\n" not in text
    assert len(parse_settings(text).feeds) == 4


def test_a_feed_is_added_to_a_list_that_is_not_at_the_end() -> None:
    text = with_feeds(MINE + "\n[mute]\nwords = []\n", [Feed(url="https://b.example/")])
    assert len(parse_settings(text).feeds) == 2


def test_a_list_in_brackets_stays_one() -> None:
    text = with_feeds('feeds = [{url = "https://a.example/"}]\n', [Feed(url="https://b.example/")])
    assert [feed.url for feed in parse_settings(text).feeds] == [
        "https://a.example/",
        "https://b.example/",
    ]


def test_the_first_feed_goes_into_an_empty_file() -> None:
    assert len(parse_settings(with_feeds("", [Feed(url="https://b.example/")])).feeds) == 1


def test_a_removed_feed_leaves_the_rest_alone() -> None:
    both = with_feeds(MINE, [Feed(url="https://b.example/")])
    assert without_feed(both, "https://b.example/").strip() == MINE.strip()


def test_removing_what_is_not_there_is_an_error() -> None:
    with pytest.raises(ConfigError, match="No feed has the address"):
        without_feed(MINE, "https://c.example/")


def test_a_feed_that_moves_keeps_its_place_and_its_comments() -> None:
    text = readdressed(MINE, "https://a.example/feed", "https://b.example/")
    assert text == MINE.replace("https://a.example/feed", "https://b.example/")
    with pytest.raises(ConfigError, match="No feed has the address"):
        readdressed(text, "https://a.example/feed", "https://c.example/")


MUTED = """\
[mute]
words = [
    "transfer window",  # every summer
]

"""


@pytest.mark.parametrize(
    "before",
    ["", MINE, "[mute]\n", 'mute = { words = ["ash"] }\n', 'mute.words = ["ash"]\n', MUTED + MINE],
)
def test_a_word_is_muted_wherever_the_list_stands_and_comments_stay(before: str) -> None:
    text = with_word(before, "mute", 'the "Ashes"')
    assert parse_settings(text).mute.words[-1] == 'the "Ashes"'
    assert all(line in text for line in before.splitlines() if "#" in line)
    again = parse_settings(without_word(text, "mute", 'THE "ashes"'))
    assert again == parse_settings(before)


def test_a_word_is_muted_once_in_any_case() -> None:
    assert with_word(MUTED, "mute", "Transfer Window") == MUTED
    assert parse_settings(with_word(MUTED, "follow", "harbour")).follow.words == ("harbour",)


@pytest.mark.parametrize("text", ["[mute\n", "mute = 1\n", '[mute]\nwords = "harbour"\n'])
def test_a_file_that_is_wrong_is_not_edited_but_said(text: str) -> None:
    for edited in (with_word, without_word):
        with pytest.raises(ConfigError, match=r"feeds\.toml"):
            edited(text, "mute", "harbour")
    with pytest.raises(ConfigError, match=r"feeds\.toml"):
        without_feed(text, "https://a.example/feed")


def test_a_word_that_is_not_there_leaves_the_file_alone() -> None:
    assert without_word(MINE, "follow", "harbour") == MINE
    assert without_word(MUTED, "mute", "harbour") == MUTED


@pytest.mark.parametrize(
    "spelled",
    [
        "http://paper.example/feed",
        "https://paper.example/feed/",
        "https://PAPER.example:443/feed#top",
        "https://me:secret@paper.example/feed",
    ],
)
def test_an_address_is_one_however_it_is_written(spelled: str) -> None:
    assert place(spelled) == place("https://paper.example/feed")


@pytest.mark.parametrize(
    "other",
    [
        "https://paper.example/feed?section=2",
        "https://paper.example:8080/feed",
        "https://www.paper.example/feed",
        "https://[oops",
    ],
)
def test_another_address_is_another_feed(other: str) -> None:
    assert place(other) != place("https://paper.example/feed")


def test_a_written_file_is_private_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "feeds.toml"
    write(path, MINE)
    assert path.read_text() == MINE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "step", ["tempfile.mkstemp", "os.fdopen", "os.fsync", "pathlib.Path.replace"]
)
def test_a_write_that_fails_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "feeds.toml"
    write(path, MINE)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, full)
    with pytest.raises(NotWritten, match="No space left"):
        write(path, "half")
    assert path.read_text() == MINE
    assert [each.name for each in tmp_path.iterdir()] == ["feeds.toml"]


def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("pathlib.Path.mkdir", read_only)
    with pytest.raises(NotWritten, match="Read-only file system"):
        write(tmp_path / "new" / "feeds.toml", MINE)
    assert list(tmp_path.iterdir()) == []
