"""The morning by mail, with a command that stands for sendmail."""

import json
import sys
from datetime import UTC, datetime
from subprocess import CompletedProcess

import pytest

from tests.cli.conftest import Digest, Site

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


@pytest.mark.parametrize(
    "to",
    [
        "-oQ/tmp@example.org",
        "you@example.org -oQ",
        "nobody",
        "ü@example.org",
        "a@b@c,",
        "@x",
        "you@\u2488.example",
    ],
)
def test_what_is_no_address_is_refused_before_anything_is_fetched(
    mailbox: Mailbox, to: str
) -> None:
    mailbox.write(1)
    done = mailbox.send(f"--to={to}")
    assert done.returncode == 2
    assert b"is no address such as you@example.org" in done.stderr
    assert not mailbox.site.asked.is_set()


def test_a_host_of_another_script_is_written_as_mail_wants_it(mailbox: Mailbox) -> None:
    mailbox.write(1)
    done = mailbox.send("--dry-run", "--to", "you@bücher.example")
    assert b"\nTo: you@xn--bcher-kva.example\n" in done.stdout


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("--skip-empty",), b"go with --send"),
        (("--dry-run",), b"go with --send"),
        (("--send", "--format", "html"), b"--send makes a message"),
        (("--send", "--output", "x"), b"--send makes a message"),
        (("--send",), b"Nobody to send it to"),
    ],
)
def test_options_that_do_not_go_together_are_named(
    mailbox: Mailbox, argv: tuple[str, ...], words: bytes
) -> None:
    mailbox.write(1, to="")
    done = mailbox.digest("morning", *argv)
    assert (done.returncode, words in done.stderr) == (2, True)


def test_a_message_on_standard_output_is_complete_without_settings(mailbox: Mailbox) -> None:
    mailbox.digest.subscribe(f"{mailbox.site.base}/feed-1")
    done = mailbox.digest("morning", "--format", "email")
    assert done.returncode == 0, done.stderr
    head = done.stdout.partition(b"\n\n")[0]
    for name in (b"From", b"To", b"Subject", b"Date", b"Message-ID", b"MIME-Version"):
        assert b"\n" + name + b": " in head


def test_a_feed_is_complained_of_on_its_third_failure_once(mailbox: Mailbox) -> None:
    """By cron, which mails what stands on standard error, and by the mail itself."""
    mailbox.write(1, 9)
    said = [mailbox.digest("update", "--quiet", **NOON).stderr for _ in range(4)]
    assert [b"404" in each for each in said] == [False, False, True, False]
    assert b"3 times since" in said[2]
    mailbox.write(1, 2, 9)
    mailbox.send("--quiet")
    mailbox.site.add_story(3, "Museum opens at night", OTHER[::-1])
    mailbox.write(1, 2, 3, 9)
    mailbox.send("--quiet")
    first, second = mailbox.taken
    assert "Feeds that have been failing:" in first
    assert "Feeds that have been failing:" not in second
