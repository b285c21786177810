import json

from tests.cli.conftest import Digest, Site

CRANE = "The great harbour crane turned again on Thursday, eleven weeks after a storm broke it."
MARKET = "The covered market in the old town closes for good at the end of the year."


def page(digest: Digest, site: Site) -> list[str]:
    """Make an edition; its headlines in the order of the page."""
    site.add_story(1, "Crane works again", CRANE)
    site.add_story(2, "Market closes again", MARKET)
    digest.subscribe(f"{site.base}/feed-1", f"{site.base}/feed-2")
    edition = json.loads(digest("morning", "--format", "json").stdout)
    return [story["headline"] for story in edition["stories"]]


def test_a_story_is_named_by_number_words_or_id(digest: Digest, site: Site) -> None:
    headlines = page(digest, site)
    said = digest("why", "2").stdout.decode()
    assert said.splitlines()[0] == headlines[1]
    assert "Why these are together\n- It has one report alone.\n" in said
    assert "Why it ranks here\n- 1 independent origin\n- newest report within the hour\n" in said
    found = json.loads(digest("why", "crane", "WORKS", "--json").stdout)
    assert found["headline"] == "Crane works again"
    again = json.loads(digest("why", found["story"][:8], "--json").stdout)
    assert again == found


def test_what_is_not_on_the_page_or_could_be_several_is_one_line(
    digest: Digest, site: Site
) -> None:
    page(digest, site)
    none = digest("why", "glacier")
    assert (none.returncode, none.stdout) == (2, b"")
    assert b"no story of " in none.stderr
    several = digest("why", "again")
    assert several.returncode == 2
    assert "“Crane works again”".encode() in several.stderr
    assert digest("why", "3").returncode == 2


def test_without_an_edition_there_is_no_story(digest: Digest) -> None:
    digest.subscribe("https://a.example/feed")
    done = digest("why", "1")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"There is no such edition" in done.stderr
