"""The morning by mail, with a command that stands for sendmail."""

import json
import sys
from argparse import Namespace
from contextlib import closing
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from msgspec.structs import replace

from digest.clean import clean
from digest.cli import run
from digest.cli.mailing import Post, complaints, envelope
from digest.cli.narrate import Narrator
from digest.config.settings import Mail
from digest.errors import ConfigError
from digest.events import FeedMissed, Updated
from digest.render import Envelope, View
from digest.store.database import Store
from digest.store.shelf import Shelf
from tests.cli.conftest import Digest, Site
from tests.render.sample import EDITION, NOW

TEXT = (
    "The great harbour crane on the north quay turned again on Thursday, eleven weeks after a storm"
    " broke its arm. The port authority paid four million crowns for the repair."
)
OTHER = (
    "The covered market in the old town closes for good at the end of the year. Its owner, a grocer"
    " of eighty-one, found nobody to take over the lease."
)
NOON = {"TZ": f"NOON{datetime.now(UTC).hour - 12:+d}"}
"""Where it is now noon, so that the paper day is the one that the morning hour says."""

YESTERDAY, TODAY = "23:00", "00:00"
"""Morning hours: not yet, and long ago."""


class Mailbox:
    """A reader with a mail command, and what it has taken."""

    def __init__(self, digest: Digest, site: Site) -> None:
        self.digest = digest
        self.site = site
        self.folder = digest.home / "mail"
        self.folder.mkdir()
        self.broken = digest.home / "broken"
        self.command = digest.home / "sendmail"
        self.command.write_text(
            f"#!{sys.executable}\nimport sys, pathlib\n"
            f"if pathlib.Path({str(self.broken)!r}).exists():\n"
            "    sys.exit('queue is full')\n"
            f"place = pathlib.Path({str(self.folder)!r})\n"
            "name = str(len(list(place.iterdir())))\n"
            "(place / name).write_bytes(\n"
            "    ' '.join(sys.argv[1:]).encode() + b'\\n' + sys.stdin.buffer.read())\n"
        )
        self.command.chmod(0o700)
        self.write()

    def write(self, *numbers: int, morning: str = TODAY, to: str = "you@example.org") -> None:
        """The settings, with the feeds of these stories."""
        command = json.dumps([str(self.command), "-i", "--", "{to}"])
        self.digest.subscribe(*(f"{self.site.base}/feed-{number}" for number in numbers))
        self.digest.config.write_text(
            f'[digest]\nmorning = "{morning}"\n\n[mail]\nto = "{to}"\ncommand = {command}\n\n'
            + self.digest.config.read_text()
        )

    def send(self, *argv: str) -> CompletedProcess[bytes]:
        return self.digest("morning", "--send", *argv, **NOON)

    @property
    def taken(self) -> list[str]:
        return [(self.folder / str(n)).read_text() for n in range(len(list(self.folder.iterdir())))]


@pytest.fixture
def mailbox(digest: Digest, site: Site) -> Mailbox:
    site.add_story(1, "Crane works again", TEXT * 2)
    site.add_story(2, "Market closes for good", OTHER * 2)
    return Mailbox(digest, site)


