import fcntl
import json
import signal
import stat
import sys

import pytest

from tests.cli.conftest import Digest, Site

TEXT = (
    "The great harbour crane on the north quay turned again on Thursday, eleven weeks after a storm"
    " broke its arm. The port authority paid four million crowns for the repair. Dockers had"
    " unloaded by hand for most of the autumn. Two ships with timber were waiting when the first"
    " load was lifted. The crane was built in another century."
)
OTHER = (
    "The covered market in the old town closes for good at the end of the year. Its owner, a grocer"
    " of eighty-one, found nobody to take over the lease. Some forty stalls must find another"
    " place. The mayor promised to look for a hall near the station."
)


def lines(out: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_help_names_every_verb_and_the_exit_codes(digest: Digest) -> None:
    done = digest("--help")
    assert done.returncode == 0
    for words in (b"digest morning", b"digest group", b"Exit codes", b"Filters"):
        assert words in done.stdout


@pytest.mark.parametrize("verb", ["morning", "show", "read", "add", "import", "config", "group"])
def test_every_verb_has_help_of_its_own(digest: Digest, verb: str) -> None:
    done = digest(verb, "--help")
    assert done.returncode == 0
    assert f"usage: digest {verb}".encode() in done.stdout


def test_a_verb_that_is_not_there_is_named_with_the_nearest(digest: Digest) -> None:
    done = digest("mornng")
    assert done.returncode == 2
    assert b"Did you mean 'morning'?" in done.stderr
    assert done.stdout == b""


def test_the_app_without_a_terminal_says_so(digest: Digest) -> None:
    done = digest()
    assert done.returncode == 2
    assert b"needs a terminal" in done.stderr
    assert b"\x1b" not in done.stdout + done.stderr


def test_a_mistake_in_feeds_toml_is_named_and_ends_with_2(digest: Digest) -> None:
    digest.config.parent.mkdir(parents=True)
    digest.config.write_text("[digest]\nstories = 'many'\n")
    done = digest("config", "check")
    assert done.returncode == 2
    assert b"feeds.toml:2: digest.stories: expected a whole number" in done.stderr


def test_a_day_without_an_edition_is_one_line(digest: Digest) -> None:
    digest.subscribe("https://a.example/feed")
    done = digest("show", "2026-01-01")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert digest("show", "someday").returncode == 2


def test_the_first_update_starts_with_the_starter_list_and_makes_it_private(
    digest: Digest,
) -> None:
    digest("morning", "--no-fetch")
    assert digest.config.read_text().count("[[feeds]]") >= 18
    assert stat.S_IMODE(digest.config.stat().st_mode) == 0o600


def test_import_makes_a_list_of_just_what_it_brings_and_export_gives_it_back(
    digest: Digest,
) -> None:
    opml = (
        b'<opml version="2.0"><body><outline text="Near">'
        b'<outline type="rss" text="Post" xmlUrl="https://post.example/feed"/>'
        b"</outline></body></opml>"
    )
    done = digest("import", "-", stdin=opml)
    assert (done.returncode, done.stderr) == (0, b"digest: 1 feed added.\n")
    assert b"1 there already" in digest("import", "-", stdin=opml).stderr
    exported = digest("export")
    assert b'xmlUrl="https://post.example/feed"' in exported.stdout
    assert digest("import", "-", stdin=exported.stdout).stderr.startswith(b"digest: 0 feeds added")


def test_a_morning_is_printed_kept_and_shown_byte_for_byte(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane works again", TEXT)
    digest.subscribe(f"{site.base}/feed-1")
    first = digest("morning", "--format", "json")
    assert first.returncode == 0, first.stderr
    assert first.stderr == b""
    edition = json.loads(first.stdout)
    assert edition["counts"]["articles"] == 1
    again = digest("morning", "--format", "json")
    assert (again.returncode, again.stdout) == (0, first.stdout)
    assert b"Nothing new since" in again.stderr
    assert digest("morning", "--quiet").stderr == b""
    assert digest("show", "today", "--format", "json").stdout == first.stdout
    assert digest("editions").stdout.startswith(edition["day"].encode())


def test_what_is_new_later_in_the_day_is_a_revision(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane works again", TEXT)
    site.add_story(2, "Market closes for good", OTHER)
    digest.subscribe(f"{site.base}/feed-1")
    first = digest("morning", "--format", "json")
    digest.subscribe(f"{site.base}/feed-1", f"{site.base}/feed-2")
    second = json.loads(digest("morning", "--format", "json").stdout)
    assert second["revision"] == 2
    assert [bool(story["added"]) for story in second["stories"]] == [False, True]
    day = second["day"]
    assert digest("show", f"{day}.1", "--format", "json").stdout == first.stdout


def test_a_file_is_written_whole(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane works again", TEXT)
    digest.subscribe(f"{site.base}/feed-1")
    path = digest.home / "today.html"
    done = digest("morning", "--format", "html", "--output", str(path))
    assert (done.returncode, done.stdout) == (0, b"")
    assert path.read_text().startswith("<!doctype html>")


def test_failing_feeds_are_named_and_the_code_is_3(digest: Digest, site: Site) -> None:
    site.add_story(1, "Crane works again", TEXT)
    digest.subscribe(f"{site.base}/feed-1", f"{site.base}/missing")
    done = digest("morning")
    assert done.returncode == 3
    assert b"404" in done.stderr
    assert b"Crane works again" in done.stdout


def test_another_update_running_is_code_4(digest: Digest) -> None:
    digest.subscribe("https://a.example/feed")
    digest.database.parent.mkdir(parents=True)
    with digest.database.with_name("digest.db.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = digest("update")
    assert (done.returncode, done.stderr) == (4, b"digest: Another update is running.\n")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_it_at_once_with_its_code(
    digest: Digest, site: Site, number: signal.Signals, code: int
) -> None:
    digest.subscribe(f"{site.base}/feed-1")
    site.hold.clear()
    process = digest.start("morning")
    assert site.asked.wait(30)
    process.send_signal(number)
    out, err = process.communicate(timeout=10)
    assert process.returncode == code
    assert (out, err) == (b"", b"")


def test_a_broken_pipe_is_silent(digest: Digest) -> None:
    process = digest.start("demo", "--format", "json")
    assert process.stdout
    process.stdout.read(100)
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    process.wait(timeout=60)
    process.stderr.close()


def test_parse_gives_an_entry_a_line_and_an_error_for_a_bad_file(digest: Digest) -> None:
    good, bad = digest.home / "good.xml", digest.home / "bad.xml"
    good.write_text(
        "<rss version='2.0'><channel><title>P</title><item><title>T</title></item></channel></rss>"
    )
    bad.write_text("nothing")
    done = digest("parse", str(good), str(bad))
    assert done.returncode == 3
    entry, error = lines(done.stdout)
    assert (entry["file"], entry["feed"], entry["title"]) == (str(good), "P", "T")
    assert (error["file"], "error" in error) == (str(bad), True)
    assert digest("parse", str(bad)).returncode == 1


def test_read_gives_the_article_of_a_page(digest: Digest) -> None:
    page = digest.home / "page.html"
    page.write_text(f"<html><body><nav>Menu</nav><h1>Crane</h1><p>{TEXT}</p></body></html>")
    shown = digest("read", str(page))
    assert shown.returncode == 0, shown.stderr
    assert b"In short" in shown.stdout
    assert b"Menu" not in shown.stdout
    (row,) = lines(digest("read", "--json", str(page)).stdout)
    assert row["file"] == str(page)
    assert str(row["text"]).startswith("The great harbour crane")
    missing = digest("read", "--json", str(digest.home / "none.html"))
    assert missing.returncode == 1
    assert "error" in lines(missing.stdout)[0]


def test_group_keeps_each_row_and_adds_story_and_origin(digest: Digest) -> None:
    rows = [
        {"id": 7, "title": "Ferry burns off Port Avel, three dead", "text": TEXT, "own": [1]},
        {"id": 8, "title": "Ferry burns off Port Avel, three dead", "text": TEXT},
        {"id": 9, "title": "Wheat prices fall in the north", "text": None},
    ]
    stdin = "\n".join(map(json.dumps, rows)).encode()
    found = lines(digest("group", "-", stdin=stdin).stdout)
    assert [{k: row[k] for k in given} for row, given in zip(found, rows, strict=True)] == rows
    assert found[0]["story"] == found[1]["story"] != found[2]["story"]
    assert found[0]["origin"] == found[1]["origin"]


def test_a_row_that_is_no_json_is_named_by_its_line(digest: Digest) -> None:
    done = digest("group", "-", stdin=b'{"id": 1, "title": "x"}\nnonsense\n')
    assert done.returncode == 2
    assert b"-:2: no JSON object" in done.stderr


def test_summarize_takes_documents_or_plain_text(digest: Digest) -> None:
    plain = digest("summarize", "--sentences", "2", "-", stdin=TEXT.encode())
    assert plain.returncode == 0, plain.stderr
    assert all(line in TEXT for line in plain.stdout.decode().splitlines())
    row = {"id": "x", "docs": [{"title": "Crane", "text": TEXT, "source": "P"}]}
    (found,) = lines(digest("summarize", "-", stdin=json.dumps(row).encode()).stdout)
    assert found["id"] == "x"
    for sentence in found["sentences"]:
        assert sentence["text"] in TEXT
        assert (sentence["doc"], sentence["paragraph"]) == (0, 1)


def test_compare_names_both_sides_of_a_difference(digest: Digest) -> None:
    docs = [
        {"title": "Fire", "text": "Eleven people died in the fire on Friday, police said."},
        {
            "title": "Fire",
            "text": "At least nine people died in the fire on Friday, officials said.",
        },
    ]
    row = {"id": "f", "docs": docs}
    (found,) = lines(digest("compare", "-", stdin=json.dumps(row).encode()).stdout)
    (difference,) = found["differ"]
    assert {claim["article"] for claim in difference["claims"]} == {0, 1}


def test_the_demo_prints_without_a_network_and_keeps_nothing(digest: Digest) -> None:
    done = digest("demo", http_proxy="http://127.0.0.1:9", https_proxy="http://127.0.0.1:9")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"DIGEST, Friday, 20 November 2026")
    assert list(digest.home.iterdir()) == []


def test_the_same_news_make_the_same_edition(digest: Digest) -> None:
    one = digest("demo", "--format", "json", PYTHONHASHSEED="1")
    other = digest("demo", "--format", "json", PYTHONHASHSEED="2")
    assert one.stdout == other.stdout != b""


def test_output_is_utf_8_in_any_locale(digest: Digest) -> None:
    done = digest("demo", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0, done.stderr
    done.stdout.decode("utf-8")


def test_a_full_device_is_one_line_and_code_1(digest: Digest) -> None:
    if sys.platform != "linux":
        pytest.skip("there is no /dev/full")
    done = digest("demo", "--output", "/dev/full")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
