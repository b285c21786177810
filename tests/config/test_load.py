import pytest

from digest.bundled import bundled
from digest.config.load import load, parse_settings
from digest.errors import ConfigError


def test_an_empty_file_is_the_defaults() -> None:
    settings = parse_settings("")
    assert (settings.digest.morning, settings.digest.stories, settings.feeds) == ("06:00", 12, ())


def test_the_starter_list_is_about_twenty_feeds_in_five_sections() -> None:
    settings = load(bundled("feeds.toml"))
    assert 18 <= len(settings.feeds) <= 25
    assert {feed.section for feed in settings.feeds} == set(settings.digest.sections)
    assert len(settings.digest.sections) == 5


def test_a_feed_written_twice_counts_once() -> None:
    feed = '[[feeds]]\nurl = "https://a.example/feed"\n'
    assert len(parse_settings(feed * 2).feeds) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[digest]\nstories = "many"', "x.toml:2: digest.stories: expected a whole number"),
        ("[digest]\n\nstoris = 1", "x.toml:3: digest.storis: unknown key. Did you mean 'stories'?"),
        ("[digst]\n", "x.toml:1: digst: unknown key. Did you mean 'digest'?"),
        ('[digest]\nmorning = "6 am"', "x.toml:2: digest.morning: expected a time of day"),
        ("[digest]\nminutes = 0", "x.toml:2: digest.minutes: expected a whole number >= 1"),
        ('[digest]\nsections = ["A", 3]', "x.toml:2: digest.sections: expected a text in quotes"),
        ('[mute]\nwords = "war"', "x.toml:2: mute.words: expected a list in brackets"),
        ('[[feeds]]\ntitle = "No address"', "x.toml:1: feeds.url: missing"),
        (
            '[[feeds]]\nurl = "https://a.example/"\n\n[[feeds]]\nurl = "ftp://b.example/"',
            "x.toml:5: feeds.url: expected an http or https address, got 'ftp://b.example/'",
        ),
        (
            '[[feeds]]\nurl = "https://a.example/"\nsectoin = "World"',
            "x.toml:3: feeds.sectoin: unknown key. Did you mean 'section'?",
        ),
        ("[digest\n", "x.toml: line 1, column 8"),
    ],
)
def test_what_is_wrong_is_named_by_file_line_and_key(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_settings(text, name="x.toml")
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)