def test_an_edition_is_sent_once_and_shown_as_it_was_sent(mailbox: Mailbox) -> None:
    mailbox.write(1)
    done = mailbox.send("--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    (first,) = mailbox.taken
    arguments, _, message = first.partition("\n")
    assert arguments == "-i -- you@example.org"
    assert "Crane works again" in message
    assert mailbox.send().returncode == 0
    assert len(mailbox.taken) == 1
    assert mailbox.digest("show", "--format", "email", **NOON).stdout.decode() == message


def test_what_the_command_refuses_is_sent_again_and_then_no_more(mailbox: Mailbox) -> None:
    mailbox.write(1, morning=YESTERDAY)
    mailbox.broken.touch()
    refused = mailbox.send("--quiet")
    assert refused.returncode == 1
    assert refused.stderr == f"digest: {mailbox.command}: queue is full\n".encode()
    mailbox.write(1, 2)
    assert mailbox.send().returncode == 1
    mailbox.broken.unlink()
    assert mailbox.send().returncode == 0
    yesterday, today = mailbox.taken
    assert "Crane works again" in yesterday
    assert "Market closes for good" in today
    mailbox.send()
    assert len(mailbox.taken) == 2


def test_a_day_with_nothing_new_is_said_once_or_skipped(mailbox: Mailbox) -> None:
    mailbox.write(1, morning=YESTERDAY)
    mailbox.send()
    mailbox.write(1)
    assert mailbox.send("--skip-empty").returncode == 0
    assert len(mailbox.taken) == 1
    for _ in range(2):
        mailbox.send()
    _, empty = mailbox.taken
    assert "Subject: Nothing new since " in empty
    assert "Crane works again" not in empty


def test_a_rehearsal_shows_command_and_message_and_marks_nothing(mailbox: Mailbox) -> None:
    mailbox.write(1)
    done = mailbox.send("--dry-run", "--to", "one@example.org, Two <two@example.org>")
    assert b"would run: " in done.stderr
    assert b"sendmail -i -- one@example.org two@example.org\n" in done.stderr
    assert b"\nTo: one@example.org, two@example.org\n" in done.stdout
    assert mailbox.taken == []
    mailbox.send("--from", "paper@example.org")
    assert "From: Digest <paper@example.org>" in mailbox.taken[0]


def test_a_rehearsal_needs_nobody_to_send_it_to(mailbox: Mailbox) -> None:
    mailbox.write(1, to="")
    done = mailbox.send("--dry-run")
    assert (done.returncode, b"Nobody to send it to: set to in [mail]" in done.stderr) == (0, True)
    assert b"Crane works again" in done.stdout


def test_what_is_no_address_is_refused_before_anything_is_fetched(mailbox: Mailbox) -> None:
    mailbox.write(1)
    done = mailbox.send("--to=-oQ/tmp@example.org")
    assert done.returncode == 2
    assert b"--to: '-oQ/tmp@example.org' is no address such as you@example.org" in done.stderr
    assert not mailbox.site.asked.is_set()


def outside(to: str) -> Envelope:
    return envelope(Mail(), asked(to))


def asked(to: str) -> Namespace:
    return Namespace(to=to, sender="")


@pytest.mark.parametrize(
    "to",
    [
        "you@example.org -oQ",
        "nobody",
        "ü@example.org",
        "a@b@c",
        "@example.org",
        "you@\u2488.example",
        "<you@example.org",
        "you@example.org>",
        "you@-oQ.example/../x",
        '"a b"@example.org',
        "you@example.org;ls",
        "$(id)@example.org x",
    ],
)
def test_what_is_no_address_is_refused(to: str) -> None:
    with pytest.raises(ConfigError, match="is no address"):
        outside(to)


def test_addresses_may_have_names_and_hosts_of_any_script() -> None:
    found = outside("one@example.org, Two <two@bücher.example>,")
    assert found.to == ("one@example.org", "two@xn--bcher-kva.example")
    assert found.sender == "one@example.org"
    own = Mail(to=clean("me@example.org"), from_=clean("paper@example.org"))
    assert envelope(own, asked("")).sender == "paper@example.org"
    assert "@" in envelope(Mail(), asked("")).sender


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("--skip-empty",), "go with --send"),
        (("--dry-run",), "go with --send"),
        (("--send", "--format", "html"), "--send makes a message"),
        (("--send", "--output", "x"), "--send makes a message"),
    ],
)
def test_options_that_do_not_go_together_are_named(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], words: str
) -> None:
    assert run(["morning", *argv]) == 2
    assert words in capsys.readouterr().err


def test_a_message_to_nobody_is_not_sent(mailbox: Mailbox) -> None:
    mailbox.write(1, to="")
    done = mailbox.send()
    assert (done.returncode, b"Nobody to send it to" in done.stderr) == (2, True)


def test_a_message_on_standard_output_is_complete_without_settings(mailbox: Mailbox) -> None:
    mailbox.digest.subscribe(f"{mailbox.site.base}/feed-1")
    done = mailbox.digest("morning", "--format", "email")
    assert done.returncode == 0, done.stderr
    head = done.stdout.partition(b"\n\n")[0]
    for name in (b"From", b"To", b"Subject", b"Date", b"Message-ID", b"MIME-Version"):
        assert b"\n" + name + b": " in head


@pytest.mark.anyio
async def test_a_failing_feed_is_complained_of_by_one_message(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    takes = f"import sys; open({str(taken)!r}, 'a').write(sys.stdin.read())"
    editions = [replace(EDITION, day=day, revision=1) for day in ("2026-11-20", "2026-11-21")]
    async with Shelf(lambda: Store(None)) as shelf:
        post = Post(
            shelf=shelf,
            view=View(zone=UTC, envelope=outside("you@example.org")),
            command=[sys.executable, "-c", takes],
            now=lambda: NOW,
        )
        await post.deliver(editions)
        assert await post.due(editions[0], before="2026-11-21") == []
    first, _, second = taken.read_text().partition("2026-11-21.1")
    assert "Coast Gazette: HTTP 500" in first
    assert "Coast Gazette" not in second


def test_a_feed_that_failed_twice_is_not_complained_of_yet() -> None:
    (failing,) = EDITION.missed
    with closing(Store(None)) as store:
        assert complaints(store, EDITION) == (failing,)
        twice = replace(EDITION, missed=(replace(failing, failures=2),))
        assert complaints(store, twice) == ()


def test_quietly_a_failing_feed_is_named_on_its_third_failure_alone() -> None:
    (failing,) = EDITION.missed
    said = []
    for failures in (1, 2, 3, 4):
        narrator = Narrator(stream := StringIO(), quiet=True)
        narrator(FeedMissed(missed=replace(failing, failures=failures)))
        narrator(Updated(feeds=2, missed=1, new=0, unread=1, offline=False))
        said.append(stream.getvalue())
    assert [bool(each) for each in said] == [False, False, True, False]
    assert said[2].startswith(
        "digest: Coast Gazette: HTTP 500 Internal Server Error, 3 times since "
    )
