"""Schedules, with a systemctl and a crontab that are only pretended."""

import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

import pytest

from digest.cli import schedule
from digest.cli.exits import Exit
from digest.cli.timers import Ran
from digest.cli.world import World
from digest.errors import DigestError, UsageError


class Machine:
    """Has a crontab, and a systemd if it is told so."""

    def __init__(self, home: Path, *, systemd: bool, crontab: str | None = None) -> None:
        self.home, self.systemd, self.crontab = home, systemd, crontab
        self.ran: list[str] = []
        config = home / ".config/digest/feeds.toml"
        config.parent.mkdir(parents=True)
        self.write(to="you@example.org", command=["true"])

    def write(self, *, to: str, command: Sequence[str]) -> None:
        config = self.home / ".config/digest/feeds.toml"
        config.write_text(f"[mail]\nto = {to!r}\ncommand = {list(command)!r}\n")

    def __call__(self, command: Sequence[str], given: str) -> Ran:
        match tuple(command):
            case ("systemctl", "--user", *_) if not self.systemd:
                return Ran(code=1, err="no bus")
            case ("crontab", "-l") if self.crontab is None:
                return Ran(code=1, err="no crontab for reader")
            case ("crontab", "-l"):
                return Ran(code=0, out=self.crontab or "")
            case ("crontab", "-"):
                self.crontab = given
        self.ran.append(shlex.join(command))
        return Ran(code=0)

    def schedule(self, *argv: str, **env: str) -> int:
        parser = ArgumentParser()
        schedule.arguments(parser)
        world = World({"HOME": str(self.home), "PATH": "/usr/bin", **env})
        return schedule.run(parser.parse_args(argv), world, self)


OTHERS = "# mine\n0 4 * * * backup\n"


def test_a_timer_runs_at_its_time_and_on_waking(tmp_path: Path) -> None:
    machine = Machine(tmp_path, systemd=True)
    assert machine.schedule("--at", "06:30", "--mail", "--yes") == Exit.DONE
    units = tmp_path / ".config/systemd/user"
    timer = (units / "digest.timer").read_text()
    assert "OnCalendar=*-*-* 06:30:00\nPersistent=true\n" in timer
    service = (units / "digest.service").read_text()
    assert '"morning" "--quiet" "--wait" "--send" "--skip-empty"' in service
    assert 'Environment="PATH=/usr/bin"' in service
    assert machine.ran[-1] == "systemctl --user enable --now digest.timer"
    assert machine.crontab is None


def test_a_timer_can_be_removed_again(tmp_path: Path) -> None:
    machine = Machine(tmp_path, systemd=True)
    machine.schedule("--yes")
    machine.schedule("--remove", "--yes")
    assert not list((tmp_path / ".config/systemd/user").iterdir())
    assert "systemctl --user disable --now digest.timer" in machine.ran


def test_without_systemd_it_is_one_line_of_the_crontab_and_no_other_is_touched(
    tmp_path: Path,
) -> None:
    machine = Machine(tmp_path, systemd=False, crontab=OTHERS)
    machine.schedule("--at", "07:05", "--yes")
    machine.schedule("--at", "06:30", "--yes")
    assert machine.crontab is not None
    assert machine.crontab.startswith(OTHERS + "30 6 * * * PATH=/usr/bin ")
    assert machine.crontab.count("\n") == 3
    machine.schedule("--remove", "--yes")
    assert machine.crontab == OTHERS


def test_signs_that_cron_and_systemd_would_read_are_taken_as_they_are(tmp_path: Path) -> None:
    machine = Machine(tmp_path, systemd=False)
    machine.schedule("--yes", http_proxy="http://a%40b's:1")
    assert machine.crontab is not None
    assert "http_proxy='http://a\\%40b'\"'\"'s:1'" in machine.crontab
    machine.systemd = True
    machine.schedule("--yes", http_proxy='http://a%40"b')
    service = (tmp_path / ".config/systemd/user/digest.service").read_text()
    assert 'Environment="http_proxy=http://a%%40\\"b"' in service


@pytest.mark.parametrize("systemd", [True, False])
def test_it_is_shown_first_and_nothing_is_done_by_print(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], systemd: bool
) -> None:
    machine = Machine(tmp_path, systemd=systemd, crontab=OTHERS)
    machine.schedule("--print")
    shown = capsys.readouterr().out
    assert ("OnCalendar" if systemd else "0 6 * * *") in shown
    assert (machine.crontab, [run for run in machine.ran if "show-environment" not in run]) == (
        OTHERS,
        [],
    )
    assert not (tmp_path / ".config/systemd").exists()


@pytest.mark.parametrize(
    ("to", "command", "said"),
    [
        ("", ["true"], "Whom to"),
        ("you@example.org", ["no-such-sendmail"], "'no-such-sendmail' is not there"),
        ("you@example.org", [], "is not there"),
    ],
)
def test_mail_that_could_not_be_sent_is_said_when_it_is_asked_for(
    to: str, command: Sequence[str], said: str, tmp_path: Path
) -> None:
    machine = Machine(tmp_path, systemd=True)
    machine.write(to=to, command=command)
    with pytest.raises(UsageError, match=said):
        machine.schedule("--mail", "--yes")
    assert not machine.ran


def test_off_a_terminal_nobody_can_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    with pytest.raises(UsageError, match="--yes"):
        Machine(tmp_path, systemd=True).schedule()


def test_where_there_is_neither_it_says_so(tmp_path: Path) -> None:
    Machine(tmp_path, systemd=False)
    with pytest.raises(UsageError, match="Neither systemd nor crontab"):
        schedule.run(_options("--yes"), World({"HOME": str(tmp_path)}), lambda *_: Ran(code=127))


def test_where_there_is_neither_the_line_can_be_printed_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Machine(tmp_path, systemd=False)
    world = World({"HOME": str(tmp_path)})
    schedule.run(_options("--print"), world, lambda *_: Ran(code=127))
    assert "0 6 * * * " in capsys.readouterr().out


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    machine = Machine(tmp_path, systemd=True)

    def broken(command: Sequence[str], given: str) -> Ran:
        return Ran(code=1, err="denied") if "enable" in command else machine(command, given)

    with pytest.raises(DigestError, match="denied"):
        schedule.run(_options("--yes"), World({"HOME": str(tmp_path)}), broken)


def _options(*argv: str) -> Namespace:
    parser = ArgumentParser()
    schedule.arguments(parser)
    return parser.parse_args(argv)


def test_an_hour_may_have_one_digit() -> None:
    parser = ArgumentParser()
    schedule.arguments(parser)
    assert parser.parse_args(["--at", "7:05"]).at == "07:05"
