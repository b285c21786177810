"""Finding feeds, and looking after them."""

import json
import os
import pty
import sqlite3
import subprocess
import sys

from tests.cli.conftest import Digest, Site

STORY = "The great harbour crane on the north quay turned again on Thursday. It is old."


def paper(site: Site) -> str:
    """A page that links to three feeds; its address."""
    for number, title in enumerate(("Crane works", "Market closes", "Comments: fine"), 1):
        site.add_story(number, title, STORY)
    site.pages["/"] = (
        b'<html><link rel=alternate type="application/rss+xml" title="Comments" href=/feed-3>'
        b'<link rel=alternate type="application/rss+xml" href=/feed-1>'
        b"<a href=/feed-2>More</a></html>"
    )
    return f"{site.base}/"


def urls(digest: Digest) -> list[str]:
    lines = digest.config.read_text().splitlines() if digest.config.exists() else []
    return [line.split('"')[1] for line in lines if line.startswith("url")]


def answering(digest: Digest, answer: bytes, *argv: str) -> str:
    """What `digest` says on a terminal to one who types `answer`."""
    ours, its = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "digest", *argv], env=digest.env, stdin=its, stdout=its, stderr=its
    )
    os.close(its)
    os.write(ours, answer)
    said = b""
    try:
        while piece := os.read(ours, 4096):
            said += piece
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert done.wait(60) == 0, said
    return said.decode()


def test_off_a_terminal_the_best_feed_is_taken_and_the_others_are_shown(
    digest: Digest, site: Site
) -> None:
    done = digest("add", "--section", "World", paper(site))
    assert done.returncode == 0, done.stderr
    assert urls(digest) == [f"{site.base}/feed-1"]
    said = done.stderr.decode()
    assert "leads to 3 feeds:" in said
    assert "  1  Paper 1 (1 entry)" in said
    assert said.index("feed-2") < said.index("feed-3")
    assert "taking the first" in said
    assert f"digest: added Paper 1, {site.base}/feed-1" in said
    assert 'section = "World"' in digest.config.read_text()


def test_on_a_terminal_the_reader_is_asked(digest: Digest, site: Site) -> None:
    said = answering(digest, b"9\n2 1\n", "add", paper(site))
    assert "Which?" in said
    assert "A number from 1 to 3" in said
    assert urls(digest) == [f"{site.base}/feed-2", f"{site.base}/feed-1"]
    assert "there already" in answering(digest, b"\n", "add", f"{site.base}/")
    assert answering(digest, b"0\n", "add", f"{site.base}/").count("added") == 0


def test_a_dry_run_shows_and_adds_nothing(digest: Digest, site: Site) -> None:
    done = digest("add", "--dry-run", paper(site))
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"leads to 3 feeds" in done.stdout
    assert not digest.config.exists()


def test_what_is_there_already_is_said_however_it_is_written(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane", STORY)
    digest("add", f"{site.base}/feed-1")
    site.pages.clear()
    assert b"there already: Paper 1" in digest("add", f"{site.base}/feed-1/").stderr
    assert len(urls(digest)) == 1


def test_a_feed_is_known_by_the_address_that_it_has_moved_to(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane", STORY)
    digest.subscribe(f"{site.base}/feed-1")
    assert digest("update").returncode == 0
    with sqlite3.connect(digest.database) as sql:
        sql.execute("UPDATE feeds SET moved = ?", (f"{site.base}/elsewhere",))
    sql.close()
    assert b"there already" in digest("add", f"{site.base}/elsewhere").stderr


def test_several_are_added_and_those_that_fail_are_named(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane", STORY)
    site.pages["/empty"] = b"<html><body>Nothing</body></html>"
    done = digest("add", f"{site.base}/feed-1", f"{site.base}/empty", f"{site.base}/missing")
    assert done.returncode == 3
    assert b"an HTML page, not a feed, and it links to none that works" in done.stderr
    assert b"/missing: HTTP 404" in done.stderr
    assert urls(digest) == [f"{site.base}/feed-1"]


def test_nothing_is_written_where_nothing_is_found(digest: Digest, site: Site) -> None:
    assert digest("add", f"{site.base}/missing").returncode == 1
    assert not digest.config.exists()


def test_a_feed_is_put_in_the_place_of_another(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane", STORY)
    site.add_story(2, "Market", STORY)
    digest("add", "--title", "Mine", "--section", "World", f"{site.base}/feed-1")
    digest("morning")
    done = digest("add", "--replace", "Mine", f"{site.base}/feed-2")
    assert done.returncode == 0, done.stderr
    assert urls(digest) == [f"{site.base}/feed-2"]
    assert 'title = "Mine"' in digest.config.read_text()
    again = digest("add", "--replace", "Mine", f"{site.base}/feed-2")
    assert again.returncode == 2
    assert b"is the address that it has" in again.stderr


def test_only_one_feed_can_take_the_place_of_another(digest: Digest) -> None:
    assert digest("add", "--replace", "a", "https://b.example", "https://c.example").returncode == 2


def test_a_feed_is_removed_by_title_or_by_any_spelling_of_its_address(digest: Digest) -> None:
    digest.subscribe("https://a.example/feed", "https://b.example/feed")
    assert digest("remove", "http://a.example/feed/").returncode == 0
    assert urls(digest) == ["https://b.example/feed"]
    assert b"See: digest feeds" in digest("remove", "nothing").stderr


def test_the_table_has_a_line_for_each_feed(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane", STORY)
    digest("add", "--section", "World", f"{site.base}/feed-1")
    digest("morning")
    head, line = digest("feeds").stdout.decode().splitlines()
    assert head.split() == ["Feed", "Section", "Last", "answer", "A", "week", "Own", "State"]
    assert line.split()[:3] == ["Paper", "1", "World"]
    assert line.split()[-1] == "100%"


def test_what_is_not_well_comes_with_the_command_that_mends_it(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane", STORY)
    address = f"{site.base}/feed-1"
    digest.subscribe(address, f"{site.base}/missing")
    digest("update")
    with sqlite3.connect(digest.database) as sql:
        sql.execute("UPDATE feeds SET moved = ? WHERE url = ?", (f"{site.base}/new", address))
    sql.close()
    said = digest("feeds").stdout.decode()
    assert f"\nPaper 1: it has moved to {site.base}/new.\n" in said
    assert f"\n  digest add --replace {address} {site.base}/new\n" in said
    missing = f"{site.base}/missing"
    assert f"\n{missing}: it has never answered: HTTP 404 Not Found.\n" in said
    assert f"\n  digest add --replace {missing} {site.base}/\n" in said


def test_the_same_is_there_for_programs(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane", STORY)
    digest.subscribe(f"{site.base}/feed-1", f"{site.base}/missing")
    digest("morning")
    well, failing = (json.loads(line) for line in digest("feeds", "--json").stdout.splitlines())
    assert (well["title"], well["state"], well["advice"]) == ("Paper 1", "well", None)
    assert well["home"] == f"{site.base}/"
    assert (well["entries"], well["told"], well["reprinted"]) == (1, 1, 0)
    assert (failing["state"], failing["failures"]) == ("failing", 1)


def test_a_newsboat_list_is_imported_with_its_tags_and_titles(digest: Digest) -> None:
    listed = b'https://a.example/feed World "~Paper A"\n"query:All:yes"\n'
    done = digest("import", "-", stdin=listed)
    assert done.returncode == 3
    assert b"-:2: a search that newsboat makes" in done.stderr
    assert b"1 feed added." in done.stderr
    assert 'title = "Paper A"' in digest.config.read_text()
    assert b'<outline text="World">' in digest("export").stdout
