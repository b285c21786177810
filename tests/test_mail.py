"""What a mail command is given, and what becomes of one that does not take it."""

import asyncio
import os
import sys
import time
from pathlib import Path

import pytest

from digest import mail
from digest.errors import MailError
from digest.mail import arguments, send

TO = ("one@example.org", "two@example.org")


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code, "--", "{to}")


def test_each_recipient_is_an_argument_of_its_own() -> None:
    assert arguments(["sendmail", "-i", "--", "{to}"], TO) == ["sendmail", "-i", "--", *TO]
    assert arguments(["post", "--to={to}"], TO) == ["post", *(f"--to={each}" for each in TO)]


def test_no_shell_reads_the_arguments() -> None:
    assert arguments(["echo", "$(id)", "; rm {to}"], TO[:1]) == ["echo", "$(id)", "; rm " + TO[0]]


@pytest.mark.anyio
async def test_the_command_is_given_the_message_byte_for_byte(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    code = f"import sys; open({str(taken)!r}, 'wb').write(sys.stdin.buffer.read())"
    await send(b"Subject: x\n\n.\nFrom y\n", python(code), TO)
    assert taken.read_bytes() == b"Subject: x\n\n.\nFrom y\n"


@pytest.mark.anyio
async def test_a_command_that_refuses_is_told_by_its_first_line() -> None:
    refuses = "import sys; sys.stderr.write('\\n\\x1b[31mno route\\nmore'); sys.exit(75)"
    with pytest.raises(MailError, match=r"no route$") as refused:
        await send(b"x", python(refuses), TO)
    assert "\x1b" not in str(refused.value)


@pytest.mark.anyio
async def test_a_command_that_refuses_in_silence_is_told_by_its_code() -> None:
    with pytest.raises(MailError, match="exit 69"):
        await send(b"x", python("raise SystemExit(69)"), TO)


@pytest.mark.anyio
async def test_a_command_that_is_not_there_is_named() -> None:
    with pytest.raises(MailError, match=r"/nowhere/sendmail: No such file.*see \[mail\] command"):
        await send(b"x", ["/nowhere/sendmail"], TO)


@pytest.mark.anyio
async def test_a_command_that_cannot_be_one_is_named() -> None:
    with pytest.raises(MailError, match="null byte"):
        await send(b"x", ["post\0man"], TO)


@pytest.mark.anyio
async def test_a_command_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "DEADLINE", 0.5)
    before = time.monotonic()
    with pytest.raises(MailError, match="did not end"):
        await send(b"x", python("import time; time.sleep(60)"), TO)
    assert time.monotonic() - before < 20


@pytest.mark.anyio
async def test_what_a_command_leaves_running_holds_nobody_up() -> None:
    sleeps = "[sys.executable, '-c', 'import time; time.sleep(5)']"
    leaves = f"import subprocess, sys; subprocess.Popen({sleeps})"
    before = time.monotonic()
    await send(b"x", python(leaves), TO)
    assert time.monotonic() - before < 4


@pytest.mark.anyio
async def test_a_run_that_is_ended_ends_its_command(tmp_path: Path) -> None:
    started = tmp_path / "started"
    os.mkfifo(started)
    code = (
        "import os, time, pathlib\n"
        f"pathlib.Path({str(started)!r}).write_text(str(os.getpid()))\n"
        "time.sleep(60)"
    )
    sending = asyncio.create_task(send(b"x", python(code), TO))
    pid = int(await asyncio.to_thread(started.read_text))
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
