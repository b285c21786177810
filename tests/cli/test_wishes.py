"""`digest mute` and `digest follow`."""

import json

from tests.cli.conftest import Digest, Site

CRANE = (
    "The harbour crane on the north quay turned again on Thursday, weeks after a storm broke it."
)
MARKET = (
    "The covered market in the old town closes for good at the end of this year, its owner said."
)
BRIDGE = (
    "A bridge for cyclists will be built across the river next spring, the city council decided."
)


def test_a_muted_word_hides_its_stories_until_it_is_taken_out(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane works again", CRANE)
    site.add_story(2, "Market closes", MARKET)
    digest.subscribe(f"{site.base}/feed-1", f"{site.base}/feed-2")
    done = digest("mute", "harbour CRANE")
    assert done.stderr == b"digest: muted from the next edition or revision on: harbour CRANE\n"
    assert told(digest) == ["Market closes"]
    assert digest("mute", "--remove", "Harbour crane").returncode == 0
    site.add_story(3, "Bridge to be built", BRIDGE)
    site.pages["/feed-2"] = site.pages["/feed-3"]
    assert sorted(told(digest)) == ["Bridge to be built", "Crane works again", "Market closes"]


def told(digest: Digest) -> list[str]:
    edition = json.loads(digest("morning", "--format", "json").stdout)
    return [story["headline"] for part in ("stories", "alone") for story in edition[part]]


def test_words_are_listed_and_comments_stay(digest: Digest) -> None:
    digest.subscribe("https://paper.example/feed")
    text = f"# mine\n{digest.config.read_text()}"
    digest.config.write_text(text)
    assert digest("follow", "harbour", "old town").returncode == 0
    assert digest("follow").stdout == b"harbour\nold town\n"
    assert digest.config.read_text().startswith(text)


def test_a_word_that_was_never_muted_is_said_and_nothing_changes(digest: Digest) -> None:
    digest.subscribe("https://paper.example/feed")
    digest("mute", "harbour")
    before = digest.config.read_text()
    done = digest("mute", "--remove", "harbour", "habour")
    assert (done.returncode, done.stderr) == (
        2,
        b"digest: 'habour' is not muted. See: digest mute\n",
    )
    assert digest.config.read_text() == before
